import type { Database } from './database.ts'

/** What SQLite itself finds wrong with a file, in its own words; nothing where it is whole. */
export function findDamage(db: Database): string[] {
  const damage = db.all<{ integrity_check: string }>('PRAGMA integrity_check(20)').map(row => row.integrity_check)
  const loose = db.all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
  return [
    ...damage.filter(line => line !== 'ok'),
    ...loose.slice(0, 20).map(({ table, rowid, parent }) => `row ${rowid} of ${table} leads to nothing in ${parent}`),
  ]
}

/** How many texts the index of words is made of. */
export function countIndexedTexts(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM fulltext_docsize')?.count ?? 0
}
