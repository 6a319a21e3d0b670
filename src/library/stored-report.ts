import type { ReadingRecord } from '../record/reading.ts'
import type { Database } from '../store/database.ts'
import { findCopy, incidentsOf } from '../store/incidents.ts'
import { getReading } from '../store/readings.ts'
import { getText, listReports, type NumberedReport, type ReportFilter, type ReportRow } from '../store/reports.ts'

/** A report with what is known of it today: exports, series and listings are made of these. */
export interface StoredReport {
  readonly report: ReportRow
  /** Its newest reading. */
  readonly reading: ReadingRecord
  /** Id of the report that it copies, or null. */
  readonly copyOf: string | null
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
  return {
    report,
    reading: getReading(db, no, getText(db, no)),
    copyOf: findCopy(db, no)?.of ?? null,
    incidents,
    mainIncident: incidents[0] ?? null,
  }
}
