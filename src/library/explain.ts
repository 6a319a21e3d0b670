import { projectReading } from '../formats/to-json.ts'
import { loadLanguage } from '../lang/index.ts'
import { type Explanation, explainRecord } from '../read/explain.ts'
import { readReport } from '../read/read.ts'
import { loadRules } from '../read/rules.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { GriotError } from '../util/error.ts'
import { anchorOf, findAnchored, findRecord } from './decisions/anchor.ts'
import { allDecisions, type ListedDecision } from './decisions/list.ts'
import { reviewReport } from './decisions/review-report.ts'
import { findReport, shortId } from './find-report.ts'
import type { Library } from './open.ts'

/** Why a record of a library is as it is. */
export interface StoredExplanation {
  /** What the present rules make of the same words; null where an analyst added the record, or they find nothing there. */
  readonly explanation: Explanation | null
  /** What analysts decided on the record. */
  readonly decisions: readonly ListedDecision[]
}

/** Reads a stored report again and explains a record of it, or one field: by the words of the record, whatever its number is now. */
export async function explainStored(library: Library, report: string, id: string, field?: string): Promise<StoredExplanation> {
  const { no, report: row } = findReport(library, report)
  const { reading } = reviewReport(library.db, no)
  const found = findRecord(reading, id)
  if (!found)
    throw new GriotError('no-such-record', `The report ${shortId(row.id)} has no record "${id}"`, {
      hint: `griot show ${shortId(row.id)} lists them; a rejected one is not among them`,
    })
  const trailed = readReport(reading.report, await loadLanguage(reading.report.language))
  const again = sameIn(projectReading(trailed), reading, id)
  const rules = new Map((await loadRules()).map(rule => [rule.name, rule.says]))
  const decisions = allDecisions(library, row.id).filter(decision => decision.target === `${row.id}/${id}` || isAddition(decision, found))
  return { explanation: again === null ? null : explainRecord(trailed, again, rules, field), decisions }
}

/** The id that a record has in another reading of its report. */
function sameIn(again: ReadingRecord, reading: ReadingRecord, id: string): string | null {
  const found = findRecord(reading, id)
  const same = findRecord(again, id)
  if (!found) return null
  const anchor = anchorOf(found.list, found.record)
  if (same && same.list === found.list && JSON.stringify(anchorOf(same.list, same.record).spans) === JSON.stringify(anchor.spans)) return id
  return findAnchored(again, anchor)?.id ?? null
}

function isAddition({ kind, evidence }: ListedDecision, { list, record }: NonNullable<ReturnType<typeof findRecord>>): boolean {
  if (kind !== 'add' || evidence?.anchor.list !== list) return false
  return JSON.stringify(evidence.anchor.spans) === JSON.stringify(anchorOf(list, record).spans)
}
