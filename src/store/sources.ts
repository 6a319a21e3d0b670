import type { Database } from './database.ts'

/** The bytes that a report came in, by their hash: two reports of one file share them. */
export const SOURCE_TABLES = `
CREATE TABLE source (
  hash TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
`

export interface Source {
  /** "sha256:…" of the bytes. */
  readonly hash: string
  /** The name of the input format. */
  readonly format: string
  /** Bytes before they were compressed. */
  readonly size: number
  /** Compressed. */
  readonly bytes: Uint8Array
}

export function putSource(db: Database, { hash, format, size, bytes }: Source): void {
  db.run('INSERT OR IGNORE INTO source (hash, format, size, bytes) VALUES (?, ?, ?, ?)', hash, format, size, bytes)
}

export function findSource(db: Database, hash: string): Source | null {
  return db.get<Source>('SELECT hash, format, size, bytes FROM source WHERE hash = ?', hash)
}

/** Every source, for a look at its hash. */
export function listSources(db: Database): Generator<Source> {
  return db.iterate<Source>('SELECT hash, format, size, bytes FROM source ORDER BY rowid')
}

/** Takes away what no report came in. */
export function dropUnusedSources(db: Database, hashes: readonly string[]): void {
  for (const hash of hashes) db.run('DELETE FROM source WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM report WHERE source = hash)', hash)
}
