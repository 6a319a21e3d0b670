import type { ReadingRecord } from '../../record/reading.ts'
import type { Span } from '../../record/span.ts'
import type { Decision } from '../../store/decisions.ts'
import type { Reviews } from '../derive-rows.ts'
import { type Anchor, type AnyRecord, findAnchored } from './anchor.ts'
import { dropRecords } from './drop-records.ts'
import { evidenceOf, standingDecisions } from './evidence.ts'

/** A reading that decisions were applied to. */
export interface Reviewed {
  readonly reading: ReadingRecord
  readonly reviews: Reviews
  /** Decisions whose record the reading no longer has. */
  readonly loose: readonly Decision[]
}

/** The value that a correction gave a field, and the words of the report that it rests on. */
export interface Correction {
  readonly value: unknown
  readonly spans: readonly Span[]
}

/** The rule that stands behind a field that an analyst put right. */
const CORRECTED = 'decisions/corrected'

/** Applies the decisions on the records of one report, in their order; the last one on a record, or on a field of it, counts. */
export function applyDecisions(reading: ReadingRecord, decisions: readonly Decision[]): Reviewed {
  const reviews: Record<string, 'accepted' | 'corrected'> = {}
  const rejected = new Set<string>()
  const loose: Decision[] = []
  let current = reading
  for (const decision of standingDecisions(decisions)) {
    const evidence = evidenceOf(decision)
    if (!evidence || decision.kind === 'note') continue
    const record = findAnchored(reading, evidence.anchor)
    if (!record) {
      if (decision.kind !== 'reject') loose.push(decision)
      continue
    }
    if (decision.kind === 'reject') rejected.add(record.id)
    else {
      rejected.delete(record.id)
      if (decision.kind === 'accept') reviews[record.id] ??= 'accepted'
      else if (decision.kind === 'correct') {
        current = correct(current, record.id, decision, evidence.anchor, evidence.refs)
        reviews[record.id] = 'corrected'
      }
    }
  }
  for (const id of rejected) delete reviews[id]
  return { reading: dropRecords(current, rejected), reviews, loose }
}

/** A reading with one field of one record corrected. */
function correct(
  reading: ReadingRecord,
  id: string,
  decision: Decision,
  { list }: Anchor,
  refs: Readonly<Record<string, Anchor>>,
): ReadingRecord {
  const { field, value: json } = decision
  if (field === null || json === null) return reading
  const { value, spans } = JSON.parse(json) as Correction
  const moved = moveIds(value, new Map(Object.entries(refs).map(([old, anchor]) => [old, findAnchored(reading, anchor)?.id ?? null])))
  const records = (reading[list] as readonly AnyRecord[]).map(record => {
    if (record.id !== id) return record
    const from = { ...record.from, [field]: { spans, rule: CORRECTED } }
    return { ...record, ...fieldsFor(field, moved, record), from } as AnyRecord
  })
  return { ...reading, [list]: records }
}

/** `place` is the first of `places`, whichever of them is corrected. */
function fieldsFor(field: string, value: unknown, record: AnyRecord): Record<string, unknown> {
  if (!('places' in record)) return { [field]: value }
  if (field === 'places') return { places: value, place: (value as readonly string[])[0] ?? null }
  if (field !== 'place') return { [field]: value }
  return { place: value, places: value === null ? [] : [value, ...record.places.filter(id => id !== value && id !== record.place)] }
}

/** Ids in a value, led to where those records are now; what is gone is gone from the value. */
function moveIds(value: unknown, ids: ReadonlyMap<string, string | null>): unknown {
  if (typeof value === 'string' && ids.has(value)) return ids.get(value) ?? null
  if (Array.isArray(value)) return value.map(each => moveIds(each, ids)).filter(each => each !== null)
  return value
}
