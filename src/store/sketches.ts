import type { Database } from './database.ts'
import { insertRows } from './rows.ts'

/**
 * What is remembered of a report so that it can be compared with others: its sketch, and the keys under which it stands on the shelf.
 * Reports that share keys are worth comparing.
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

/**
 * The shelf with a number as its key, and its upper part, the room, first: what is found by its time stands by its time, so that reports that come
 * by their days are put side by side in the file. All are sketched and compared anew.
 */
export const SHELF_BY_NUMBERS = `
DROP TABLE shelf;
CREATE TABLE shelf (key INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (key, report)) WITHOUT ROWID;
DELETE FROM sketch;
INSERT OR IGNORE INTO pending SELECT no FROM report;
`

export function putSketch(db: Database, report: number, bytes: Uint8Array, keys: readonly number[]): void {
  db.run('INSERT OR REPLACE INTO sketch (report, bytes) VALUES (?, ?)', report, bytes)
  const rows = [...keys].sort((a, b) => a - b).map(key => [key, report])
  insertRows(db, 'shelf', ['key', 'report'], rows)
}

export function findSketch(db: Database, report: number): Uint8Array | null {
  return db.get<{ bytes: Uint8Array }>('SELECT bytes FROM sketch WHERE report = ?', report)?.bytes ?? null
}

/** Numbers of the reports that stand under some keys, a list for each key. */
export function reportsUnder(db: Database, keys: readonly number[]): number[][] {
  const sql = 'SELECT (SELECT group_concat(report) FROM shelf WHERE key = value) AS reports FROM json_each(?)'
  return db
    .all<{ reports: string | null }>(sql, JSON.stringify(keys))
    .map(({ reports }) => (reports === null ? [] : reports.split(',').map(Number)))
}

/** The rooms in which anything stands, which are `size` keys each, in their order. */
export function roomsBetween(db: Database, from: number, to: number, size: number): number[] {
  const next = (key: string) => `(SELECT min(key) / CAST(?3 AS INTEGER) FROM shelf WHERE key >= ${key})`
  const sql = `WITH RECURSIVE found (room) AS (SELECT ${next('?1 * ?3')} UNION ALL SELECT ${next('(room + 1) * ?3')} FROM found WHERE room < ?2)
    SELECT room FROM found WHERE room <= ?2`
  return db.all<{ room: number }>(sql, from, to, size).map(({ room }) => room)
}

/** Takes a report from the shelf; `keys` are those it was put under. */
export function dropSketch(db: Database, report: number, keys: readonly number[]): void {
  for (const key of keys) db.run('DELETE FROM shelf WHERE key = ? AND report = ?', key, report)
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
