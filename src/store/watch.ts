import type { Database } from './database.ts'

/**
 * What watching remembers. `feed`: what a server wants to hear again (RFC 9110, 13), when it may next be asked, and what was last wrong with it.
 * `entry`: entries of feeds that were dealt with, by a hash, or that wait for their page. `watched`: files of folders as they were when they were read.
 */
export const WATCH_TABLES = `
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  dueAt TEXT,
  failures INTEGER NOT NULL,
  cause TEXT
) WITHOUT ROWID;
CREATE TABLE entry (key TEXT PRIMARY KEY, tries INTEGER NOT NULL, isDone INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE watched (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified REAL NOT NULL) WITHOUT ROWID;
`

export interface FeedRow {
  readonly url: string
  readonly etag: string | null
  /** The Last-Modified that the server sent, as it sent it. */
  readonly modified: string | null
  /** ISO 8601, UTC; not to be asked before. */
  readonly dueAt: string | null
  /** Failures one after the other. */
  readonly failures: number
  /** What was last wrong, as it was said; null where nothing is. */
  readonly cause: string | null
}

export function findFeed(db: Database, url: string): FeedRow | null {
  return db.get<FeedRow>('SELECT url, etag, modified, dueAt, failures, cause FROM feed WHERE url = ?', url)
}

export function putFeed(db: Database, { url, etag, modified, dueAt, failures, cause }: FeedRow): void {
  const sql = 'INSERT OR REPLACE INTO feed (url, etag, modified, dueAt, failures, cause) VALUES (?, ?, ?, ?, ?, ?)'
  db.run(sql, url, etag, modified, dueAt, failures, cause)
}

/** How an entry stands; null where it was never met. */
export function findEntry(db: Database, key: string): { readonly tries: number; readonly isDone: boolean } | null {
  const row = db.get<{ tries: number; isDone: number }>('SELECT tries, isDone FROM entry WHERE key = ?', key)
  return row && { tries: row.tries, isDone: row.isDone === 1 }
}

export function putEntry(db: Database, key: string, tries: number, isDone: boolean): void {
  db.run('INSERT OR REPLACE INTO entry (key, tries, isDone) VALUES (?, ?, ?)', key, tries, isDone ? 1 : 0)
}

/** A file as it was when it was read: bytes, and milliseconds since 1970. */
export interface WatchedFile {
  readonly path: string
  readonly size: number
  readonly modified: number
}

/** Is the file as it was when it was last read? */
export function isWatched(db: Database, { path, size, modified }: WatchedFile): boolean {
  return db.get('SELECT 1 FROM watched WHERE path = ? AND size = ? AND modified = ?', path, size, modified) !== null
}

export function putWatched(db: Database, { path, size, modified }: WatchedFile): void {
  db.run('INSERT OR REPLACE INTO watched (path, size, modified) VALUES (?, ?, ?)', path, size, modified)
}
