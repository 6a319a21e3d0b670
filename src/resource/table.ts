import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GriotError } from '../util/error.ts'

/** A row of a list: column name → cell, with the line it stands on (from 1). */
export type Row<Column extends string> = Readonly<Record<Column, string>> & { readonly line: number }

/**
 * Reads a tab-separated list: comment lines start with "#" (what it is, source, licence), then a head row, then one entry a line.
 * Every row has exactly the columns asked for. Errors name the file and the line.
 */
export function loadTable<const Column extends string>(file: URL, columns: readonly Column[]): Row<Column>[] {
  return parseTable(readFileSync(file, 'utf8'), fileURLToPath(file), columns)
}

/** `loadTable` on text already in memory; `name` stands in the messages. */
function parseTable<const Column extends string>(text: string, name: string, columns: readonly Column[]): Row<Column>[] {
  const rows: Row<Column>[] = []
  let head: string[] | null = null
  let line = 0
  for (const raw of text.split('\n')) {
    line++
    const row = raw.replace(/\r$/, '')
    if (row.trim() === '' || row.startsWith('#')) continue
    const cells = row.split('\t')
    if (!head) {
      const missing = columns.filter(c => !cells.includes(c))
      if (missing.length)
        fail(name, line, `the head row lacks the column "${missing[0]}"`, `it must name ${columns.join(', ')}, tabs between them`)
      head = cells
      continue
    }
    if (cells.length !== head.length)
      fail(name, line, `${cells.length} cells where the head row has ${head.length}`, 'separate cells by one tab, and keep empty ones')
    const entry: Record<string, string | number> = { line }
    for (const [i, column] of head.entries()) entry[column] = (cells[i] ?? '').trim()
    rows.push(entry as Row<Column>)
  }
  if (!head) fail(name, line, 'no head row', `begin with ${columns.join(', ')}`)
  return rows
}

function fail(file: string, line: number, what: string, mend: string): never {
  throw new GriotError('bad-list', `${file}:${line}: ${what}.`, { hint: `${mend[0]?.toUpperCase()}${mend.slice(1)}.` })
}
