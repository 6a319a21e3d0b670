import type { Layers } from '../document/layers.ts'
import { REFERENCES } from '../record/reference-fields.ts'
import { RECORD_LISTS, type RecordList } from '../record/references.ts'
import type { Span, Spans } from '../record/span.ts'

type Kind = RecordList
export type Records = Pick<Layers, Kind>

const PREFIX: Record<Kind, string> = { entities: 'e', statements: 's', events: 'v', figures: 'f', positions: 'p' }

/** Where a record stands, by kind: the words that make it a record. */
const WHERE: { readonly [K in Kind]: (record: Records[K][number]) => Span | null } = {
  entities: e => e.mentions.reduce<Span | null>((first, m) => (first && !isBefore(m.span, first) ? first : m.span), null),
  statements: s => s.content[0] ?? s.evidence,
  events: v => firstOf(v.trigger),
  figures: f => f.span,
  positions: p => p.span,
}

/**
 * Gives every record its final id, e1, s1, v1, f1, p1 in reading order, and renames every reference to it.
 * A reference to a record that is not there becomes null (or leaves its list). Entities of which nobody knows
 * what they are, and which no record names, are left out.
 */
export function numberRecords(records: Records): Records {
  const used = referenced(records)
  const kept = { ...records, entities: records.entities.filter(e => used.has(e.id) || !isPassing(e)) }
  const ordered = RECORD_LISTS.map(kind => [kind, inReadingOrder(kind, kept[kind])] as const)
  const ids = Object.fromEntries(
    ordered.map(([kind, list]) => [kind, new Map(list.map((record, i) => [record.id, `${PREFIX[kind]}${i + 1}`]))]),
  ) as Record<Kind, Map<string, string>>
  const renamed = ordered.map(([kind, list]) => [kind, list.map(record => rename(record, kind, ids))])
  return Object.fromEntries(renamed) as Records
}

/** Ids of the entities that a record names. */
function referenced(records: Records): ReadonlySet<string> {
  const out = new Set<string>()
  for (const kind of RECORD_LISTS)
    for (const record of records[kind] as readonly Record<string, unknown>[])
      for (const { field, to } of REFERENCES[kind]) {
        if (to !== 'entities') continue
        const value = record[field]
        if (typeof value === 'string') out.add(value)
        else if (Array.isArray(value)) for (const id of value) out.add(id)
      }
  return out
}

/** Was it only taken for somebody because of its place in the sentence? */
function isPassing(entity: Layers['entities'][number]): boolean {
  return entity.from.kind?.rule === 'mentions/role'
}

function inReadingOrder(kind: Kind, list: readonly { readonly id: string }[]): readonly { readonly id: string }[] {
  const where = WHERE[kind] as (record: unknown) => Span | null
  return list
    .map((record, i) => ({ record, i, span: where(record) ?? [Number.MAX_SAFE_INTEGER, 0] }))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.i - b.i)
    .map(({ record }) => record)
}

function rename(record: { readonly id: string }, kind: Kind, ids: Record<Kind, Map<string, string>>): object {
  const out: Record<string, unknown> = { ...record, id: ids[kind].get(record.id) }
  for (const { field, to } of REFERENCES[kind]) {
    const value = out[field]
    const names = ids[to]
    if (typeof value === 'string') out[field] = names.get(value) ?? null
    else if (Array.isArray(value)) out[field] = value.flatMap(id => names.get(id) ?? [])
  }
  return out
}

function isBefore(a: Span, b: Span): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] > b[1])
}

function firstOf(spans: Spans): Span | null {
  return typeof spans[0] === 'number' ? (spans as Span) : ((spans as readonly Span[])[0] ?? null)
}
