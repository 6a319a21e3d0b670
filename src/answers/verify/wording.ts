import type { Cue } from '../../document/answers/claims.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import type { EventStatus } from '../../record/event.ts'
import type { Span } from '../../record/span.ts'
import { foldName } from '../../util/fold.ts'
import { isSame, type Party, partiesIn } from './parties.ts'
import { within } from './text-index.ts'
import { holds, type Told, wordsIn } from './told.ts'

/** Words that carry what is said. */
const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])

/** A word by which texts are compared; `isName`: part of the name of somebody or some place. */
interface Term {
  readonly lemma: string
  readonly isName: boolean
  readonly word: Word
}

/** The words of a span that carry what it says. */
export function termsIn(told: Told, span: Span): Term[] {
  const names = within(told.index.mentions, span)
    .filter(({ mention: { as } }) => as === 'name' || as === 'adjective')
    .map(({ mention }) => mention.span)
  const times = within(told.index.times, span)
  // Days are compared as days.
  const isDay = ({ start, end }: Word) =>
    times.some(time => time.span && (time.start ?? time.end) !== null && holds(time.span, [start, end]))
  return wordsIn(told, span)
    .filter(word => CONTENT.has(word.upos) && !isDay(word))
    .map(word => ({ lemma: foldName(word.lemma), word, isName: names.some(name => holds(name, [word.start, word.end])) }))
}

/** How much of what a claim says stands in a text. */
export interface Coverage {
  /** Share of the claim's words, 0 to 1; 0 where it has none. */
  readonly share: number
  /** How many of them there are. */
  readonly count: number
  readonly missing: readonly Term[]
}

/** The same of the words that are no numbers: a sentence with another number tells of the same thing all the same. */
export function shareWithoutNumbers({ share, count, missing }: Coverage): number {
  const numbers = missing.filter(({ word }) => word.upos === 'NUM').length
  return numbers === 0 ? share : (count - missing.length) / Math.max(1, count - numbers)
}

/** The words of a stretch of text; kept, as many claims ask for the same sentence. */
function lemmasIn(told: Told, span: Span): ReadonlySet<string> {
  const known = lemmas.get(told) ?? new Map<string, ReadonlySet<string>>()
  lemmas.set(told, known)
  const key = span.join('-')
  const found = known.get(key) ?? new Set(wordsIn(told, span).map(word => foldName(word.lemma)))
  known.set(key, found)
  return found
}

const lemmas = new WeakMap<Told, Map<string, ReadonlySet<string>>>()

/** Is the word among these, or one that tells the same? */
export function isToldBy({ same }: Told, lemma: string, lemmas: ReadonlySet<string>): boolean {
  return lemmas.has(lemma) || [...(same.get(lemma) ?? [])].some(other => lemmas.has(other))
}

/** Are these two words that tell the same? */
export function tellSame({ same }: Told, a: string, b: string): boolean {
  return a === b || (same.get(a)?.has(b) ?? false)
}

/** Which words of a claim have their like in a stretch of text: the same lemma, or a name of the same party. */
export function coverOf(claim: Told, claimSpan: Span, told: Told, span: Span): Coverage {
  const terms = termsIn(claim, claimSpan)
  const lemmas = lemmasIn(told, span)
  let there: readonly Party[] | null = null
  const missing = terms.filter(({ lemma, isName, word }) => {
    if (isToldBy(told, lemma, lemmas)) return false
    if (!isName) return true
    there ??= partiesIn(told, span)
    const others = there
    return !partiesIn(claim, [word.start, word.end]).some(party => others.some(other => isSame(party, other)))
  })
  return { share: terms.length === 0 ? 0 : (terms.length - missing.length) / terms.length, count: terms.length, missing }
}

/**
 * Whether what a word tells took place, as the words above it and beside it have it. Of a verb that only has it as its content ("it will be
 * recalled that …") its own sense counts ("denied that …"), not how it is told itself.
 */
