import type { Database } from './database.ts'
import { CONFIDENTIALITIES, type Confidentiality } from './reports.ts'

/** What may be seen where reports up to a level may: "restricted" opens the public ones too. */
export function levelsUpTo(level: Confidentiality): readonly Confidentiality[] {
  return CONFIDENTIALITIES.slice(0, CONFIDENTIALITIES.indexOf(level) + 1)
}

/**
 * Does something while no query of this connection finds a report that is more confidential than a level, nor a record of one, whatever it asks: a view
 * stands before the table, so that no question can forget to look.
 */
export function withReportsUpTo<T>(db: Database, level: Confidentiality, action: () => T): T {
  if (level === CONFIDENTIALITIES.at(-1)) return action()
  db.exec(`CREATE TEMP VIEW report AS SELECT * FROM main.report WHERE confidentiality IN (${listed(level)})`)
  try {
    return action()
  } finally {
    db.exec('DROP VIEW temp.report')
  }
}

/** How many of some reports (their numbers) are more confidential than a level; where none is, they are not asked for. */
export function countCloser(db: Database, find: () => readonly number[], level: Confidentiality): number {
  const closed = db.get(`SELECT 1 FROM main.report WHERE confidentiality NOT IN (${listed(level)}) LIMIT 1`)
  if (!closed) return 0
  const sql = `SELECT count(*) AS count FROM main.report WHERE no IN (SELECT value FROM json_each(?)) AND confidentiality NOT IN (${listed(level)})`
  return db.get<{ count: number }>(sql, JSON.stringify(find()))?.count ?? 0
}

function listed(level: Confidentiality): string {
  return levelsUpTo(level)
    .map(each => `'${each}'`)
    .join(', ')
}
