import { parsePublished } from '../../read/parse-published.ts'
import { fieldsOf, isSchema, itemsOf, RECORD_SCHEMAS } from '../../record/fields.ts'
import type { FigureValue } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { findReference, type RecordList } from '../../record/references.ts'
import type { Span } from '../../record/span.ts'
import { time } from '../../record/time.ts'
import { GriotError } from '../../util/error.ts'
import { foldName } from '../../util/fold.ts'
import { type Anchor, type AnyRecord, anchorOf, findRecord } from './anchor.ts'

/** Fields that say what a record rests on, which nobody can correct. */
const FIXED: ReadonlySet<string> = new Set(['id', 'from', 'evidence', 'span', 'trigger', 'mentions', 'confidence'])

/** The value that a correction gave a field, and the words of the report that it rests on. */
export interface Correction {
  readonly value: unknown
  readonly spans: readonly Span[]
}

/** A correction that was understood: the field, its value, and the records that the value leads to. */
export interface ParsedCorrection {
  readonly field: string
  readonly correction: Correction
  readonly refs: Readonly<Record<string, Anchor>>
}

/** Understands what a field is to hold instead. "value.best" is a part of a field. */
export function parseCorrection(
  reading: ReadingRecord,
  list: RecordList,
  record: AnyRecord,
  { field: path, value: written, ...words }: { readonly field: string; readonly value: string } & Words,
): ParsedCorrection {
  const [field = '', part] = path.split('.', 2)
  const schema = FIXED.has(field) ? undefined : fieldsOf(RECORD_SCHEMAS[list]).find(([name]) => name === field)?.[1]
  if (!schema) throw noSuchField(list, path)
  const before = (record as unknown as Record<string, unknown>)[field]
  const understood = understand(written, schema, reading)
  if (part !== undefined && !fieldsOf(schema).some(([name]) => name === part)) throw noSuchField(list, path)
  const value = field === 'value' ? figureValueOf(before as FigureValue | null, part, understood) : joinPart(before, part, understood)
  const checked = (schema as { safeParse?: (value: unknown) => { success: boolean } }).safeParse?.(value)
  if (checked && !checked.success) throw badValue(path, written)
  const refs = refsIn(value, reading)
  if (leadsToRecords(schema) && listIds(value).some(id => !refs[id])) throw badValue(path, written)
  const hasWords = words.words !== undefined || words.span !== undefined
  return { field, correction: { value, spans: hasWords ? [spanOf(reading.report.text, words)] : [] }, refs }
}

function joinPart(before: unknown, part: string | undefined, value: unknown): unknown {
  return part === undefined ? value : { ...(before as object | null), [part]: value }
}

/** A number alone is an exact one, and so is the best number of one that was exact. */
function figureValueOf(before: FigureValue | null, part: string | undefined, value: unknown): unknown {
  const isExact = part === undefined || (part === 'best' && (before?.quantifier ?? 'exact') === 'exact')
  if (typeof value !== 'number' || !isExact) return joinPart(before, part, value)
  return { low: value, best: value, high: value, quantifier: 'exact' } satisfies FigureValue
}

type Schema = Parameters<typeof fieldsOf>[0]

/** JSON as it is; a day where the field is a time; the name of an entity where it leads to one; else the text itself. */
function understand(written: string, schema: Schema, reading: ReadingRecord): unknown {
  if (isSchema(schema, time)) {
    const day = parsePublished(written, reading.report.language).time
    if (day) return day
  }
  if (leadsToRecords(schema)) {
    const ids = idsNamed(written, reading)
    if (ids) return itemsOf(schema) ? ids : (ids[0] ?? null)
  }
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}

function leadsToRecords(schema: Schema): boolean {
  const item = itemsOf(schema)
  const inner = (schema._zod.def as { innerType?: Schema }).innerType
  return findReference(item ?? schema) !== null || (inner !== undefined && findReference(inner) !== null)
}

/** "e3", "e3, e5", or names of entities: their ids. Null where one of them is neither. */
function idsNamed(written: string, reading: ReadingRecord): string[] | null {
  const ids: string[] = []
  for (const part of written
    .split(',')
    .map(each => each.trim())
    .filter(Boolean)) {
    const asName = reading.entities.filter(entity => foldName(entity.name) === foldName(part))
    const id = findRecord(reading, part) ? part : asName.length === 1 ? asName[0]?.id : undefined
    if (id === undefined) return null
    ids.push(id)
  }
  return ids
}

function refsIn(value: unknown, reading: ReadingRecord): Record<string, Anchor> {
  const refs: Record<string, Anchor> = {}
  for (const id of listIds(value)) {
    const found = findRecord(reading, id)
    if (found) refs[id] = anchorOf(found.list, found.record)
  }
  return refs
}

function listIds(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter(each => typeof each === 'string') as string[]
}

/** Words of a report, as they are or by where they stand. */
export interface Words {
  readonly words?: string | undefined
  readonly span?: Span | undefined
}

/** Where the words stand that somebody points at. */
export function spanOf(text: string, { words, span }: Words): Span {
  if (span === undefined) return findWords(text, words ?? '')
  const [start, end] = span
  if (start < end && end <= text.length) return span
  throw new GriotError('bad-span', `[${start}, ${end}] holds no words of a text of ${text.length} characters`, {
    hint: 'A span is [start, end], end exclusive',
  })
}

/** Where some words stand in the text, whatever white space lies between them. */
function findWords(text: string, words: string): Span {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const found = new RegExp(pattern, 'u').exec(text)
  if (found && found[0] !== '') return [found.index, found.index + found[0].length]
  throw new GriotError('words-not-found', `The report does not have the words "${words.slice(0, 80)}"`, {
    hint: 'Copy them from griot show',
  })
}

function noSuchField(list: RecordList, path: string): GriotError {
  const names = fieldsOf(RECORD_SCHEMAS[list]).flatMap(([name]) => (FIXED.has(name) ? [] : [name]))
  return new GriotError('no-such-field', `"${path}" cannot be corrected`, { hint: `Fields of such a record are ${names.join(', ')}` })
}

function badValue(path: string, written: string): GriotError {
  return new GriotError('bad-value', `"${written.slice(0, 80)}" is nothing that ${path} can hold`, {
    hint: 'griot schema tells what it can; null empties it; another record is named by its id or, an entity, by its name',
  })
}
