import type { Database } from './database.ts'

/**
 * Which report copies which, and which events tell of one happening. All of it is derived: reconciling makes it from the sketches and the
 * decisions, and could make it anew. `event` is the number in the id of the event: 3 of "v3".
 */
export const INCIDENT_TABLES = `
CREATE TABLE copy (
  report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  of INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  because TEXT NOT NULL
);
CREATE INDEX copy_of ON copy (of);
CREATE TABLE incident (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  summary TEXT NOT NULL
);
CREATE TABLE telling (
  incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  event INTEGER NOT NULL,
  score REAL NOT NULL,
  because TEXT NOT NULL,
  PRIMARY KEY (report, event)
) WITHOUT ROWID;
CREATE INDEX telling_incident ON telling (incident);
`

/** How a report repeats another one. */
export const COPY_KINDS = ['exact', 'reprint', 'update'] as const
export type CopyKind = (typeof COPY_KINDS)[number]

export interface CopyRow {
  /** Ids of reports. */
  readonly report: string
  readonly of: string
  readonly kind: CopyKind
  readonly score: number
  readonly because: string
}

/** The report that a report copies, or null. */
export function findCopy(db: Database, report: number): CopyRow | null {
  const sql = `SELECT mine.id AS report, other.id AS of, kind, score, because FROM copy
    JOIN report AS mine ON mine.no = copy.report JOIN report AS other ON other.no = copy.of WHERE copy.report = ?`
  return db.get<CopyRow>(sql, report)
}

export function countCopies(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM copy')?.count ?? 0
}

export function countIncidents(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM incident')?.count ?? 0
}

/** Ids of the incidents that a report tells, the one that most of its events tell first, then by id. */
export function incidentsOf(db: Database, report: number): string[] {
  const sql = `SELECT id FROM telling JOIN incident ON no = incident WHERE report = ? GROUP BY id ORDER BY count(*) DESC, id`
  return db.all<{ id: string }>(sql, report).map(row => row.id)
}

/** The events of a report that tell incidents: the number in the event's id, and the incident's id. */
export function tellingsOf(db: Database, report: number): { event: number; incident: string }[] {
  return db.all('SELECT event, id AS incident FROM telling JOIN incident ON no = incident WHERE report = ? ORDER BY event', report)
}

/** Id of the newer version of a report's story, or null: the first of those that update it. */
export function findNewer(db: Database, report: number): string | null {
  const sql =
    "SELECT id FROM copy JOIN report ON no = copy.report WHERE copy.of = ? AND kind = 'update' ORDER BY report.publishedStart DESC, report.id LIMIT 1"
  return db.get<{ id: string }>(sql, report)?.id ?? null
}

/** Numbers of the reports that copy one of some reports, or tell an incident that one of them tells, without these themselves. */
export function neighboursOf(db: Database, reports: readonly number[]): number[] {
  const sql = `SELECT report AS no FROM copy WHERE of IN (SELECT value FROM json_each(?1))
    UNION SELECT report FROM telling WHERE incident IN (SELECT incident FROM telling WHERE report IN (SELECT value FROM json_each(?1)))
    EXCEPT SELECT value FROM json_each(?1)`
  return db.all<{ no: number }>(sql, JSON.stringify(reports)).map(row => row.no)
}

/** Ids of the incidents that some reports tell. */
export function incidentsTold(db: Database, reports: readonly number[]): string[] {
  const sql = 'SELECT DISTINCT id FROM telling JOIN incident ON no = incident WHERE report IN (SELECT value FROM json_each(?)) ORDER BY id'
  return db.all<{ id: string }>(sql, JSON.stringify(reports)).map(row => row.id)
}

/** Takes incidents away with all their tellings; reconciling makes them anew from the reports that are left. */
export function deleteIncidents(db: Database, ids: readonly string[]): void {
  db.run('DELETE FROM incident WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
}
