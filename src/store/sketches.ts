import type { Database } from './database.ts'
import { insertRows } from './rows.ts'

/**
 * What is remembered of a report so that it can be compared with others: its sketch, and the keys under which it stands on the shelf.
 * Reports that share a key are worth comparing.
 */
export const SKETCH_TABLES = `
CREATE TABLE sketch (report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE, bytes BLOB NOT NULL);
CREATE TABLE shelf (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (kind, key, report)
) WITHOUT ROWID;
CREATE TABLE pending (report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE);
`

/** A key of the shelf: what for, and which. */
export interface ShelfKey {
  readonly kind: string
  readonly key: string
}

export function putSketch(db: Database, report: number, bytes: Uint8Array, keys: readonly ShelfKey[]): void {
  db.run('INSERT OR REPLACE INTO sketch (report, bytes) VALUES (?, ?)', report, bytes)
  insertRows(
    db,
    'shelf',
    ['kind', 'key', 'report'],
    keys.map(({ kind, key }) => [kind, key, report]),
  )
}

export function findSketch(db: Database, report: number): Uint8Array | null {
  return db.get<{ bytes: Uint8Array }>('SELECT bytes FROM sketch WHERE report = ?', report)?.bytes ?? null
}

/** Ids of the reports that stand under a key, in their order; at most `most`. */
export function reportsWithKey(db: Database, { kind, key }: ShelfKey, most = 1_000_000): string[] {
  const sql = 'SELECT id FROM shelf JOIN report ON no = shelf.report WHERE kind = ? AND key = ? ORDER BY id LIMIT ?'
  return db.all<{ id: string }>(sql, kind, key, most).map(row => row.id)
}

/** Takes a report from the shelf; `keys` are those it was put under. */
export function dropSketch(db: Database, report: number, keys: readonly ShelfKey[]): void {
  for (const { kind, key } of keys) db.run('DELETE FROM shelf WHERE kind = ? AND key = ? AND report = ?', kind, key, report)
  db.run('DELETE FROM sketch WHERE report = ?', report)
}

/** Takes a report from the shelf where its keys are not known; looks through the whole shelf. */
export function dropFromShelf(db: Database, reports: readonly number[]): void {
  const list = JSON.stringify(reports)
  db.run('DELETE FROM shelf WHERE report IN (SELECT value FROM json_each(?))', list)
  db.run('DELETE FROM sketch WHERE report IN (SELECT value FROM json_each(?))', list)
}

/** Marks a report as one that was not yet compared with the others. */
export function addPending(db: Database, report: number): void {
  db.run('INSERT OR IGNORE INTO pending (report) VALUES (?)', report)
}

/** Reports that were not yet compared with the others, by their ids; at most `most`. */
export function listPending(db: Database, most = 1_000_000): { no: number; id: string }[] {
  return db.all('SELECT no, id FROM pending JOIN report ON no = pending.report ORDER BY id LIMIT ?', most)
}

export function clearPending(db: Database, reports: readonly number[]): void {
  db.run('DELETE FROM pending WHERE report IN (SELECT value FROM json_each(?))', JSON.stringify(reports))
}

export function countPending(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM pending')?.count ?? 0
}
