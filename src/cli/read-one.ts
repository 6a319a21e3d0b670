import { existsSync, statSync } from 'node:fs'
import { parseColumns } from '../formats/columns.ts'
import type { FormatName } from '../formats/index.ts'
import { projectReading } from '../formats/to-json.ts'
import { loadLanguage } from '../lang/index.ts'
import { type Failure, findInputs, type Item, itemsOf } from '../library/inputs.ts'
import { findReport } from '../library/read-item.ts'
import { prepareReport } from '../read/prepare.ts'
import { type Reading, readReport } from '../read/read.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { GriotError } from '../util/error.ts'
import { checkReadOptions } from './check-options.ts'
import type { World } from './world.ts'

/** How a single report is to be read. */
export interface ReadOneOptions {
  readonly from?: FormatName
  /** Which column of a table holds what: "text=Body,title=Headline". */
  readonly map?: string
  readonly lang?: string
  readonly published?: string
}

/** Reads the one report that a path names, keeping its trail; FILE:12 is line 12 of a file of JSON Lines, FILE/NAME a report in an archive. */
export async function readOne(path: string, options: ReadOneOptions, world: World): Promise<{ trailed: Reading; reading: ReadingRecord }> {
  checkReadOptions(options)
  const item = await findItem(path, options, world)
  const report = prepareReport(await findReport(item), { published: options.published, language: options.lang })
  const trailed = readReport(report, await loadLanguage(report.language))
  return { trailed, reading: projectReading(trailed) }
}

async function findItem(path: string, { from, map }: ReadOneOptions, world: World): Promise<Item> {
  const columns = map === undefined ? undefined : parseColumns(map)
  const file = path === '-' ? path : fileOf(path)
  const { inputs, failures } = await findInputs([file])
  if (failures[0]) throw failures[0].error
  let found: Item | null = null
  let failed: Failure | null = null
  let count = 0
  for (const input of inputs)
    for await (const item of itemsOf(input, { from, columns }, world.stdin as AsyncIterable<Buffer | string>)) {
      if (file !== path) {
        if (item.name !== path) continue
        if ('error' in item) throw item.error
        return item
      }
      if ('error' in item) failed ??= item
      else if (++count > 1) throw severalReports(path)
      else found = item
    }
  if (found) return found
  if (failed) throw failed.error
  throw new GriotError('no-such-report', `There is no report at ${path}`, {
    hint: `Look at the names and numbers that griot read ${file} tells`,
  })
}

/** The file on the disk that a path leads into: "reports.jsonl" of "reports.jsonl:12", "march.zip" of "march.zip/gao/report.html". */
function fileOf(path: string): string {
  if (existsSync(path)) return path
  for (let end = path.length - 1; end > 0; end--) {
    if (path[end] !== '/' && path[end] !== ':') continue
    const file = path.slice(0, end)
    if (existsSync(file)) return statSync(file).isFile() ? file : path
  }
  return path
}

function severalReports(path: string): GriotError {
  return new GriotError('several-reports', `${path} holds more than one report`, {
    hint: `Name one: a file, a line as in ${path}:12, or what stands in an archive as in ${path}/report.html`,
  })
}
