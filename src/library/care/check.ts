import { createHash } from 'node:crypto'
import type { ReadingRecord } from '../../record/reading.ts'
import { RECORD_LISTS } from '../../record/record-lists.ts'
import { listSpans, type Span, type Spans } from '../../record/span.ts'
import { expand } from '../../store/bytes.ts'
import type { Decision } from '../../store/decisions.ts'
import { countIndexedTexts, findDamage } from '../../store/integrity.ts'
import { describeRecordRows, listRecordRows } from '../../store/records.ts'
import { countReports, getText, listReports, type NumberedReport } from '../../store/reports.ts'
import { findSource, listSources } from '../../store/sources.ts'
import { reviewReport } from '../decisions/review-report.ts'
import { deriveRows } from '../derive-rows.ts'
import { shortId } from '../find-report.ts'
import type { Library } from '../open.ts'

export interface Checked {
  readonly reports: number
  /** Each a sentence; nothing where the library is whole. */
  readonly problems: readonly string[]
  /** Decisions whose record the newest reading no longer has. */
  readonly loose: readonly Decision[]
}

/** Problems that are told one by one. */
const MOST_TOLD = 100

/**
 * Looks whether a library is whole: the file (SQLite's own check), the bytes of sources against their hashes, texts against theirs, evidence
 * against the texts, rows against the readings and decisions that they are made of, the index of words against the reports.
 */
export function checkLibrary({ db }: Pick<Library, 'db'>, onStep: () => void = () => {}): Checked {
  const problems = findDamage(db)
  const loose: Decision[] = []
  const reports = countReports(db)
  const tell = (problem: string) => {
    if (problems.length < MOST_TOLD) problems.push(problem)
  }
  const indexed = countIndexedTexts(db)
  if (indexed !== reports) tell(`The index of words is made of ${indexed} texts, and there are ${reports} reports`)
  for (const { hash, bytes } of listSources(db))
    if (hashOf(tryExpand(bytes)) !== hash) tell(`The bytes of ${hash} are not those that were stored`)
  for (const numbered of listReports(db)) {
    try {
      checkReport(db, numbered, tell, loose)
    } catch (error) {
      tell(`${shortId(numbered.report.id)} cannot be opened: ${error instanceof Error ? error.message : error}`)
    }
    onStep()
  }
  return { reports, problems, loose }
}

function checkReport(db: Library['db'], { no, report }: NumberedReport, tell: (problem: string) => void, loose: Decision[]): void {
  const name = shortId(report.id)
  const text = getText(db, no)
  if (hashOf(text) !== report.textHash) tell(`The text of ${name} is not the one that was stored`)
  if (!findSource(db, report.source)) tell(`The bytes that ${name} came in are missing`)
  const reviewed = reviewReport(db, no)
  loose.push(...reviewed.loose)
  for (const id of recordsBeside(reviewed.reading)) tell(`The evidence of ${name}/${id} does not lie in the text`)
  const [stored, derived] = [listRecordRows(db, no), describeRecordRows(deriveRows(reviewed.reading, reviewed.reviews))]
  if (stored.join('\n') !== derived.join('\n'))
    tell(`The rows of ${name} are not those of its reading; griot reread ${name} makes them anew`)
}

/** Ids of records with evidence that the text does not have. */
function recordsBeside(reading: ReadingRecord): string[] {
  const { length } = reading.report.text
  const isInside = ([start, end]: Span) => start >= 0 && start <= end && end <= length
  return RECORD_LISTS.flatMap(list =>
    (reading[list] as readonly { id: string; evidence?: Spans; from: Record<string, { spans: readonly Span[] }> }[])
      .filter(
        record => ![...listSpans(record.evidence ?? null), ...Object.values(record.from).flatMap(({ spans }) => spans)].every(isInside),
      )
      .map(({ id }) => id),
  )
}

function tryExpand(bytes: Uint8Array): Uint8Array {
  try {
    return expand(bytes)
  } catch {
    return new Uint8Array()
  }
}

function hashOf(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
