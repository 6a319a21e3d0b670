import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import type { Span } from '../../record/span.ts'
import { countryParty, namedIn, type Party, partiesIn, partiesOf, partyOf } from './parties.ts'
import { within } from './text-index.ts'
import { type Told, wordsIn } from './told.ts'

/** "Nationwide, 20,600 people": of the whole country, where the sentence names no place. */
export function placesOf(told: Told, span: Span, places: readonly string[]): Party[] {
  if (!isEverywhere(told, span)) return partiesOf(told, places)
  const country = countryParty(told)
  const inSentence = partiesIn(told, span).find(party => party.place?.precision === 'country' || (party.state !== null && !party.isPerson))
  return inSentence ? [inSentence] : country ? [country] : partiesOf(told, places)
}

/** Whom and which places a sentence mentions, and the country where it says "nationwide". */
export function nearbyOf(told: Told, span: Span, places: readonly Party[]): readonly Party[] {
  const nearby = partiesIn(told, span)
  return isEverywhere(told, span) ? [...nearby, ...places] : nearby
}

function isEverywhere(told: Told, span: Span): boolean {
  const words = wordsIn(told, span)
  return told.everywhere.some(phrase => words.some((_, i) => phrase.every((word, k) => words[i + k]?.lower === word)))
}

/** Keys of those that a sentence names, and of its country where it says "nationwide". */
export function namedOf(told: Told, span: Span, places: readonly Party[]): ReadonlySet<string> {
  const named = namedIn(told, span)
  return isEverywhere(told, span) ? new Set([...named, ...places.map(({ key }) => key)]) : named
}

const OWNERS: ReadonlySet<string> = new Set(['amod', 'nmod:poss', 'compound'])

/** Whose the things are that a number counts: the parties on their noun. */
export function whoseAt(told: Told, number: number): Party[] {
  const noun = countedBy(told.words, number)
  return (noun?.children ?? []).flatMap(child => {
    const owner = told.words[child] as Word
    const mentions = OWNERS.has(owner.deprel) ? within(told.index.mentions, [owner.start, owner.end]) : []
    return mentions
      .filter(({ mention: { as } }) => as !== 'description')
      .map(({ entity }) => partyOf(told, entity))
      .filter(isBody)
  })
}

/** The noun that a number stands with ("48 drones", "nine of its peacekeepers"); null where it stands alone. */
export function countedBy(words: readonly Word[], number: number): Word | null {
  const word = words[number]
  if (!word || word.upos === 'NOUN') return word ?? null
  const above = words[word.head]
  if (above && relation(word) === 'nummod' && (above.upos === 'NOUN' || above.upos === 'PROPN')) return above
  const part = childrenBy(words, number, 'nmod')[0]
  return part?.upos === 'NOUN' ? part : null
}

/** "Peacekeepers in Goma": a place owns nobody, a state does. */
function isBody({ place, state }: Party): boolean {
  return place === null || state !== null
}
