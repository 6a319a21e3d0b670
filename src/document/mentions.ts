import type { Entity, Mention } from './layers.ts'

/** Looks up who a word refers to. */
export interface MentionIndex {
  /** Mentions with this head word, widest first. */
  at(head: number): readonly Mention[]
  /** Id of the entity that the phrase headed by this word refers to, or null. A name inside a description of the same entity counts once. */
  entityAt(head: number): string | null
  /** The widest mention, adjectives left out, whose first word this is, or null. */
  startingAt(first: number): Mention | null
  /** The name that starts at this word, or null. */
  nameAt(first: number): Mention | null
  /** The widest mention, adjectives left out, whose last word is just before this one, or null. */
  endingAt(end: number): Mention | null
  /** Mentions that lie wholly inside `[start, end)` of the text, in reading order. */
  inside(start: number, end: number): readonly Mention[]
}

const indexes = new WeakMap<readonly Mention[], MentionIndex>()

/** The index of a layer of mentions, made once for all stages that ask. */
export function indexMentions(mentions: readonly Mention[]): MentionIndex {
  const known = indexes.get(mentions)
  if (known) return known
  const index = createIndex(mentions)
  indexes.set(mentions, index)
  return index
}

function createIndex(mentions: readonly Mention[]): MentionIndex {
  const byHead = new Map<number, Mention[]>()
  for (const m of mentions) {
    const list = byHead.get(m.head)
    if (list) list.push(m)
    else byHead.set(m.head, [m])
  }
  for (const list of byHead.values()) list.sort((a, b) => b.end - b.first - (a.end - a.first))
  const starts = new Map<number, Mention>()
  const ends = new Map<number, Mention>()
  const names = new Map<number, Mention>()
  const widest = (map: Map<number, Mention>, key: number, m: Mention) => {
    const known = map.get(key)
    if (!known || known.end - known.first < m.end - m.first) map.set(key, m)
  }
  for (const m of mentions) {
    if (m.as === 'adjective') continue
    widest(starts, m.first, m)
    widest(ends, m.end, m)
    if (m.as === 'name') names.set(m.first, m)
  }
  const ordered = [...mentions].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  return {
    at: head => byHead.get(head) ?? [],
    entityAt: head => byHead.get(head)?.find(m => m.entity !== null && m.as !== 'adjective')?.entity ?? null,
    startingAt: first => starts.get(first) ?? null,
    nameAt: first => names.get(first) ?? null,
    endingAt: end => ends.get(end) ?? null,
    inside(start, end) {
      let low = 0
      let high = ordered.length
      while (low < high) {
        const mid = (low + high) >> 1
        if ((ordered[mid] as Mention).span[0] < start) low = mid + 1
        else high = mid
      }
      const out: Mention[] = []
      for (let i = low; i < ordered.length && (ordered[i] as Mention).span[0] < end; i++)
        if ((ordered[i] as Mention).span[1] <= end) out.push(ordered[i] as Mention)
      return out
    },
  }
}

/** Entity by id; a record never names one that is not there. */
export function indexEntities(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  return new Map(entities.map(e => [e.id, e]))
}
