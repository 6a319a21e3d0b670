import type { Database } from '../../store/database.ts'
import { listDecisionsOf } from '../../store/decisions.ts'
import { countUnreviewed } from '../../store/records.ts'
import { findReportNumber } from '../../store/reports.ts'
import { standingDecisions } from './evidence.ts'

/** How far the review of a report is: nobody decided on any of it; on some; on every record. */
export const REVIEW_STATES = ['waiting', 'begun', 'done'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** Ids of the reports that somebody decided on, or on a record of which. */
export function decidedReports(db: Database): ReadonlySet<string> {
  const decisions = standingDecisions(listDecisionsOf(db, ['accept', 'reject', 'correct', 'add']))
  return new Set(decisions.flatMap(({ report }) => report ?? []))
}

/** The state of the review of a report. */
export function reviewState(db: Database, no: number, id: string, decided: ReadonlySet<string>): ReviewState {
  if (!decided.has(id)) return 'waiting'
  return countUnreviewed(db, no) > 0 ? 'begun' : 'done'
}

/** Which of the reports that were decided on are in a state. */
export function reportsInState(db: Database, state: 'begun' | 'done', decided: ReadonlySet<string>): string[] {
  return [...decided].filter(id => {
    const no = findReportNumber(db, id)
    return no !== null && reviewState(db, no, id, decided) === state
  })
}
