import { fieldsOf, RECORD_SCHEMAS } from '../../record/fields.ts'
import type { FigureValue } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { RecordList } from '../../record/references.ts'
import type { Span } from '../../record/span.ts'
import { GriotError } from '../../util/error.ts'
import { type Anchor, type AnyRecord, anchorOf, findAnchored } from './anchor.ts'
import { parseCorrection } from './correction.ts'
import { sentenceAround } from './sentence-around.ts'

/** The rule that stands behind a record that an analyst added. */
export const ADDED = 'review/added'

/** What is kept of a record that was added: all fields but its id and where they come from, and the words behind those that are filled. */
export interface Addition {
  readonly list: RecordList
  readonly fields: Readonly<Record<string, unknown>>
  readonly spans: Readonly<Record<string, readonly Span[]>>
}

/** An addition that was understood. */
export interface ParsedAddition {
  readonly addition: Addition
  readonly anchor: Anchor
  readonly refs: Readonly<Record<string, Anchor>>
}

/** Understands a record that a report has and Griot missed: its kind, its words, and its fields as a person writes them. */
export function parseAddition(
  reading: ReadingRecord,
  { list, span, fields }: { readonly list: RecordList; readonly span: Span; readonly fields: Readonly<Record<string, string>> },
): ParsedAddition {
  const { text } = reading.report
  let record = { ...blankRecord(list, span, text), id: '', from: {} } as unknown as AnyRecord
  let refs: Record<string, Anchor> = {}
  const spans: Record<string, readonly Span[]> = { [WORDS_OF[list]]: [span] }
  for (const [path, value] of Object.entries(fields)) {
    const parsed = parseCorrection(reading, list, record, { field: path, value })
    const own = parsed.correction.value
    record = { ...record, ...withPlaces(parsed.field, own, record) } as AnyRecord
    refs = { ...refs, ...parsed.refs }
    spans[parsed.field] = [span]
  }
  checkWhole(list, record)
  const anchor = anchorOf(list, record)
  const twin = findTwin(reading, anchor)
  if (twin)
    throw new GriotError('record-there', `${twin.id} is on these words already`, { hint: `Correct ${twin.id} instead of adding another` })
  const { id: _, from: __, ...rest } = record
  return { addition: { list, fields: rest, spans }, anchor, refs }
}

/** The field that the words of an added record stand for. */
const WORDS_OF: Readonly<Record<RecordList, string>> = {
  entities: 'name',
  statements: 'content',
  events: 'type',
  figures: 'measure',
  positions: 'title',
}

/** The record of the same sort on the same words, or null. */
export function findTwin(reading: ReadingRecord, anchor: Anchor): AnyRecord | null {
  const found = findAnchored(reading, anchor)
  return found && anchorOf(anchor.list, found).sort === anchor.sort ? found : null
}

/** `place` is the first of `places`, whichever of them is given. */
export function withPlaces(field: string, value: unknown, record: AnyRecord): Record<string, unknown> {
  if (!('places' in record)) return { [field]: value }
  if (field === 'places') return { places: value, place: (value as readonly string[])[0] ?? null }
  if (field !== 'place') return { [field]: value }
  return { place: value, places: value === null ? [] : [value, ...record.places.filter(id => id !== value && id !== record.place)] }
}

function checkWhole(list: RecordList, record: AnyRecord): void {
  const checked = RECORD_SCHEMAS[list].safeParse({ ...record, id: 'x1' })
  if (checked.success) return
  const field = String(checked.error.issues[0]?.path[0] ?? '')
  const names = fieldsOf(RECORD_SCHEMAS[list]).map(([name]) => name)
  throw new GriotError('field-missing', `A record of ${list} needs "${field}"`, {
    hint: `Give fields such as ${names.slice(1, 6).join(', ')}; griot schema tells what each can hold`,
  })
}

/** What is known of a record when its words alone are. Fields that must be given are left out. */
function blankRecord(list: RecordList, span: Span, text: string): Record<string, unknown> {
  const evidence = sentenceAround(text, span)
  const words = text.slice(...span)
  const placed = { place: null, places: [] }
  const told = { time: null, saidIn: null, evidence, confidence: 1 }
  switch (list) {
    case 'events':
      return {
        ...{ mode: null, contexts: [], status: 'occurred', trigger: span, actors: [], recipients: [], object: null },
        ...{ ...placed, ...told, same: null, acled: null },
      }
    case 'figures':
      return {
        ...{ kind: null, unit: 'person', per: null, population: null, term: null, value: numberIn(words), change: null, asOf: null },
        ...{ ...placed, ...told, origin: null, destination: null, source: null, partOf: null, same: null, events: [], span },
      }
    case 'statements':
      return {
        ...{ speaker: null, cue: null, content: [span], form: 'indirect', act: 'assert', about: [], within: null, addressee: null },
        ...{ place: null, time: null, evidence, confidence: 1 },
      }
    case 'positions':
      return { title: words, of: null, status: 'current', span, ...told }
    case 'entities':
      return {
        ...{ name: words, ref: null, sector: null, members: [], place: null, candidates: [], confidence: 1 },
        mentions: [{ span, as: 'name' }],
      }
  }
}

/** A number that is written in digits alone, as an exact one. */
function numberIn(words: string): FigureValue | null {
  const [digits] = /^\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|^\d+/.exec(words.trim()) ?? []
  if (digits === undefined) return null
  const value = Number(digits.replace(/\D/g, ''))
  return { low: value, best: value, high: value, quantifier: 'exact' }
}
