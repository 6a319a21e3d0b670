import type { Database } from './database.ts'

/** Number of the last report that came in; 0 where there is none. */
export function lastReportNumber(db: Database): number {
  return db.get<{ no: number }>('SELECT coalesce(max(no), 0) AS no FROM report')?.no ?? 0
}

/** Numbers of the reports that came in after one, the last first. */
export function arrivedAfter(db: Database, after: number, most: number): number[] {
  return db.all<{ no: number }>('SELECT no FROM report WHERE no > ? ORDER BY no DESC LIMIT ?', after, most).map(({ no }) => no)
}

/** Number of the last report that came in before a day; null stands for the last day on which any came in. */
export function numberBefore(db: Database, day: string | null): number {
  const last = 'SELECT substr(addedAt, 1, 10) FROM report ORDER BY no DESC LIMIT 1'
  // From the last one back: few came in since.
  const sql = `SELECT no FROM report WHERE addedAt < coalesce(?, (${last})) ORDER BY no DESC LIMIT 1`
  return db.get<{ no: number }>(sql, day)?.no ?? 0
}

/** The last day on which one of some reports was published; null where none has a day. */
export function lastPublished(db: Database, reports: readonly number[]): string | null {
  const sql = 'SELECT max(publishedStart) AS last FROM report WHERE no IN (SELECT value FROM json_each(?))'
  return db.get<{ last: string | null }>(sql, JSON.stringify(reports))?.last ?? null
}

/** Ids of reports by their numbers. */
export function reportIds(db: Database, reports: readonly number[]): Map<string, number> {
  const sql = 'SELECT id, no FROM report WHERE no IN (SELECT value FROM json_each(?))'
  return new Map(db.all<{ id: string; no: number }>(sql, JSON.stringify(reports)).map(({ id, no }) => [id, no]))
}

/** Which of some reports, by id, may not be seen by everybody. */
export function closedReports(db: Database, ids: readonly string[]): string[] {
  const sql = "SELECT id FROM report WHERE confidentiality <> 'public' AND id IN (SELECT value FROM json_each(?))"
  return db.all<{ id: string }>(sql, JSON.stringify(ids)).map(row => row.id)
}

/** Ids of the incidents that some reports tell and that nothing told that had come by `upTo`. */
export function incidentsSince(db: Database, reports: readonly number[], upTo: number): string[] {
  const sql = `SELECT id FROM telling JOIN incident ON incident.no = telling.incident
    WHERE incident IN (SELECT incident FROM telling WHERE report IN (SELECT value FROM json_each(?)))
    GROUP BY id HAVING min(report) > ? ORDER BY id`
  return db.all<{ id: string }>(sql, JSON.stringify(reports), upTo).map(row => row.id)
}

/** Somebody or some place that records name. */
export interface Mention {
  readonly key: string
  readonly name: string
  readonly kind: string
  /** Number of the first of the records, and in how many reports they are. */
  readonly record: number
  readonly role: number
  readonly reports: number
}

/** Name and role are those of the first record. Whom and what some reports name that no report had named that had come by `upTo`, those in most reports first. */
export function firstMentions(db: Database, reports: readonly number[], upTo: number): Mention[] {
  const sql = `SELECT named.key, named.name, named.kind, min(record) AS record, role,
      count(DISTINCT record >> 16) AS reports
    FROM json_each(?) AS asked CROSS JOIN party ON record BETWEEN asked.value << 16 AND (asked.value << 16) + 65535 JOIN named ON named.no = who
    WHERE NOT EXISTS (SELECT 1 FROM named AS other JOIN party AS before ON before.who = other.no WHERE other.key = named.key AND before.record < ?)
    GROUP BY named.key ORDER BY reports DESC, named.key`
  return db.all<Mention>(sql, JSON.stringify(reports), (upTo + 1) * 65_536)
}
