import type { ReadingRecord } from '../record/reading.ts'
import type { Database } from '../store/database.ts'
import { findCopy, incidentsOf } from '../store/incidents.ts'
import { listReports, type NumberedReport, type ReportFilter, type ReportRow } from '../store/reports.ts'
import { reviewReport } from './decisions/review-report.ts'
import type { Reviews } from './derive-rows.ts'

/** A report with what is known of it today: exports, series and listings are made of these. */
export interface StoredReport {
  readonly report: ReportRow
  /** Its newest reading, with the decisions of analysts applied. */
  readonly reading: ReadingRecord
  /** What analysts said about records, by their ids; rejected ones are not in the reading. */
  readonly reviews: Reviews
  /** Id of the report that it copies, or null. */
  readonly copyOf: string | null
  /** Id of the newer version of its story, or null. */
  readonly supersededBy: string | null
  /** Ids of the incidents that it tells. */
  readonly incidents: readonly string[]
  /** The incident that it mainly tells, or null. */
  readonly mainIncident: string | null
}

export type StoredFilter = ReportFilter

/** Stored reports by day of publication and id. */
export function* streamReports(db: Database, filter: StoredFilter = {}): Generator<StoredReport> {
  for (const row of listReports(db, filter)) yield toStored(db, row)
}

/** A report with its text, reading and incidents. */
export function toStored(db: Database, { no, report }: NumberedReport): StoredReport {
  const incidents = incidentsOf(db, no)
  const copy = findCopy(db, no)
  const { reading, reviews } = reviewReport(db, no)
  return {
    report,
    reading,
    reviews,
    copyOf: copy?.of ?? null,
    supersededBy: copy?.kind === 'update' ? copy.of : null,
    incidents,
    mainIncident: incidents[0] ?? null,
  }
}