export function statusAt({ words, cues }: Told, index: number): EventStatus {
  const found = new Set<Cue>()
  let isContent = false
  let below: Word | null = null
  for (let at = index, steps = 0; at >= 0 && steps < 30; steps++) {
    const word = words[at] as Word
    // "Promised 1,000 and sent 800": the sense of a verb is not that of one joined to it, its auxiliary is.
    if (below && relation(below) !== 'conj') addCue(cues, word, found)
    below = word
    if (!isContent) for (const other of besides(words, word)) addCue(cues, other, found)
    if (!isContent) for (const cue of cues.get(markOf(words, word)) ?? []) found.add(cue)
    isContent ||= relation(word) === 'ccomp' || relation(word) === 'parataxis'
    if (word.deprel === 'acl:relcl') break
    // A clause with a subject of its own, joined to another one, is told for itself.
    if (relation(word) === 'conj' && word.children.some(child => relation(words[child] as Word) === 'nsubj')) break
    at = word.head
  }
  if (found.has('denied')) return 'denied'
  if (found.has('negated')) return 'negated'
  return found.has('planned') ? 'planned' : found.has('possible') ? 'possible' : 'occurred'
}

/** Auxiliaries and adverbs of a word, and of a verb also the determiners of its subject and object: "no weapons". */
function besides(words: readonly Word[], word: Word): Word[] {
  return word.children.flatMap(child => {
    const other = words[child] as Word
    const kind = relation(other)
    if (other.upos === 'AUX' || ['aux', 'advmod', 'det', 'cc', 'mark'].includes(kind)) return [other]
    if (kind !== 'nsubj' && kind !== 'obj') return []
    return other.children.map(below => words[below] as Word).filter(below => relation(below) === 'det')
  })
}

/** "They are to come": the auxiliary of a verb with the mark behind it, "" where it has no such two. */
function markOf(words: readonly Word[], { children }: Word): string {
  const at = children.findIndex(child => words[child]?.upos === 'AUX')
  const [auxiliary, mark] = [words[children[at] ?? -1], words[children[at + 1] ?? -1]]
  return auxiliary && mark && relation(mark) === 'mark' && mark.index === auxiliary.index + 1 ? `${auxiliary.lemma} ${mark.lower}` : ''
}

function addCue(cues: Told['cues'], word: Word, found: Set<Cue>): void {
  for (const cue of cues.get(word.lower) ?? cues.get(word.lemma) ?? []) found.add(cue)
}

/** On which side of a number a word puts it. */
const SIDES: ReadonlySet<Cue> = new Set<Cue>(['asked', 'pledged', 'received', 'given', 'arriving', 'staying', 'leaving'])
export type Side = Cue

/** The side that the nearest verb puts a number on: one that hangs on what is counted ("that they asked for"), else one above it. */
export function sideAt({ words, cues }: Told, index: number): Side | null {
  const sideOf = (word: Word): Side | null => {
    const side = cues.get(word.lemma)?.find(cue => SIDES.has(cue)) ?? null
    // "Have been given 4 million": whoever is given something receives it.
    const isGivenTo =
      side === 'given' && childrenBy(words, word.index, 'aux:pass').length > 0 && childrenBy(words, word.index, 'obj').length > 0
    return isGivenTo ? 'received' : side
  }
  for (let at = index, steps = 0; at >= 0 && steps < 12; at = words[at]?.head ?? -1, steps++) {
    const word = words[at] as Word
    if (at !== index) {
      const own = sideOf(word)
      if (own) return own
      if (word.upos === 'VERB' && relation(word) === 'conj') return null
    }
    for (const child of word.upos === 'VERB' ? [] : word.children) {
      const below = words[child] as Word
      const side = relation(below) === 'acl' ? sideOf(below) : null
      if (side) return side
    }
  }
  return null
}

/** Lemma of the nearest verb above a word, or null. */
export function verbAbove(told: Told, index: number): string | null {
  return verbWord(told, index)?.lemma ?? null
}

/** The nearest verb above a word, or null. */
export function verbWord({ words }: Told, index: number): Word | null {
  let word = words[index]
  for (let steps = 0; word && word.upos !== 'VERB' && steps < 12; steps++) word = words[word.head]
  return word?.upos === 'VERB' ? word : null
}
