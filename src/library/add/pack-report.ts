import { createHash } from 'node:crypto'
import type { PrepareOptions } from '../../read/prepare.ts'
import type { Reader } from '../../read/reader.ts'
import type { ReportRecord } from '../../record/reading.ts'
import { compress } from '../../store/bytes.ts'
import { packReading } from '../../store/readings.ts'
import type { RecordRows } from '../../store/records.ts'
import { packText } from '../../store/reports.ts'
import type { Source } from '../../store/sources.ts'
import { GriotError } from '../../util/error.ts'
import { deriveRows } from '../derive-rows.ts'
import { type PackedSketch, sketchReading } from '../incidents/sketch-reading.ts'
import type { Failure, Item } from '../inputs.ts'
import { bytesOf, reportIn } from '../read-item.ts'

/** A report read and made ready to be stored, so that the one thread that writes has little to do. */
export interface PackedReport {
  readonly name: string
  readonly report: ReportRecord
  readonly source: Source
  readonly text: Uint8Array
  readonly reading: Uint8Array
  readonly rows: RecordRows
  readonly words: number
  readonly sketch: PackedSketch
}

/** A report that the library has. */
export interface KnownReport {
  readonly name: string
  readonly id: string
}

/** What came of an item that is to be added. */
export type Packed = PackedReport | KnownReport

/** Reads an item and makes it ready; `isKnown` tells of a report's id whether it is stored and need not be read. */
export async function packReport(
  reader: Reader,
  item: Item,
  options: PrepareOptions,
  isKnown: (id: string) => boolean,
): Promise<Packed | Failure> {
  const { name } = item
  try {
    const bytes = await bytesOf(item)
    const report = reader.prepare(await reportIn(bytes, item), options)
    if (isKnown(report.id)) return { name, id: report.id }
    const reading = await reader.readPrepared(report)
    const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    const source = { hash, format: item.format, size: bytes.length, bytes: compress(bytes) }
    const words = countWords(report.text)
    const sketch = await sketchReading(reading)
    return { name, report, source, text: packText(report.text), reading: packReading(reading), rows: deriveRows(reading), words, sketch }
  } catch (error) {
    if (error instanceof GriotError) return { name, error }
    throw error
  }
}

function countWords(text: string): number {
  let count = 0
  let isInside = false
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 32
    if (!isSpace && !isInside) count++
    isInside = !isSpace
  }
  return count
}
