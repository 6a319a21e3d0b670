import type { Database, Value } from './database.ts'

/** Puts a row into a table; `columns` names the fields of the row in the order of the table's own list. */
export function insertRow<Column extends string>(
  db: Database,
  table: string,
  columns: readonly Column[],
  row: Readonly<Record<Column, Value>>,
): void {
  db.run(insertSql(table, columns), ...columns.map(column => row[column]))
}

const made = new Map<string, string>()

function insertSql(table: string, columns: readonly string[]): string {
  const known = made.get(table)
  if (known) return known
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  made.set(table, sql)
  return sql
}

/** Rows that go in with one statement: each statement costs about as much as a row. */
const TOGETHER = 32

/** Puts rows into a table, values in the order of `columns`; one that is there already is passed over. */
export function insertRows(db: Database, table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): void {
  let at = 0
  for (; at + TOGETHER <= rows.length; at += TOGETHER) db.run(manySql(table, columns, TOGETHER), ...rows.slice(at, at + TOGETHER).flat())
  for (; at < rows.length; at++) db.run(manySql(table, columns, 1), ...(rows[at] as readonly Value[]))
}

function manySql(table: string, columns: readonly string[], count: number): string {
  const key = `${table} ${count}`
  const known = made.get(key)
  if (known) return known
  const row = `(${columns.map(() => '?').join(', ')})`
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: count }, () => row).join(', ')} ON CONFLICT DO NOTHING`
  made.set(key, sql)
  return sql
}
