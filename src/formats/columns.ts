import { loadTable } from '../resource/table.ts'
import { GriotError } from '../util/error.ts'

/** What a column of a table, or a key of a JSON record, may hold. */
export const COLUMN_FIELDS = ['text', 'title', 'published', 'url', 'publisher', 'language', 'id', 'authors'] as const
export type ColumnField = (typeof COLUMN_FIELDS)[number]

/** Which column holds what. */
export type Columns = Readonly<Partial<Record<ColumnField, string>>>

/** Parses what a user wrote, "text=Body,title=Headline"; fails with a sentence where it cannot be meant. */
export function parseColumns(written: string): Columns {
  const columns: Partial<Record<ColumnField, string>> = {}
  for (const pair of written.split(',')) {
    const [, field = '', column = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(pair) ?? []
    if (!isField(field) || column === '') {
      throw new GriotError('bad-columns', `"${pair.trim()}" names no column`, {
        hint: `Write --map text=Body,title=Headline; on the left stand ${COLUMN_FIELDS.join(', ')}`,
      })
    }
    columns[field] = column
  }
  return columns
}

/** What was said about the columns, the rest told from their names. */
export function completeColumns(given: Columns | undefined, names: readonly string[]): Columns {
  const taken = new Set(Object.values(given ?? {}))
  return { ...guessColumns(names.filter(name => !taken.has(name))), ...given }
}

/** Finds the columns by the names that exports usually give them; the first in the order of surety wins, and a column is taken once. */
function guessColumns(names: readonly string[]): Columns {
  const columns: Partial<Record<ColumnField, string>> = {}
  const byName = new Map<string, string>()
  for (const name of names) if (!byName.has(normalise(name))) byName.set(normalise(name), name)
  usual ??= loadTable(new URL('./records/column-names.tsv', import.meta.url), ['field', 'name'])
  for (const { field, name } of usual) {
    const column = byName.get(name)
    if (isField(field) && column !== undefined) columns[field] ??= column
  }
  return columns
}

let usual: readonly { readonly field: string; readonly name: string }[] | undefined

/** The choice as a sentence: which column is read as what. */
export function describeColumns(columns: Columns): string {
  const pairs = COLUMN_FIELDS.flatMap(field => (columns[field] === undefined ? [] : [`${field} from "${columns[field]}"`]))
  return `Read by the names of the columns: ${pairs.join(', ')}; another choice is made with --map.`
}

function isField(field: string): field is ColumnField {
  return (COLUMN_FIELDS as readonly string[]).includes(field)
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/[\s_.:-]+/g, '')
}
