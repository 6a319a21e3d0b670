import { type SourceReport, sourceReport } from '../formats/source.ts'
import { projectReading } from '../formats/to-json.ts'
import { loadLanguage } from '../lang/index.ts'
import type { ReadingRecord, ReportRecord } from '../record/reading.ts'
import { present } from '../util/present.ts'
import { type PrepareOptions, prepareReport } from './prepare.ts'
import { readReport } from './read.ts'
import { checkOrder } from './run-stages.ts'
import { stages } from './stages.ts'

/** A report as a program has it; all but the text may be left out. */
export interface ReportInput {
  readonly text: string
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly publisher?: string | undefined
  readonly authors?: readonly string[] | undefined
  /** Publication date in any usual form; relative dates in the text are resolved against it. */
  readonly published?: string | undefined
  /** ISO 639-1; found out where it is not given. */
  readonly language?: string | undefined
}

export interface Reader {
  /** Reads one report. Any text gives a reading, perhaps an empty one; the same input gives the same reading. */
  read(report: ReportInput): Promise<ReadingRecord>
  /** Understands what is known of a report before it is read: language, publication date, ids. */
  prepare(source: SourceReport, options?: PrepareOptions): ReportRecord
  /** Reads a report that was prepared. */
  readPrepared(report: ReportRecord): Promise<ReadingRecord>
}

/** Makes a reader. Languages named here are loaded at once, the others with the first report that needs them. */
export async function loadReader(options: { readonly languages?: readonly string[] } = {}): Promise<Reader> {
  checkOrder(stages)
  await Promise.all((options.languages ?? []).map(loadLanguage))
  return {
    read: ({ id, ...rest }) => readPrepared(prepareReport(toSource(id, rest))),
    prepare: prepareReport,
    readPrepared,
  }
}

async function readPrepared(report: ReportRecord): Promise<ReadingRecord> {
  return projectReading(readReport(report, await loadLanguage(report.language)))
}

function toSource(id: string | undefined, rest: Omit<ReportInput, 'id'>): SourceReport {
  return sourceReport({ ...present(rest), text: rest.text, ...(id !== undefined && { sourceId: id }) })
}
