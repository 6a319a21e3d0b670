import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import type { Span } from '../../record/span.ts'
import { type Party, partyOf } from './parties.ts'
import { within } from './text-index.ts'
import { type Told, wordsIn } from './told.ts'

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

/** The noun of a whole and the number of its part: "1,900 of the 6,500 homes". */
function partOf({ words }: Told, number: number): readonly [Word, Word] | null {
  const noun = countedBy(words, number)
  const part = noun && relation(noun) === 'nmod' ? words[noun.head] : undefined
  const isOther = part && part.index !== number && (part.upos === 'NUM' || childrenBy(words, part.index, 'nummod').length > 0)
  return noun && part?.upos === 'NUM' && isOther ? [noun, part] : null
}

function clausesOf({ words }: Told, [noun, part]: readonly [Word, Word]): Word[] {
  return [...childrenBy(words, noun.index, 'acl'), ...childrenBy(words, part.index, 'acl')]
}

/** Of a whole the lemma of the verb that tells it, "" where none does; null where the number is no such whole. */
export function wholeAt(told: Told, number: number): string | null {
  const found = partOf(told, number)
  return found && (clausesOf(told, found)[0]?.lemma ?? '')
}

/** Is it a whole that was only promised: "sent 800 of the 1,000 officers that it promised"? */
export function isPromised(told: Told, number: number): boolean {
  const word = told.words[number]
  // "The first of three that it promised"
  const found = partOf(told, number) ?? (word && relation(word) === 'nmod' ? ([word, word] as const) : null)
  return found !== null && clausesOf(told, found).some(({ lemma }) => told.cues.get(lemma)?.includes('planned'))
}

/** Does a word in front of the number put it on top of another one? */
export function isMore(told: Told, span: Span): boolean {
  return wordsBefore(told, span, 1).some(word => told.cues.get(word.lower)?.includes('added'))
}

/** Do words in front of the number compare it with another one? */
export function isFormer(told: Told, span: Span): boolean {
  const before = wordsBefore(told, span, MOST_BEFORE).map(word => word.lower)
  return told.language.figures.comparisons.some(phrase => phrase.every((word, i) => before[before.length - phrase.length + i] === word))
}

const MOST_BEFORE = 6

/** The number's first words may be part of it: "another 29", "some 29". */
function wordsBefore(told: Told, span: Span, count: number): Word[] {
  const first = wordsIn(told, span)[0]
  return first ? told.words.slice(Math.max(0, first.index - count), first.index) : []
}
