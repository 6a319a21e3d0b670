import { readFile } from 'node:fs/promises'
import { decodeBytes } from '../formats/decode.ts'
import { fromJsonLine } from '../formats/from-jsonl.ts'
import { readBytes } from '../formats/index.ts'
import { type Found, mergeReport, type SourceReport } from '../formats/source.ts'
import { formatReading } from '../formats/to-json.ts'
import type { PrepareOptions } from '../read/prepare.ts'
import type { Reader } from '../read/reader.ts'
import { GriotError } from '../util/error.ts'
import { describeFileError } from './file-error.ts'
import type { Failure, Item } from './inputs.ts'

/** A reading as a line of JSON; a report that was read before has none. */
export interface ReadDone {
  readonly name: string
  readonly id: string
  readonly json: string | null
  readonly notes: readonly string[]
}

/** What became of an item. */
export type Outcome = ReadDone | Failure

/** Reads one item; a report whose id is among `held` is not read again. */
export async function readItem(reader: Reader, item: Item, options: PrepareOptions, held: ReadonlySet<string>): Promise<Outcome> {
  try {
    const report = reader.prepare(await findReport(item), options)
    if (held.has(report.id)) return { name: item.name, id: report.id, json: null, notes: [] }
    const reading = await reader.readPrepared(report)
    return { name: item.name, id: report.id, json: formatReading(reading), notes: report.notes }
  } catch (error) {
    if (error instanceof GriotError) return { name: item.name, error }
    throw error
  }
}

/** The report of an item as its source gives it. */
export async function findReport(item: Item): Promise<SourceReport> {
  return reportIn(await bytesOf(item), item)
}

/** The bytes of an item as they came. */
export async function bytesOf(item: Item): Promise<Uint8Array> {
  const bytes = item.bytes ?? (await readFromDisk(item.path as string, item.name))
  if (bytes.length === 0) throw new GriotError('file-empty', `${item.name} is empty`, { hint: 'Give a file that holds a report' })
  return bytes
}

/** The report that the bytes of an item hold. */
export async function reportIn(bytes: Uint8Array, item: Omit<Item, 'path' | 'bytes' | 'size'>): Promise<SourceReport> {
  const { report } = item.format === 'jsonl' && item.columns ? readRecord(bytes, item) : await readBytes(bytes, item.name, item.format)
  return mergeReport(report, item.known, item.otherwise, item.notes)
}

/** A JSON record whose keys were said to hold this and that. */
function readRecord(bytes: Uint8Array, { name, columns }: Pick<Item, 'name' | 'columns'>): Found {
  const { text, notes } = decodeBytes(bytes, name)
  const found = fromJsonLine(text, name, columns)
  return { ...found, report: { ...found.report, notes: [...notes, ...found.report.notes] } }
}

async function readFromDisk(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw describeFileError(error, name)
  }
}
