import type { ReadingRecord } from '../../record/reading.ts'
import type { Database } from '../../store/database.ts'
import { listDecisions } from '../../store/decisions.ts'
import type { NameNumbers } from '../../store/names.ts'
import { getReading } from '../../store/readings.ts'
import { deleteRecords, insertRecords } from '../../store/records.ts'
import { getReportId, getText } from '../../store/reports.ts'
import { deriveRows } from '../derive-rows.ts'
import { dropStaleSketch } from '../incidents/stale-sketch.ts'
import { applyDecisions, type Reviewed } from './apply-decisions.ts'

/** The newest reading of a report with the decisions on it. */
export function reviewReport(db: Database, no: number): Reviewed {
  return applyDecisions(getReading(db, no, getText(db, no)), listDecisions(db, getReportId(db, no)))
}

/**
 * Makes the rows of a report anew from its newest reading and the decisions, inside a write. It is then to be compared with the others again, but
 * not where `before`, the reading with earlier decisions, tells the same: what was accepted is as it was.
 */
export function refreshRecords(
  { db, names }: { readonly db: Database; readonly names: NameNumbers },
  no: number,
  before?: ReadingRecord,
): void {
  const { reading, reviews } = reviewReport(db, no)
  deleteRecords(db, no, names)
  insertRecords(db, no, deriveRows(reading, reviews), names)
  if (before === undefined || JSON.stringify(before) !== JSON.stringify(reading)) dropStaleSketch(db, no)
}
