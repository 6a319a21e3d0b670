import type { EntityRecord } from '../record/entity.ts'
import { place, ref } from '../record/entity.ts'
import { fieldsOf, isSchema, itemsOf, RECORD_SCHEMAS, unwrap } from '../record/fields.ts'
import { type ReadingRecord, report } from '../record/reading.ts'
import { findReference, type RecordList } from '../record/references.ts'
import { listSpans, type Span, type Spans, span, spans } from '../record/span.ts'
import { time } from '../record/time.ts'
import type { Output, OutputOptions } from './output.ts'
import { shorten } from './view/shorten.ts'

/** The first line of a table begins with a byte order mark, by which spreadsheets know UTF-8. */
const MARK = '\uFEFF'

/** Names of the columns of a table. */
export function listColumns(list: RecordList): string[] {
  return COLUMNS[list].map(column => column.name)
}

/** One list of every reading as a table: CSV as in RFC 4180, a row a record, in the order of the reading. */
export function csvOutput({ list }: OutputOptions): Output {
  return { head: MARK + formatRow(listColumns(list)), format: reading => formatRows(list, reading) }
}

function formatRows(list: RecordList, reading: ReadingRecord): string {
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  const lookup: Lookup = { reading, text: reading.report.text, entity: id => entities.get(id) }
  return reading[list].map(record => formatRow(COLUMNS[list].map(column => column.cell(record, lookup)))).join('')
}

interface Lookup {
  readonly reading: ReadingRecord
  readonly text: string
  entity(id: string): EntityRecord | undefined
}

type Cell = string | number | null | undefined

/** A column: its name, and what it holds for a record. */
interface Column {
  readonly name: string
  cell(record: unknown, lookup: Lookup): Cell
}

type Schema = Parameters<typeof unwrap>[0]
type Get = (record: unknown, lookup: Lookup) => unknown

/** Fields of the report that every row repeats, before the day on which it was published. */
const REPORT_FIELDS = ['id', 'sourceId', 'title', 'publisher', 'url', 'language'] as const

/** Fields whose entity is a place. */
const PLACES: ReadonlySet<string> = new Set(['place', 'origin', 'destination'])

const COLUMNS: Readonly<Record<RecordList, readonly Column[]>> = {
  entities: columnsOfList('entities'),
  statements: columnsOfList('statements'),
  events: columnsOfList('events'),
  figures: columnsOfList('figures'),
  positions: columnsOfList('positions'),
}

function columnsOfList(list: RecordList): Column[] {
  const own = fieldsOf(RECORD_SCHEMAS[list])
    .filter(([field]) => field !== 'from')
    .flatMap(([field, of]) => columnsOf(spellColumn(field), of, record => (record as Record<string, unknown>)[field]))
  const shared = fieldsOf(report)
    .filter(([field]) => (REPORT_FIELDS as readonly string[]).includes(field))
    .flatMap(([field, of]) => columnsOf(`report_${spellColumn(field)}`, of, (_, { reading }) => reading.report[field as 'title']))
  return [...own, ...shared, { name: 'report_published', cell: (_, { reading }) => reading.report.published?.value }]
}

/** The columns that a field becomes, by its schema: an id has a name beside it, a time its days, a span its words. */
function columnsOf(name: string, schema: Schema, get: Get): Column[] {
  const item = itemsOf(schema)
  if (isSchema(schema, span) || isSchema(schema, spans) || (item && holdsSpan(item)))
    return [
      { name, cell: (record, lookup) => joinWords(spansIn(get(record, lookup)), lookup.text) },
      {
        name: `${name}_at`,
        cell: (record, lookup) =>
          spansIn(get(record, lookup))
            .map(at => at.join('-'))
            .join('; '),
      },
    ]
  if (isSchema(schema, time))
    return fieldsOf(time).flatMap(([part, of]) => columnsOf(part === 'span' ? `${name}_words` : `${name}_${part}`, of, within(get, part)))
  if (isSchema(schema, ref) || isSchema(schema, place))
    return fieldsOf(unwrap(schema)).flatMap(([part, of]) => columnsOf(`${name}_${spellColumn(part)}`, of, within(get, part)))
  const list = findReference(unwrap(item ?? schema))
  if (list === 'entities') return entityColumns(name, item !== null, get)
  if (list) return [{ name, cell: (record, lookup) => [get(record, lookup) ?? []].flat().join('; ') }]
  const parts = fieldsOf(schema)
  if (parts.length > 0) return parts.flatMap(([part, of]) => columnsOf(`${name}_${spellColumn(part)}`, of, within(get, part)))
  return [{ name, cell: (record, lookup) => plain(get(record, lookup)) }]
}

/** An entity: its name, its id and its country (ISO 3166-1 alpha-3); for a single place also where that is. */
function entityColumns(name: string, many: boolean, get: Get): Column[] {
  const found: (record: unknown, lookup: Lookup) => (EntityRecord | undefined)[] = (record, lookup) =>
    [(get(record, lookup) ?? []) as string | string[]].flat().map(id => lookup.entity(id))
  const column = (suffix: string, cell: (entity: EntityRecord | undefined) => Cell): Column => ({
    name: name + suffix,
    cell: (record, lookup) => {
      const cells = found(record, lookup).map(entity => String(cell(entity) ?? ''))
      return cells.some(part => part !== '') ? cells.join('; ') : null
    },
  })
  const who = [column('', e => e?.name), column('_id', e => e?.id), column('_iso3', e => e?.ref?.country ?? e?.place?.country)]
  if (many || !PLACES.has(name)) return who
  return [...who, column('_lat', e => e?.place?.lat), column('_lon', e => e?.place?.lon), column('_pcode', e => e?.ref?.pcode)]
}

function within(get: Get, part: string): Get {
  return (record, lookup) => (get(record, lookup) as Record<string, unknown> | null | undefined)?.[part]
}

/** What is no id, time or span: lists with semicolons, objects as JSON. */
function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  if (Array.isArray(value) && value.every(part => typeof part === 'string')) return value.join('; ')
  return Array.isArray(value) && value.length === 0 ? null : JSON.stringify(value)
}

/** Is it a span, or something that stands at one, as a mention does? */
function holdsSpan(schema: Schema): boolean {
  return isSchema(schema, span) || fieldsOf(schema).some(([field, of]) => field === 'span' && isSchema(of, span))
}

function spansIn(value: unknown): readonly Span[] {
  const [first] = (value ?? []) as readonly unknown[]
  const isListed = typeof first === 'object' && first !== null && 'span' in first
  return isListed ? (value as { span: Span }[]).map(each => each.span) : listSpans((value ?? null) as Spans | null)
}

/** Words of a cell beyond this are cut in the middle: a spreadsheet takes 32,767 letters, and sentences without end would fill the disk. */
const LONGEST = 5000

function joinWords(at: readonly Span[], text: string): string {
  return shorten(at.map(each => shorten(text.slice(...each), LONGEST)).join(' … '), LONGEST)
}

/** saidIn → said_in. */
function spellColumn(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

function formatRow(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`
}

/**
 * A cell as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV injection"); numbers and
 * dates stay what they are.
 */
function formatCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-\d[\d.-]*$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
