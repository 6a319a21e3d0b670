import type { Language } from '../../document/language.ts'
import type { Entity, Layers, Mention } from '../../document/layers.ts'
import { indexMentions, type MentionIndex } from '../../document/mentions.ts'
import { childrenBy } from '../../document/tree.ts'

/** Puts places that only a noun names where the place is that they are said to be of or in: "the market of Gao", "the north of Mali". */
export function placeParts(
  entities: readonly Entity[],
  words: Layers['words'],
  mentions: readonly Mention[],
  language: Language,
): readonly Entity[] {
  const byId = new Map(entities.map(e => [e.id, e]))
  const index = indexMentions(mentions)
  const placed = new Map<string, Entity>()
  for (const mention of mentions) {
    const entity = byId.get(mention.entity ?? '')
    if (!entity || mention.as !== 'description' || entity.kind !== 'place' || entity.place || placed.has(entity.id)) continue
    if (entity.mentions.some(m => m.as === 'name') || mention.number === 'plur') continue
    const whole = wholeOf(mention, words, index, byId, language)
    if (whole?.entity.place) placed.set(entity.id, onMap(entity, mention, whole.entity, whole.mention))
  }
  return placed.size > 0 ? entities.map(e => placed.get(e.id) ?? e) : entities
}

interface Whole {
  readonly entity: Entity
  readonly mention: Mention
}

/** The named place that hangs on the noun behind it. */
function wholeOf(
  { head }: Mention,
  words: Layers['words'],
  index: MentionIndex,
  byId: ReadonlyMap<string, Entity>,
  language: Language,
): Whole | null {
  for (const inner of childrenBy(words, head, 'nmod').slice(0, 8)) {
    if (inner.index < head || !childrenBy(words, inner.index, 'case').some(m => language.places.within.has(m.lower))) continue
    const name = index.at(inner.index).find(m => m.entity !== null && m.as === 'name')
    const entity = byId.get(name?.entity ?? '')
    if (name && entity?.place) return { entity, mention: name }
  }
  return null
}

function onMap(part: Entity, mention: Mention, whole: Entity, name: Mention): Entity {
  const country = whole.ref?.country
  const why = { rule: 'where/of-named', spans: [mention.span, name.span] }
  return {
    ...part,
    place: whole.place,
    ref: country ? { ...part.ref, country } : part.ref,
    from: { ...part.from, place: why, ...(country && { ref: why }) },
  }
}
