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
