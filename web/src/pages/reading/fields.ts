import { EVENT_STATUSES } from '../../../../src/record/event.ts'
import { FIGURE_KINDS, MEASURES, PERIODS, QUANTIFIERS, UNITS } from '../../../../src/record/figure.ts'
import { POSITION_STATUSES } from '../../../../src/record/position.ts'
import { SPEECH_ACTS, STATEMENT_FORMS } from '../../../../src/record/statement.ts'
import { EVENT_MODES, EVENT_TYPES } from '../../../../src/record/vocab/plover.ts'
import type { ReadingAnswer } from '../../api/types.ts'
import type { Kind } from '../../parts/kind-mark.tsx'
import type { Span } from './segments.ts'

type Reading = ReadingAnswer['reading']
export type AnyRecord =
  | Reading['events'][number]
  | Reading['statements'][number]
  | Reading['figures'][number]
  | Reading['positions'][number]

/** How a field is shown and corrected. */
export interface FieldKind {
  readonly name: string
  /** What it can hold where that is a closed list. */
  readonly choices?: readonly string[]
  /** Names one entity or several, a day, or anything. */
  readonly holds?: 'entity' | 'entities' | 'day' | 'number' | 'record' | 'words'
  /** The part of the field that is corrected, where that is not the whole. */
  readonly part?: string
}

const entity = (name: string): FieldKind => ({ name, holds: 'entity' })
const day = (name: string): FieldKind => ({ name, holds: 'day' })

/** The fields that a reader looks at, in the order in which he asks for them. */
const FIELDS: Record<Kind, readonly FieldKind[]> = {
  events: [
    { name: 'type', choices: EVENT_TYPES },
    { name: 'mode', choices: EVENT_MODES },
    { name: 'status', choices: EVENT_STATUSES },
    { name: 'actors', holds: 'entities' },
    { name: 'recipients', holds: 'entities' },
    { name: 'object', holds: 'words' },
    entity('place'),
    day('time'),
    { name: 'saidIn', holds: 'record' },
  ],
  statements: [
    entity('speaker'),
    { name: 'act', choices: SPEECH_ACTS },
    { name: 'form', choices: STATEMENT_FORMS },
    entity('addressee'),
    { name: 'about', holds: 'entities' },
    entity('place'),
    day('time'),
    { name: 'within', holds: 'record' },
  ],
  figures: [
    { name: 'value', holds: 'number', part: 'value.best' },
    { name: 'value', choices: QUANTIFIERS, part: 'value.quantifier' },
    { name: 'measure', choices: MEASURES },
    { name: 'unit', choices: UNITS },
    { name: 'population' },
    { name: 'kind', choices: FIGURE_KINDS },
    { name: 'per', choices: PERIODS },
    entity('place'),
    day('time'),
    day('asOf'),
    entity('origin'),
    entity('destination'),
    entity('source'),
    { name: 'saidIn', holds: 'record' },
    { name: 'partOf', holds: 'record' },
  ],
  positions: [
    entity('holder'),
    { name: 'title' },
    entity('of'),
    { name: 'status', choices: POSITION_STATUSES },
    day('time'),
    { name: 'saidIn', holds: 'record' },
  ],
}

/** A field of a record as it is shown. */
export interface Field {
  readonly kind: FieldKind
  /** The path that a correction names: "value.best". */
  readonly path: string
  /** What it holds, as a person writes it; null where nothing is known. */
  readonly text: string | null
  readonly spans: readonly Span[]
  readonly rule: string | null
  /** Ids of records of the report that it names. */
  readonly refers: readonly string[]
}

/** The fields of a record. */
export function listFields(kind: Kind, record: AnyRecord, reading: Reading): Field[] {
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]))
  const values = record as unknown as Readonly<Record<string, unknown>>
  return FIELDS[kind].map(field => {
    const path = field.part ?? field.name
    const value = path.split('.').reduce<unknown>((held, part) => (held as Record<string, unknown> | null)?.[part] ?? null, values)
    const why = record.from[field.name]
    return {
      kind: field,
      path,
      text: format(value, field, names, reading.report.text),
      spans: why?.spans ?? [],
      rule: why?.rule ?? null,
      refers: field.holds === 'record' && typeof value === 'string' ? [value] : [],
    }
  })
}

function format(value: unknown, { holds }: FieldKind, names: ReadonlyMap<string, string>, text: string): string | null {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null
  if (holds === 'entity') return names.get(value as string) ?? String(value)
  if (holds === 'entities') return (value as string[]).map(id => names.get(id) ?? id).join(', ')
  if (holds === 'words') return text.slice(...(value as unknown as [number, number]))
  if (holds === 'day') return formatTime(value as { start: string | null; end: string | null; value: string })
  return String(value)
}

function formatTime({ start, end, value }: { readonly start: string | null; readonly end: string | null; readonly value: string }): string {
  if (start === null && end === null) return value
  return start === end ? (start ?? '') : `${start ?? ''}…${end ?? ''}`
}

/** The record of a reading that has an id. */
export function findRecord(reading: Reading, id: string): { readonly kind: Kind; readonly record: AnyRecord } | null {
  for (const kind of ['events', 'statements', 'figures', 'positions'] as const) {
    const record = reading[kind].find(each => each.id === id)
    if (record) return { kind, record }
  }
  return null
}

type Linked = { readonly [Name in 'saidIn' | 'within' | 'partOf' | 'same']?: string | null } & { readonly events?: readonly string[] }

/** Records of a reading that hang together with one: who says it, what is told in it, what it counts or what counts it, what it is a part of. */
export function linkedTo(reading: Reading, id: string | null): ReadonlySet<string> {
  const linked = new Set<string>()
  if (id === null) return linked
  for (const kind of ['events', 'statements', 'figures', 'positions'] as const)
    for (const record of reading[kind]) {
      const { saidIn, within, partOf, same, events = [] }: Linked = record
      const named = [saidIn, within, partOf, same, ...events].filter(each => each !== null && each !== undefined)
      if (record.id === id) for (const each of named) linked.add(each)
      else if (named.includes(id)) linked.add(record.id)
    }
  return linked
}
