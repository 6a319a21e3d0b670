import type { ReadingRecord } from '../../record/reading.ts'
import { expand } from '../../store/bytes.ts'
import { findReportNumber } from '../../store/reports.ts'
import { findSource } from '../../store/sources.ts'
import { GriotError } from '../../util/error.ts'
import { allDecisions, type ListedDecision } from '../decisions/list.ts'
import { findReport, shortId, splitTarget } from '../find-report.ts'
import type { Library } from '../open.ts'
import { type StoredReport, toStored } from '../stored-report.ts'
import { type FoundRecord, openReport } from './list-records.ts'

/** A report or a record, with all that is known of it. */
export type Shown =
  | { readonly kind: 'report'; readonly stored: StoredReport; readonly decisions: readonly ListedDecision[] }
  | { readonly kind: 'record'; readonly found: FoundRecord; readonly reading: ReadingRecord; readonly decisions: readonly ListedDecision[] }

/** What an id leads to: "3f2a91c0" a report, "3f2a91c0/v3" a record of it. Any beginning of a report's id will do that no other has. */
export function show(library: Library, id: string): Shown {
  const { report: prefix, record } = splitTarget(id)
  const numbered = findReport(library, prefix)
  const { report } = numbered
  const decisions = allDecisions(library).filter(decision => decision.report === report.id)
  if (record === null) return { kind: 'report', stored: toStored(library.db, numbered), decisions }
  const opened = openReport(library, findReportNumber(library.db, report.id) as number)
  const found = opened.find(record)
  if (!found)
    throw new GriotError('no-such-record', `The report ${shortId(report.id)} has no record "${record}"`, {
      hint: `griot show ${shortId(report.id)} lists them; a rejected one is not among them`,
    })
  const target = `${report.id}/${record}`
  return { kind: 'record', found, reading: opened.reading, decisions: decisions.filter(decision => decision.target === target) }
}

/** The bytes that a report came in, as they were. */
export function sourceBytes(library: Library, id: string): Uint8Array {
  const { report } = findReport(library, splitTarget(id).report)
  const source = findSource(library.db, report.source)
  if (!source)
    throw new GriotError('no-source', `The bytes of ${shortId(report.id)} are not in the library`, {
      hint: 'griot check tells what else is missing',
    })
  return expand(source.bytes)
}
