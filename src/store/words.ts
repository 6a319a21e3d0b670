import type { Database } from './database.ts'

/**
 * The words of titles and texts (SQLite FTS5), without the texts themselves: a row is taken out by giving its words again. Case and diacritics
 * do not matter. `secure-delete` makes that nothing of a removed text stays behind in the index.
 */
export const WORD_TABLES = `
CREATE VIRTUAL TABLE fulltext USING fts5(title, text, content='', tokenize="unicode61 remove_diacritics 2");
INSERT INTO fulltext (fulltext, rank) VALUES ('secure-delete', 1);
`

export function insertWords(db: Database, report: number, title: string | null, text: string): void {
  db.run('INSERT INTO fulltext (rowid, title, text) VALUES (?, ?, ?)', report, title ?? '', text)
}

/** The words must be those that were put in. */
export function deleteWords(db: Database, report: number, title: string | null, text: string): void {
  db.run("INSERT INTO fulltext (fulltext, rowid, title, text) VALUES ('delete', ?, ?, ?)", report, title ?? '', text)
}

/** Puts the parts of the index together, so that it is small and quick; what was deleted is gone from it. */
export function tidyWords(db: Database): void {
  db.exec("INSERT INTO fulltext (fulltext) VALUES ('optimize'); INSERT INTO called (called) VALUES ('optimize')")
}
