import type { Entity, Mention, Sentence, Word } from '../../document/layers.ts'
import type { PlaceFound } from '../clause-place.ts'

/** Where a report is set from sentence to sentence. */
export interface Setting {
  /** Where the story of a sentence is set: the last named place behind a preposition of place in it, or null. */
  of(sentence: number): PlaceFound | null
  /** The place that heads a sentence ("Ituri: gunmen ambushed …") or one before it in its paragraph; null where none does. */
  heading(sentence: number): PlaceFound | null
}

/** Finds the settings of all sentences once. */
export function createSetting(
  words: readonly Word[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
  placeMarks: ReadonlySet<string>,
): Setting {
  const found = new Map<number, PlaceFound>()
  const headings = new Map<number, PlaceFound>()
  for (const mention of mentions) {
    const head = words[mention.head]
    const entity = entities.get(mention.entity ?? '')
    if (!head || !entity || mention.as !== 'name' || (entity.kind !== 'place' && entity.kind !== 'country')) continue
    if (head.children.some(c => words[c]?.deprel === 'case' && placeMarks.has(words[c]?.lower ?? '')))
      found.set(head.sentence, { id: entity.id, span: mention.span, head: mention.head, rule: 'place/of-the-story' })
    const sentence = sentences[head.sentence]
    if (mention.first === sentence?.first && mention.end < sentence.end && words[mention.end]?.form === ':')
      headings.set(head.sentence, { id: entity.id, span: mention.span, head: mention.head, rule: 'place/of-the-heading' })
  }
  return {
    of: sentence => found.get(sentence) ?? null,
    heading: sentence => {
      const paragraph = sentences[sentence]?.paragraph
      for (let n = sentence; n >= 0 && n > sentence - STORY && sentences[n]?.paragraph === paragraph; n--) {
        const heading = headings.get(n)
        if (heading) return heading
      }
      return null
    },
  }
}

/** How many sentences one heading is taken to head. */
const STORY = 8
