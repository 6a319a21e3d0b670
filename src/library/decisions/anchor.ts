import type { EntityRecord } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { EventRecord } from '../../record/event.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { PositionRecord } from '../../record/position.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { RECORD_LISTS, type RecordList } from '../../record/record-lists.ts'
import { listSpans, type Span } from '../../record/span.ts'
import type { StatementRecord } from '../../record/statement.ts'

export type AnyRecord = EntityRecord | StatementRecord | EventRecord | FigureRecord | PositionRecord

/**
 * What a record is, beside its number: the words that make it a record and what kind of it they make. By it a decision finds its record
 * again when a newer Griot numbers the records of the report otherwise.
 */
export interface Anchor {
  readonly list: RecordList
  readonly id: string
  readonly spans: readonly Span[]
  /** PLOVER type, measure, speech act, title, key of an entity: tells apart two records on the same words. */
  readonly sort: string
}

/** The anchor of a record. */
export function anchorOf(list: RecordList, record: AnyRecord): Anchor {
  return { list, id: record.id, ...ANCHORS[list](record as never) }
}

type Words = Pick<Anchor, 'spans' | 'sort'>

const ANCHORS: { readonly [List in RecordList]: (record: ReadingRecord[List][number]) => Words } = {
  entities: e => ({ spans: e.mentions.slice(0, 3).map(mention => mention.span), sort: entityKey(e) }),
  statements: s => ({ spans: s.content.length > 0 ? s.content : [s.evidence], sort: s.act }),
  events: v => ({ spans: listSpans(v.trigger), sort: v.type }),
  figures: f => ({ spans: [f.span], sort: f.measure }),
  positions: p => ({ spans: [p.span], sort: p.title }),
}

/** A record of a reading, by its id; null where there is none. */
export function findRecord(reading: ReadingRecord, id: string): { readonly list: RecordList; readonly record: AnyRecord } | null {
  for (const list of RECORD_LISTS) {
    const record = (reading[list] as readonly AnyRecord[]).find(each => each.id === id)
    if (record) return { list, record }
  }
  return null
}

/** The record of a reading that an anchor is of: on the same words, and best of the same sort and number; else the one that shares most words. */
export function findAnchored(reading: ReadingRecord, anchor: Anchor): AnyRecord | null {
  let best: AnyRecord | null = null
  let bestScore = 0
  for (const record of reading[anchor.list] as readonly AnyRecord[]) {
    const score = likeness(anchorOf(anchor.list, record), anchor)
    if (score > bestScore) {
      best = record
      bestScore = score
    }
  }
  return best
}

/** 0 where two anchors share no word; else the share of their words, more where sort and number agree. */
function likeness(a: Anchor, b: Anchor): number {
  const common = sharedLength(a.spans, b.spans)
  if (common === 0) return 0
  const share = common / (length(a.spans) + length(b.spans) - common)
  const isSame = a.sort === b.sort
  // Half of the words alone do not make another sort of record the same one.
  if (share < (isSame ? 0.3 : 0.99)) return 0
  return share + (isSame ? 1 : 0) + (a.id === b.id ? 0.1 : 0)
}

function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0
  for (const [start, end] of a)
    for (const [otherStart, otherEnd] of b) shared += Math.max(0, Math.min(end, otherEnd) - Math.max(start, otherStart))
  return shared
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0)
}
