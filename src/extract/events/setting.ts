import type { Entity, Mention, Word } from '../../document/layers.ts'
import type { PlaceFound } from '../clause-place.ts'

/** Where the story of a sentence is set: the last named place behind a preposition of place in it, or null. */
export type Setting = (sentence: number) => PlaceFound | null

/** Finds the settings of all sentences once. */
export function createSetting(
  words: readonly Word[],
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
  placeMarks: ReadonlySet<string>,
): Setting {
  const found = new Map<number, PlaceFound>()
  for (const mention of mentions) {
    const head = words[mention.head]
    const entity = entities.get(mention.entity ?? '')
    if (!head || !entity || mention.as !== 'name' || (entity.kind !== 'place' && entity.kind !== 'country')) continue
    if (head.children.some(c => words[c]?.deprel === 'case' && placeMarks.has(words[c]?.lower ?? '')))
      found.set(head.sentence, { id: entity.id, span: mention.span, head: mention.head, rule: 'place/of-the-story' })
  }
  return sentence => found.get(sentence) ?? null
}
