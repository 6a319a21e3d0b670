import type { Database } from './database.ts'

/** What could not be added, why, and how that is mended; the next time that it can be added it is taken from here. */
export const REFUSAL_TABLES = `
CREATE TABLE refusal (
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  mend TEXT
) WITHOUT ROWID;
`

export interface Refusal {
  /** The file, or the part of it, as it was named. */
  readonly name: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly code: string
  readonly reason: string
  readonly mend: string | null
}

export function putRefusal(db: Database, { name, at, code, reason, mend }: Refusal): void {
  db.run('INSERT OR REPLACE INTO refusal (name, at, code, reason, mend) VALUES (?, ?, ?, ?, ?)', name, at, code, reason, mend)
}

export function clearRefusal(db: Database, name: string): void {
  db.run('DELETE FROM refusal WHERE name = ?', name)
}

export function listRefusals(db: Database): Refusal[] {
  return db.all<Refusal>('SELECT name, at, code, reason, mend FROM refusal ORDER BY name')
}
