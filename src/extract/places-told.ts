import type { Layers, Mention, Word } from '../document/layers.ts'
import type { Span } from '../record/span.ts'

/** A place and the words that name it. */
export interface PlaceTold {
  readonly entity: string
  readonly span: Span
}

/** Which entities are places, and where the report names them. Built once a stage. */
export interface PlacesTold {
  has(entity: string): boolean
  /**
   * The place that a sentence with none of its own goes on with: named before the word in its sentence, else in the two sentences
   * before or in the paragraph so far, else later in its sentence. Null where none is near.
   */
  around(word: Word): PlaceTold | null
}

export function placesTold({
  words,
  sentences,
  mentions,
  entities,
}: Pick<Layers, 'words' | 'sentences' | 'mentions' | 'entities'>): PlacesTold {
  const places = entities.filter(e => e.kind === 'place' || e.kind === 'country')
  const ids = new Set(places.map(e => e.id))
  // "Before the nation": a country that nobody can tell is no place.
  const known = new Set(places.filter(e => e.ref !== null).map(e => e.id))
  const told = mentions.filter(
    m =>
      m.entity !== null &&
      ids.has(m.entity) &&
      (m.as === 'name' || (m.as === 'description' && m.kind === 'country' && known.has(m.entity))),
  )
  const sentenceOf = (m: Mention) => (words[m.head] as Word).sentence
  return {
    has: entity => ids.has(entity),
    around(word) {
      let low = 0
      let high = told.length
      while (low < high) {
        const mid = (low + high) >> 1
        if ((told[mid] as Mention).head < word.index) low = mid + 1
        else high = mid
      }
      const before = told[low - 1]
      const after = told[low]
      const paragraph = sentences[word.sentence]?.paragraph
      const near = before && (word.sentence - sentenceOf(before) <= 2 || sentences[sentenceOf(before)]?.paragraph === paragraph)
      const found = near ? before : after && sentenceOf(after) === word.sentence ? after : null
      return found?.entity ? { entity: found.entity, span: found.span } : null
    },
  }
}
