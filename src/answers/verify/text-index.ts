import type { Sentence } from '../../document/layers.ts'
import type { EntityRecord } from '../../record/entity.ts'
import type { EventRecord } from '../../record/event.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans, type Span } from '../../record/span.ts'
import type { StatementRecord } from '../../record/statement.ts'
import type { Time } from '../../record/time.ts'
import { pushTo } from '../../util/group.ts'

/** Where everything of a text stands, so that nothing has to be looked for from end to end. */
export interface TextIndex {
  readonly events: ReadonlyMap<string, EventRecord>
  readonly statements: ReadonlyMap<string, StatementRecord>
  /** By where their trigger begins. */
  readonly triggers: readonly Placed<EventRecord>[]
  readonly mentions: readonly Placed<Mentioned>[]
  /** Those with days. */
  readonly times: readonly Placed<Time>[]
  /** Records by where their evidence begins. */
  readonly tellings: { readonly [Kind in RecordKind]: readonly Placed<ReadingRecord[Kind][number]>[] }
  /** Number of a paragraph → its words. */
  readonly paragraphs: ReadonlyMap<number, Span>
}

type RecordKind = 'figures' | 'statements' | 'events' | 'positions'

export interface Mentioned {
  readonly entity: EntityRecord
  /** Number of the entity in the reading. */
  readonly no: number
  readonly mention: EntityRecord['mentions'][number]
}

/** Something and where it begins. */
export interface Placed<T> {
  readonly start: number
  readonly it: T
}

/** Makes the index of a reading and its sentences, in time that grows with the text. */
export function indexText(reading: ReadingRecord, sentences: readonly Sentence[]): TextIndex {
  const { entities, events, statements, figures, positions, times } = reading
  const byEvidence = <R extends { readonly evidence: Span }>(records: readonly R[]) => place(records, ({ evidence }) => evidence[0])
  const paragraphs = new Map<number, Span>()
  for (const { paragraph, span } of sentences) paragraphs.set(paragraph, [paragraphs.get(paragraph)?.[0] ?? span[0], span[1]])
  return {
    events: new Map(events.map(event => [event.id, event])),
    statements: new Map(statements.map(statement => [statement.id, statement])),
    triggers: place(events, ({ trigger }) => listSpans(trigger)[0]?.[0] ?? -1),
    mentions: place(
      entities.flatMap((entity, no) => entity.mentions.map(mention => ({ entity, no, mention }))),
      ({ mention }) => mention.span[0],
    ),
    times: place(
      times.filter(({ start, end }) => start !== null || end !== null),
      ({ span }) => span?.[0] ?? -1,
    ),
    tellings: {
      figures: byEvidence(figures),
      statements: byEvidence(statements),
      events: byEvidence(events),
      positions: byEvidence(positions),
    },
    paragraphs,
  }
}

function place<T>(list: readonly T[], startOf: (it: T) => number): Placed<T>[] {
  return list.map(it => ({ start: startOf(it), it })).sort((a, b) => a.start - b.start)
}

/** Of things in the order of the text those that begin in a span. */
export function within<T>(placed: readonly Placed<T>[], [start, end]: Span): T[] {
  const out: T[] = []
  for (let i = firstFrom(placed, start); i < placed.length; i++) {
    const { start: at, it } = placed[i] as Placed<T>
    if (at >= end) break
    out.push(it)
  }
  return out
}

function firstFrom(placed: readonly Placed<unknown>[], start: number): number {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle] as Placed<unknown>).start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Which sentences hold a word or somebody: from the rarest on, until there are this many. */
const ENOUGH = 150

/** For each key the numbers of the sentences that hold it. */
export type Postings = ReadonlyMap<string, readonly number[]>

/** Puts keys of sentences into postings. */
export function createPostings(keysOf: Iterable<readonly [number, Iterable<string>]>): Postings {
  const postings = new Map<string, number[]>()
  for (const [sentence, keys] of keysOf) for (const key of new Set(keys)) pushTo(postings, key, sentence)
  return postings
}

/** Sentences that hold some of these keys, the rarest keys first; no more than are worth looking at. */
export function findLikely(postings: Postings, keys: Iterable<string>): ReadonlySet<number> {
  const lists = [...new Set(keys)].flatMap(key => {
    const list = postings.get(key)
    return list ? [list] : []
  })
  const out = new Set<number>()
  for (const list of lists.sort((a, b) => a.length - b.length)) {
    for (const sentence of list) {
      if (out.size >= ENOUGH) return out
      out.add(sentence)
    }
  }
  return out
}
