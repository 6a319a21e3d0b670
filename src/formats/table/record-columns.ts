import type { EntityRecord } from '../../record/entity.ts'
import { place, ref } from '../../record/entity.ts'
import { describeField, fieldsOf, isSchema, itemsOf, RECORD_SCHEMAS, unwrap } from '../../record/fields.ts'
import { type ReadingRecord, report } from '../../record/reading.ts'
import { findReference, type RecordList } from '../../record/references.ts'
import { listSpans, type Span, type Spans, span, spans } from '../../record/span.ts'
import { time } from '../../record/time.ts'
import { shorten } from '../view/shorten.ts'
import { HXL_TAGS } from './hxl.ts'
import type { Cell, Column, ColumnType } from './table.ts'

/** A record with the reading that it stands in. */
export interface RecordRow {
  readonly record: unknown
  readonly reading: ReadingRecord
  entity(id: string): EntityRecord | undefined
}

/** The records of one list of a reading as rows. */
export function listRows(list: RecordList, reading: ReadingRecord): RecordRow[] {
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  return reading[list].map(record => ({ record, reading, entity: id => entities.get(id) }))
}

type Schema = Parameters<typeof unwrap>[0]
type Get = (row: RecordRow) => unknown

/** Where a column comes from: how its name begins, what it says, its schema. */
interface Field {
  readonly name: string
  readonly says: string
  readonly schema: Schema
  readonly get: Get
}

/** Fields of the report that every row repeats, before the day on which it was published. */
const REPORT_FIELDS = ['id', 'sourceId', 'title', 'publisher', 'url', 'language'] as const

/** Fields whose entity is a place. */
const PLACES: ReadonlySet<string> = new Set(['place', 'origin', 'destination'])

/** The columns of each list, by the schema of its records. */
export const RECORD_COLUMNS: Readonly<Record<RecordList, readonly Column<RecordRow>[]>> = {
  entities: columnsOfList('entities'),
  statements: columnsOfList('statements'),
  events: columnsOfList('events'),
  figures: columnsOfList('figures'),
  positions: columnsOfList('positions'),
}

function columnsOfList(list: RecordList): Column<RecordRow>[] {
  const own = fieldsOf(RECORD_SCHEMAS[list])
    .filter(([field]) => field !== 'from')
    .flatMap(([field, schema]) =>
      columnsOf({
        name: spellColumn(field),
        says: describeField(schema),
        schema,
        get: ({ record }) => (record as Record<string, unknown>)[field],
      }),
    )
  const shared = fieldsOf(report)
    .filter(([field]) => (REPORT_FIELDS as readonly string[]).includes(field))
    .flatMap(([field, schema]) =>
      columnsOf({
        name: `report_${spellColumn(field)}`,
        says: `of the report: ${describeField(schema)}`,
        schema,
        get: ({ reading }) => reading.report[field as 'title'],
      }),
    )
  const published = column(
    'report_published',
    'of the report: when it was published',
    'string',
    ({ reading }) => reading.report.published?.value,
  )
  return [...own, ...shared, published]
}

/** The columns that a field becomes, by its schema: an id has a name beside it, a time its days, a span its words. */
function columnsOf(field: Field): Column<RecordRow>[] {
  const { name, says, schema, get } = field
  const item = itemsOf(schema)
  if (isSchema(schema, span) || isSchema(schema, spans) || (item && holdsSpan(item)))
    return [
      column(name, says, 'string', row => joinWords(spansIn(get(row)), row.reading.report.text)),
      column(`${name}_at`, `where these words stand in the text`, 'string', row =>
        spansIn(get(row))
          .map(at => at.join('-'))
          .join('; '),
      ),
    ]
  if (isSchema(schema, time)) return partsOf(field, fieldsOf(time), part => (part === 'span' ? 'words' : part))
  if (isSchema(schema, ref) || isSchema(schema, place)) return partsOf(field, fieldsOf(unwrap(schema)))
  const list = findReference(unwrap(item ?? schema))
  if (list === 'entities') return entityColumns(field, item !== null)
  if (list) return [column(name, says, 'string', row => [get(row) ?? []].flat().join('; '))]
  const parts = fieldsOf(schema)
  if (parts.length > 0) return partsOf(field, parts)
  return [column(name, says, typeOf(name, schema), row => plain(get(row)))]
}

function partsOf(
  { name, says, get }: Field,
  parts: ReturnType<typeof fieldsOf>,
  spell: (part: string) => string = spellColumn,
): Column<RecordRow>[] {
  return parts.flatMap(([part, schema]) =>
    columnsOf({
      name: `${name}_${spell(part)}`,
      says: `${says}: ${describeField(schema) || spell(part)}`,
      schema,
      get: row => (get(row) as Record<string, unknown> | null | undefined)?.[part],
    }),
  )
}

/** An entity: its name, its id and its country (ISO 3166-1 alpha-3); for a single place also where that is. */
function entityColumns({ name, says, get }: Field, many: boolean): Column<RecordRow>[] {
  const each = (suffix: string, what: string, cell: (entity: EntityRecord | undefined) => Cell) =>
    column(name + suffix, `${says}: ${what}`, 'string', row => {
      const cells = ([(get(row) ?? []) as string | string[]].flat() as string[]).map(id => String(cell(row.entity(id)) ?? ''))
      return cells.some(part => part !== '') ? cells.join('; ') : null
    })
  const who = [
    each('', 'its name', e => e?.name),
    each('_id', 'its id in the reading', e => e?.id),
    each('_iso3', 'its country, ISO 3166-1 alpha-3', e => e?.ref?.country ?? e?.place?.country),
  ]
  if (many || !PLACES.has(name)) return who
  return [
    ...who,
    { ...each('_lat', 'degrees north, WGS84', e => e?.place?.lat), type: 'number' },
    { ...each('_lon', 'degrees east, WGS84', e => e?.place?.lon), type: 'number' },
    each('_pcode', 'OCHA place code', e => e?.ref?.pcode),
  ]
}

function column(name: string, says: string, type: ColumnType, cell: (row: RecordRow) => Cell): Column<RecordRow> {
  const hxl = HXL_TAGS.get(name)
  return hxl ? { name, says, type, hxl, cell } : { name, says, type, cell }
}

function typeOf(name: string, schema: Schema): ColumnType {
  const { type } = (unwrap(schema) as { _zod: { def: { type: string } } })._zod.def
  if (type === 'number') return 'number'
  return /_(start|end)$/.test(name) ? 'date' : 'string'
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
