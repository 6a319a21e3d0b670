import { fieldsOf, isSchema, itemsOf, RECORD_SCHEMAS, unwrap } from '../src/record/fields.ts'
import type { ReadingRecord } from '../src/record/index.ts'
import { findReference, RECORD_LISTS, type RecordList } from '../src/record/references.ts'
import { listSpans, type Span, type Spans, span as spanSchema, spans as spansSchema } from '../src/record/span.ts'
import { time as timeSchema } from '../src/record/time.ts'

type Schema = Parameters<typeof unwrap>[0]
type AnyRecord = ReadingRecord[RecordList][number]

/** A record as a person compares it: names for ids, words for spans. */
export interface PlainRecord {
  readonly list: RecordList
  readonly id: string
  /** The spans that make it a record, in order: first mention, content, trigger, number, title. */
  readonly at: readonly Span[]
  /** The words at `at`. */
  readonly words: string
  /** Field → what it holds, in words; "null" and "nobody" where it holds nothing. Also `from.FIELD`, the rule that filled it. */
  readonly fields: ReadonlyMap<string, string>
}

/** Every record of a reading in words. */
export function listPlain(reading: ReadingRecord): PlainRecord[] {
  const words = (span: Span) => reading.report.text.slice(...span).replace(/\s+/g, ' ')
  const byId = new Map<string, string>()
  for (const list of RECORD_LISTS)
    for (const record of reading[list])
      byId.set(record.id, 'mentions' in record ? record.name : `“${shorten(anchorOf(record).map(words).join(' … '))}”`)
  const show = (value: unknown, schema: Schema): string => {
    if (value === null || value === undefined) return 'null'
    if (isSchema(schema, timeSchema)) return showTime(value as Times)
    if (isSchema(schema, spanSchema) || isSchema(schema, spansSchema))
      return `“${listSpans(value as Spans)
        .map(words)
        .join(' … ')}”`
    const item = itemsOf(schema)
    if (item) return (value as unknown[]).map(part => show(part, item)).join(', ') || 'none'
    if (findReference(unwrap(schema))) return byId.get(String(value)) ?? String(value)
    const fields = fieldsOf(schema)
    if (fields.length > 0) return fields.map(([name, of]) => (name in (value as object) ? show((value as never)[name], of) : '')).join(' ')
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return RECORD_LISTS.flatMap(list =>
    reading[list].map((record: AnyRecord) => {
      const fields = new Map<string, string>()
      for (const [name, schema] of fieldsOf(RECORD_SCHEMAS[list]))
        if (name !== 'id' && name !== 'from') fields.set(name, show(record[name as keyof AnyRecord], schema))
      for (const [name, { rule }] of Object.entries(record.from)) fields.set(`from.${name}`, rule)
      const at = anchorOf(record)
      return { list, id: record.id, at, words: at.map(words).join(' … '), fields }
    }),
  )
}

type Times = NonNullable<ReadingRecord['times'][number]>

function showTime({ start, end, value, basis }: Times): string {
  return `${start === end ? start : `${start ?? ''}/${end ?? ''}`} (${value}, ${basis})`
}

function anchorOf(record: AnyRecord): readonly Span[] {
  if ('mentions' in record) return record.mentions.slice(0, 1).map(mention => mention.span)
  if ('content' in record) return record.content
  return listSpans('trigger' in record ? record.trigger : record.span)
}

/** The beginning of words that would not fit into a line. */
export function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words
}
