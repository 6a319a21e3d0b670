import type { EntityRecord } from '../../record/entity.ts'
import { entity, place } from '../../record/entity.ts'
import { describeField, fieldsOf, isSchema, itemsOf, RECORD_SCHEMAS, unwrap } from '../../record/fields.ts'
import { type FigureValue, figureValue } from '../../record/figure.ts'
import { findReference, type RecordList } from '../../record/references.ts'
import { listSpans, type Span, type Spans, span, spans } from '../../record/span.ts'
import { type Time, time } from '../../record/time.ts'
import type { AnyRecord, Names } from './record-view.ts'
import { shorten } from './shorten.ts'
import { formatChange, formatDays, formatNumber, formatValue } from './values.ts'
import { spell } from './words.ts'

/** A field of a record as people read it. */
export interface FieldView {
  readonly field: string
  /** "said in" for saidIn. */
  readonly label: string
  /** What the schema says about it. */
  readonly says: string
  /** What it holds; null where nothing is known. */
  readonly text: string | null
  /** Ids of the records that it names. */
  readonly refers: readonly string[]
  /** The words that it rests on. */
  readonly spans: readonly Span[]
  readonly rule: string | null
}

/** Words of a field that go on for longer are cut in the middle. */
const LONGEST = 600

/** Fields that every record has and that say nothing about what it tells. */
const ASIDE: ReadonlySet<string> = new Set(['id', 'from', 'evidence', 'confidence'])

/** What is the same for a field of every record in a list. */
interface Layout extends Pick<FieldView, 'field' | 'label' | 'says'> {
  readonly schema: Schema
  readonly isReference: boolean
}

const layouts = new Map<RecordList, readonly Layout[]>()

function layoutOf(list: RecordList): readonly Layout[] {
  const known = layouts.get(list)
  if (known) return known
  const layout = fieldsOf(RECORD_SCHEMAS[list])
    .filter(([field]) => !ASIDE.has(field))
    .map(([field, schema]) => ({
      field,
      label: spell(field),
      says: describeField(schema),
      schema,
      isReference: findReference(unwrap(itemsOf(schema) ?? schema)) !== null,
    }))
  layouts.set(list, layout)
  return layout
}

/** The fields of a record in the order of its schema, empty ones too. */
export function listFields(list: RecordList, record: AnyRecord, names: Names, text: string): FieldView[] {
  const values = record as unknown as Readonly<Record<string, unknown>>
  return layoutOf(list).map(({ field, label, says, schema, isReference }) => {
    const value = values[field] ?? null
    const why = record.from[field]
    return {
      field,
      label,
      says,
      text: value === null || (Array.isArray(value) && value.length === 0) ? null : formatField(schema, value, names, text),
      refers: isReference ? ([value].flat().filter(Boolean) as string[]) : [],
      spans: why?.spans ?? [],
      rule: why?.rule ?? null,
    }
  })
}

type Schema = Parameters<typeof unwrap>[0]

function formatField(schema: Schema, value: unknown, names: Names, text: string): string {
  const words = (at: Span) => shorten(text.slice(...at), LONGEST).replace(/\s+/g, ' ')
  if (isSchema(schema, time)) return formatTime(value as Time, words)
  if (isSchema(schema, span) || isSchema(schema, spans))
    return listSpans(value as Spans)
      .map(words)
      .join(' … ')
  if (isSchema(schema, place)) return formatPlace(value as NonNullable<EntityRecord['place']>)
  if (isSchema(schema, figureValue)) return formatExact(value as FigureValue)
  if (isSchema(schema, MENTIONS)) return countMentions(value as EntityRecord['mentions'])
  const item = itemsOf(schema)
  if (item) return (value as unknown[]).map(each => formatField(item, each, names, text)).join(isSchema(item, span) ? ' … ' : ', ')
  const list = findReference(unwrap(schema))
  if (list === 'entities') return names.entity(value as string)
  if (list === 'statements') return names.statement(value as string)
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value !== 'object' || value === null)
    return list ? String(value) : /^[a-z_-]+$/.test(String(value)) ? spell(String(value)) : String(value)
  if ('factor' in value || 'by' in value) return formatChange(value as Parameters<typeof formatChange>[0])
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([key, part]) => (typeof part === 'object' ? '' : key === 'event' || key === 'subEvent' ? String(part) : `${spell(key)} ${part}`))
    .filter(part => part !== '')
    .join(', ')
}

const MENTIONS = Object.fromEntries(fieldsOf(entity)).mentions as Schema

/** The days and, where they were worked out, from which words and how. */
function formatTime(value: Time, words: (at: Span) => string): string {
  const said = value.span && `“${words(value.span)}”`
  const days = formatDays(value)
  if (!days) return [said, value.value].filter(part => part !== null).join(', ')
  return value.basis === 'stated' || !said ? days : `${days}, ${value.basis} from ${said}`
}

function formatPlace({ lat, lon, country, admin1, precision }: NonNullable<EntityRecord['place']>): string {
  const point = `${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}`
  return [point, admin1, country, precision].filter(part => part !== null).join(', ')
}

function formatExact(value: FigureValue): string {
  return value.quantifier === 'vague' ? `${formatValue(value)} (vague)` : formatValue(value)
}

function countMentions(mentions: EntityRecord['mentions']): string {
  const counts = new Map<string, number>()
  for (const { as } of mentions) counts.set(as, (counts.get(as) ?? 0) + 1)
  return [...counts].map(([as, count]) => `${count} ${as}${count === 1 ? '' : 's'}`).join(', ')
}
