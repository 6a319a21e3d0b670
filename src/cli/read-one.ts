import { existsSync } from 'node:fs'
import type { FormatName } from '../formats/index.ts'
import { projectReading } from '../formats/to-json.ts'
import { loadLanguage } from '../lang/index.ts'
import { findInputs, type Item, itemsOf } from '../library/inputs.ts'
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
  readonly lang?: string
  readonly published?: string
}

/** Reads the one report that a path names, keeping its trail; FILE:12 is line 12 of a file of JSON Lines. */
export async function readOne(path: string, options: ReadOneOptions, world: World): Promise<{ trailed: Reading; reading: ReadingRecord }> {
  checkReadOptions(options)
  const item = await findItem(path, options, world)
  const report = prepareReport(await findReport(item), { published: options.published, language: options.lang })
  const trailed = readReport(report, await loadLanguage(report.language))
  return { trailed, reading: projectReading(trailed) }
}

async function findItem(path: string, { from }: ReadOneOptions, world: World): Promise<Item> {
  const [, file = path, line] = (path !== '-' && !existsSync(path) && /^(.*):(\d+)$/.exec(path)) || []
  const { inputs, failures } = await findInputs([file])
  if (failures[0]) throw failures[0].error
  let found: Item | null = null
  let count = 0
  for (const input of inputs)
    for await (const item of itemsOf(input, from, world.stdin as AsyncIterable<Buffer | string>)) {
      if ('error' in item) throw item.error
      if (line === undefined && ++count > 1) throw severalReports(path)
      if (line === undefined || item.name.endsWith(`:${line}`)) found = item
      if (line !== undefined && found) return found
    }
  if (found) return found
  throw new GriotError('no-such-report', `There is no report at ${path}`, { hint: 'Look at the number of the line' })
}

function severalReports(path: string): GriotError {
  return new GriotError('several-reports', `${path} holds more than one report`, { hint: `Name one: a file, or a line as in ${path}:12` })
}
