import { COLUMN_FIELDS, type ColumnField, type Columns } from '../columns.ts'
import type { FormatName } from '../format-name.ts'
import type { SourceReport } from '../source.ts'

/** A row of a table or a JSON record as a report: its text, whether that is HTML, and what else it says. */
export interface RecordReport {
  readonly text: string | null
  readonly format: Extract<FormatName, 'text' | 'fragment'>
  readonly known: Partial<SourceReport>
}

/** Puts a report together from the values that `findValue` finds under the names of its columns. */
export function reportOfRecord(columns: Columns, findValue: (column: string) => string | null): RecordReport {
  const values = new Map<ColumnField, string>()
  for (const field of COLUMN_FIELDS) {
    const column = columns[field]
    const value = column === undefined ? null : findValue(column)
    if (value !== null && value.trim() !== '') values.set(field, value)
  }
  const text = values.get('text') ?? null
  const get = (field: ColumnField) => values.get(field)?.trim() ?? null
  return {
    text,
    format: text !== null && looksLikeHtml(text) ? 'fragment' : 'text',
    known: {
      title: get('title'),
      published: get('published'),
      url: get('url'),
      publisher: get('publisher'),
      language: get('language'),
      sourceId: get('id'),
      authors: splitNames(get('authors')),
    },
  }
}

/** Does a text come with the tags of HTML? */
function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|div|span|table|ul|ol|h[1-6]|strong|em|b|i|a)(?:\s[^<>]*)?\/?>/i.test(text)
}

function splitNames(names: string | null): string[] {
  return names === null ? [] : names.split(/\s*;\s*/).filter(name => name !== '')
}
