import { GriotError } from '../util/error.ts'
import { type Columns, completeColumns } from './columns.ts'
import { fromFragment } from './from-fragment.ts'
import { fromReliefWeb, isReliefWeb } from './from-reliefweb.ts'
import { reportOfRecord } from './records/record-report.ts'
import { type Found, mergeReport, type SourceReport, sourceReport } from './source.ts'

/**
 * One line of JSON Lines: `{ text, id?, title?, published?, url?, publisher?, authors?, language? }`. Every line that is JSON gives a
 * report; a field of the wrong kind is left out with a note. Where the keys are others, `columns` says which holds what, or their usual names
 * tell it; a record of ReliefWeb is known by its `fields`. `name` (file:line) stands in the message where the line is no JSON.
 */
export function fromJsonLine(line: string, name: string, columns?: Columns): Found {
  const { value, notes } = parseLine(line, name)
  if (!columns && isReliefWeb(value)) return fromReliefWeb(value)
  if (columns || !Object.hasOwn(value, 'text')) {
    const complete = completeColumns(columns, Object.keys(value).slice(0, MOST_KEYS))
    if (complete.text !== undefined) return fromRecord(value, complete)
  }
  const strings = Object.fromEntries(
    FIELDS.map(field => [field === 'id' ? 'sourceId' : field, stringOf(value, field, notes)]),
  ) as unknown as Pick<SourceReport, 'sourceId' | 'title' | 'url' | 'publisher' | 'published' | 'language'>
  const text = stringOf(value, 'text', notes)
  if (text === null) notes.push('The JSON line has no `text`.')
  return { report: sourceReport({ ...strings, text: text ?? '', authors: authorsOf(value, notes), notes }), map: [[0, 0]] }
}

/** No record has more; a hostile one might. */
const MOST_KEYS = 10_000

function fromRecord(value: object, columns: Columns): Found {
  const { text, format, known } = reportOfRecord(columns, column => textOf(findValue(value, column)))
  if (text === null)
    return {
      report: sourceReport({ ...known, text: '', notes: [`The record has no text under "${columns.text ?? 'text'}".`] }),
      map: [[0, 0]],
    }
  const found: Found = format === 'fragment' ? fromFragment(text) : { report: sourceReport({ text }), map: [[0, 0]] }
  return { report: mergeReport(found.report, known), map: found.map }
}

/** The value under a key of the record itself, or under keys inside each other: "source.name". */
function findValue(value: object, column: string): unknown {
  if (Object.hasOwn(value, column)) return own(value, column)
  let found: unknown = value
  for (const key of column.split('.')) found = typeof found === 'object' && found !== null ? own(found, key) : undefined
  return found
}

/** A string or number as it is; of a list its parts, of an object its name. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.flatMap(part => (Array.isArray(part) ? [] : (textOf(part) ?? []))).join('; ') || null
  if (typeof value !== 'object' || value === null) return null
  const name = ['name', 'title', 'label', 'code', 'url', 'href', '#text'].map(key => own(value, key)).find(part => typeof part === 'string')
  return (name as string | undefined) ?? null
}

const FIELDS = ['id', 'title', 'url', 'publisher', 'published', 'language'] as const

function parseLine(line: string, name: string): { value: object; notes: string[] } {
  let value: unknown
  try {
    value = JSON.parse(line.startsWith('\uFEFF') ? line.slice(1) : line)
  } catch {
    throw new GriotError('line-not-json', `${name} is not JSON: ${excerpt(line)}`, {
      hint: 'JSON Lines has one object a line: {"text": "…"}',
    })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value, notes: [] }
  const notes = ['The JSON line is no object with a `text`.']
  return typeof value === 'string' ? { value: { text: value }, notes: [...notes, 'Its string is read as the text.'] } : { value: {}, notes }
}

/** A string, or a number as one, under a key of the object itself. */
function stringOf(value: object, field: string, notes: string[]): string | null {
  const found = own(value, field)
  if (found === undefined || found === null) return null
  if (typeof found === 'string') return found === '' && field !== 'text' ? null : found
  if (field !== 'text' && typeof found === 'number') return String(found)
  notes.push(`The field \`${field}\` of the JSON line is no string and is left out.`)
  return null
}

function authorsOf(value: object, notes: string[]): string[] {
  const found = own(value, 'authors') ?? own(value, 'author')
  if (found === undefined || found === null) return []
  const list = Array.isArray(found) ? found : [found]
  const names = list.filter(name => typeof name === 'string' && name.trim() !== '') as string[]
  if (names.length < list.length) notes.push('Some `authors` of the JSON line are no strings and are left out.')
  return names
}

function own(value: object, field: string): unknown {
  return Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined
}

function excerpt(line: string): string {
  const start = line
    .slice(0, 40)
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
  return `"${start}${line.length > 40 ? '…' : ''}"`
}
