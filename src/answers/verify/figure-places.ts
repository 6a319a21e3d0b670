import type { Span } from '../../record/span.ts'
import { countryParty, namedIn, type Party, partiesIn, partiesOf } from './parties.ts'
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
