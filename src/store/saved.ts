import type { Database } from './database.ts'

/**
 * Searches that somebody wants to hear of again. `told`: up to which report each place where notices go was told of a search, and since when it
 * knows that nothing comes. Numbers of reports are given anew after the last ones are taken out, so that marks go back with them.
 */
export const SAVED_TABLES = `
CREATE TABLE saved (
  name TEXT PRIMARY KEY,
  wanted TEXT NOT NULL,
  silence INTEGER,
  savedAt TEXT NOT NULL,
  upTo INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE told (
  search TEXT NOT NULL REFERENCES saved ON DELETE CASCADE,
  target TEXT NOT NULL,
  upTo INTEGER NOT NULL,
  silentSince TEXT,
  PRIMARY KEY (search, target)
) WITHOUT ROWID;
CREATE TRIGGER report_gone AFTER DELETE ON report BEGIN
  UPDATE saved SET upTo = min(upTo, (SELECT coalesce(max(no), 0) FROM report));
  UPDATE told SET upTo = min(upTo, (SELECT coalesce(max(no), 0) FROM report));
END;
`

export interface SavedRow {
  readonly name: string
  /** JSON */
  readonly wanted: string
  /** Days without a report after which that is said; null: never. */
  readonly silence: number | null
  /** ISO 8601, UTC. */
  readonly savedAt: string
  /** Number of the last report that was there then. */
  readonly upTo: number
}

export function putSaved(db: Database, { name, wanted, silence, savedAt, upTo }: SavedRow): void {
  db.run('DELETE FROM saved WHERE name = ?', name)
  db.run('INSERT INTO saved (name, wanted, silence, savedAt, upTo) VALUES (?, ?, ?, ?, ?)', name, wanted, silence, savedAt, upTo)
}

export function listSaved(db: Database): SavedRow[] {
  return db.all<SavedRow>('SELECT name, wanted, silence, savedAt, upTo FROM saved ORDER BY name')
}

/** False where there is none of that name. */
export function deleteSaved(db: Database, name: string): boolean {
  return db.run('DELETE FROM saved WHERE name = ?', name).changes > 0
}

/** How far a place where notices go has been told of a search. */
export interface ToldRow {
  /** Number of the last report. */
  readonly upTo: number
  /** The day of the last report when it was told that nothing comes; null where it was not. */
  readonly silentSince: string | null
}

export function findTold(db: Database, search: string, target: string): ToldRow | null {
  return db.get<ToldRow>('SELECT upTo, silentSince FROM told WHERE search = ? AND target = ?', search, target)
}

export function putTold(db: Database, search: string, target: string, { upTo, silentSince }: ToldRow): void {
  const sql = 'INSERT OR REPLACE INTO told (search, target, upTo, silentSince) VALUES (?, ?, ?, ?)'
  db.run(sql, search, target, upTo, silentSince)
}
