import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { readsAs } from '../../document/phrase.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import { countedNoun } from './counted.ts'
import type { Counted, Measured } from './measured.ts'
import type { NumberExpression } from './numbers.ts'

/** How many figures back one that a number goes on with may stand. */
const BACK = 6

/**
 * A number that counts anew what was counted before: "in March it was 96,000", "the ministry put the figure at 30", "the Red Cross counts
 * 4,000", "890 cases" behind "up from". Null for anything else.
 */
export function countedAgain(
  words: readonly Word[],
  number: NumberExpression,
  earlier: readonly Counted[],
  language: Language,
): Measured | null {
  if (number.money !== null || number.percent) return null
  const counted = countedNoun(words, number, language.figures)
  const before = counted === null ? ofLast(words, number, earlier, language) : ofSameNoun(words, number, counted, earlier, language)
  return (
    before && { ...before.measured, counted: counted ?? before.measured.counted, predicate: number.head, rule: 'figures/counted-again' }
  )
}

/** A number alone: it is what "it" or "the figure" was, or what somebody counts; the last figure of this sentence or the one before says of what. */
function ofLast(words: readonly Word[], number: NumberExpression, earlier: readonly Counted[], language: Language): Counted | null {
  const last = earlier.slice(-BACK).findLast(f => f.number.money === null && !f.number.percent)
  if (!last || last.measured.term.measure === 'other' || sentenceOf(words, number) - sentenceOf(words, last.number) > 1) return null
  const again = isWhatItWas(words, number, language) || isCounted(words, number, language) || isSomeOfThem(words, number, last, earlier)
  return again ? last : null
}

function sentenceOf(words: readonly Word[], number: NumberExpression): number {
  return (words[number.first] as Word).sentence
}

/** "It was 96,000", "the figure stands at 96,000" */
function isWhatItWas(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  const node = words[number.head] as Word
  const verb = childrenBy(words, node.index, 'cop').length > 0 ? node : words[node.head]
  if (!verb || (verb !== node && !language.figures.tolls.has(verb.lemma.toLowerCase()))) return false
  return childrenBy(words, verb.index, 'nsubj').some(subject => standsForNumber(words, subject, language))
}

/** "Eight were members of one family", "about 2,500 are in the worst state": fewer of those just counted, told of by a predicate alone. */
function isSomeOfThem(words: readonly Word[], number: NumberExpression, last: Counted, earlier: readonly Counted[]): boolean {
  const node = words[number.head] as Word
  const best = number.value.best
  const all = last.number.value.best
  const isOther = (f: Counted) =>
    sentenceOf(words, f.number) === sentenceOf(words, last.number) && f.measured.term.measure !== last.measured.term.measure
  if (earlier.slice(-BACK).some(isOther)) return false
  if (node.deprel !== 'nsubj' || best === null || all === null || best >= all || best < 2) return false
  return childrenBy(words, node.head, 'cop').length > 0 && node.children.every(c => c < node.index)
}

/** "Counts 4,000", "put it at 30", "put the figure at 30" */
function isCounted(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  const { figures } = language
  const node = words[number.head] as Word
  const verb = words[node.head]
  if (!verb || !figures.counters.has(verb.lemma.toLowerCase()) || !/^(?:obj|obl)$/.test(relation(node))) return false
  const start = Math.min(number.first, ...number.quantifierWords)
  if (relation(node) === 'obj') return start === verb.index + 1
  return childrenBy(words, verb.index, 'obj').some(object => standsForNumber(words, object, language))
}

/** "It", or a noun for numbers that nothing says the kind of: "the figure". */
function standsForNumber(words: readonly Word[], word: Word, { figures, mentions }: Language): boolean {
  const pronoun = mentions.pronouns.get(word.lower)
  if (pronoun) return pronoun.person === 3 && pronoun.number === 'sing' && pronoun.gender === 'neut'
  return figures.totals.has(word.lemma.toLowerCase()) && childrenBy(words, word.index, 'nmod', 'acl').length === 0
}

/** "1,318 cases and 42 deaths, up from |890 cases|": the last figure of the sentence that counts the same noun. */
function ofSameNoun(
  words: readonly Word[],
  number: NumberExpression,
  counted: number,
  earlier: readonly Counted[],
  language: Language,
): Counted | null {
  if (!isCompared(words, number, language)) return null
  const lemma = (words[counted] as Word).lemma
  const found = earlier.slice(-BACK).findLast(({ measured }) => measured.counted !== null && words[measured.counted]?.lemma === lemma)
  return found && sentenceOf(words, found.number) === sentenceOf(words, number) ? found : null
}

/** "Up from 26", "against 12 last year": right behind words that set it beside another number. */
export function isCompared(words: readonly Word[], number: NumberExpression, { figures }: Language): boolean {
  const start = Math.min(number.first, ...number.quantifierWords)
  return figures.comparisons.some(phrase => readsAs(words, start - phrase.length, phrase))
}
