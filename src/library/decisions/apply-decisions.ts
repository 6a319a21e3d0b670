import type { ReadingRecord } from '../../record/reading.ts'
import type { RecordList } from '../../record/references.ts'
import type { Decision } from '../../store/decisions.ts'
import type { Reviews } from '../derive-rows.ts'
import { ADDED, type Addition, findTwin, withPlaces } from './added-record.ts'
import { type Anchor, type AnyRecord, findAnchored } from './anchor.ts'
import type { Correction } from './correction.ts'
import { dropRecords } from './drop-records.ts'
import { evidenceOf, standingDecisions } from './evidence.ts'

/** A reading that decisions were applied to. */
export interface Reviewed {
  readonly reading: ReadingRecord
  readonly reviews: Reviews
  /** Decisions whose record the reading no longer has. */
  readonly loose: readonly Decision[]
}

/** The rule that stands behind a field that an analyst put right. */
const CORRECTED = 'decisions/corrected'

/** Applies the decisions on the records of one report, in their order; the last one on a record, or on a field of it, counts. */
export function applyDecisions(reading: ReadingRecord, decisions: readonly Decision[]): Reviewed {
  const reviews: Record<string, Reviews[string]> = {}
  const rejected = new Set<string>()
  const loose: Decision[] = []
  const numbers = numberAdditions(reading, decisions)
  // Records are found again as Griot read them, or as they were added, whatever was put right since.
  let found = reading
  let current = reading
  for (const decision of standingDecisions(decisions)) {
    const evidence = evidenceOf(decision)
    if (!evidence || decision.kind === 'note') continue
    if (decision.kind === 'add') {
      const { id, record, twin } = addedRecord(found, decision, evidence.anchor, evidence.refs, numbers)
      if (!twin) found = withRecord(found, evidence.anchor.list, record)
      current = withRecord(current, evidence.anchor.list, record)
      rejected.delete(id)
      reviews[id] = 'added'
      continue
    }
    const record = findAnchored(found, evidence.anchor)
    if (!record) {
      if (decision.kind !== 'reject') loose.push(decision)
      continue
    }
    if (decision.kind === 'reject') rejected.add(record.id)
    else {
      rejected.delete(record.id)
      if (decision.kind === 'accept') reviews[record.id] ??= 'accepted'
      else if (decision.kind === 'correct') {
        current = correct(current, found, record.id, decision, evidence.anchor, evidence.refs)
        reviews[record.id] = 'corrected'
      }
    }
  }
  for (const id of rejected) delete reviews[id]
  return { reading: dropRecords(current, rejected), reviews, loose }
}

/** The numbers of added records: behind those that were read, in the order in which they were added, those too that were taken back. */
function numberAdditions(reading: ReadingRecord, decisions: readonly Decision[]): ReadonlyMap<number, number> {
  const last = new Map<RecordList, number>()
  const numbers = new Map<number, number>()
  for (const decision of decisions) {
    if (decision.kind !== 'add') continue
    const list = evidenceOf(decision)?.anchor.list
    if (!list) continue
    const before = last.get(list) ?? Math.max(0, ...reading[list].map(({ id }) => Number(id.slice(1))))
    last.set(list, before + 1)
    numbers.set(decision.no, before + 1)
  }
  return numbers
}

const LETTERS: Readonly<Record<RecordList, string>> = { entities: 'e', statements: 's', events: 'v', figures: 'f', positions: 'p' }

/** The record of an addition; where a newer Griot finds it by itself, that one with what the analyst said of it. */
function addedRecord(
  found: ReadingRecord,
  decision: Decision,
  anchor: Anchor,
  refs: Readonly<Record<string, Anchor>>,
  numbers: ReadonlyMap<number, number>,
): { readonly id: string; readonly record: AnyRecord; readonly twin: AnyRecord | null } {
  const { list, fields, spans } = JSON.parse(decision.value ?? '{}') as Addition
  const twin = findTwin(found, anchor)
  const id = twin?.id ?? `${LETTERS[list]}${numbers.get(decision.no) ?? 1}`
  const ids = idsNow(found, refs)
  const moved = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, moveIds(value, ids)]))
  const from = Object.fromEntries(Object.entries(spans).map(([field, own]) => [field, { spans: own, rule: ADDED }]))
  const told = twin ? Object.fromEntries(Object.keys(spans).flatMap(field => (field in moved ? [[field, moved[field]]] : []))) : moved
  return { id, twin, record: { ...twin, ...told, id, from: { ...twin?.from, ...from } } as unknown as AnyRecord }
}

function withRecord(reading: ReadingRecord, list: RecordList, record: AnyRecord): ReadingRecord {
  const records = reading[list] as readonly AnyRecord[]
  const isThere = records.some(({ id }) => id === record.id)
  return { ...reading, [list]: isThere ? records.map(each => (each.id === record.id ? record : each)) : [...records, record] }
}

/** A reading with one field of one record corrected. */
function correct(
  reading: ReadingRecord,
  found: ReadingRecord,
  id: string,
  decision: Decision,
  { list }: Anchor,
  refs: Readonly<Record<string, Anchor>>,
): ReadingRecord {
  const { field, value: json } = decision
  if (field === null || json === null) return reading
  const { value, spans } = JSON.parse(json) as Correction
  const moved = moveIds(value, idsNow(found, refs))
  const records = (reading[list] as readonly AnyRecord[]).map(record => {
    if (record.id !== id) return record
    const from = { ...record.from, [field]: { spans, rule: CORRECTED } }
    return { ...record, ...withPlaces(field, moved, record), from } as AnyRecord
  })
  return { ...reading, [list]: records }
}

/** The ids that a value named, with those that the same records have now; null for what is gone. */
function idsNow(found: ReadingRecord, refs: Readonly<Record<string, Anchor>>): Map<string, string | null> {
  return new Map(Object.entries(refs).map(([old, anchor]) => [old, findAnchored(found, anchor)?.id ?? null]))
}

/** Ids in a value, led to where those records are now; what is gone is gone from the value. */
function moveIds(value: unknown, ids: ReadonlyMap<string, string | null>): unknown {
  if (typeof value === 'string' && ids.has(value)) return ids.get(value) ?? null
  if (Array.isArray(value)) return value.map(each => moveIds(each, ids)).filter(each => each !== null)
  return value
}
