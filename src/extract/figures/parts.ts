import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import { isCompared } from './again.ts'
import { countedNoun } from './counted.ts'
import type { Counted, Measured } from './measured.ts'
import type { NumberExpression } from './numbers.ts'

/** What a number counts that goes on with what the one before it counts, and the whole that it is a part of. */
export interface Part {
  readonly measured: Measured
  readonly whole: string | null
}

/** "… including 12 in March", "… and 30 in February", "12 of them": counts what the figure before it counts. */
export function partOf(words: readonly Word[], number: NumberExpression, before: Counted | null, language: Language): Part | null {
  if (!before || before.number.money !== null || !mayBePart(words, number, before, language)) return null
  const { figures } = language
  const ofThem = isOfThem(words, number, language)
  const more = figures.more.has(words[number.end]?.lower ?? '')
  const counted = more || ofThem ? null : countedNoun(words, number, figures)
  const noun = counted === null ? null : (words[counted] as Word)
  if (noun && !language.figures.isPeople(noun)) return null
  const gap = between(words, before.number.end, number.first)
  const included = ofThem || gap.some(w => figures.parts.has(w.lower) && w.lower !== figures.of)
  const bare =
    noun === null &&
    !isNewClause(words, number, gap) &&
    (relation(words[number.head] as Word) === 'conj' || isAtPlace(words, number) || isSetBeside(words, number, language))
  const inherits = included || more || bare || (noun !== null && isListed(words, number, before, gap))
  if (!inherits) return null
  const measured = {
    ...before.measured,
    counted: counted ?? before.measured.counted,
    predicate: number.head,
    rule: 'figures/part-of-figure',
  }
  return { measured, whole: included && !before.figure.partOf ? before.figure.id : before.figure.partOf }
}

/** The whole that a part with a measure of its own belongs to: "170 people were killed, including 12 children". */
export function wholeOf(words: readonly Word[], number: NumberExpression, before: Counted | null, language: Language): string | null {
  if (!before) return null
  if (isOfThose(words, number, before, language)) return before.figure.id
  if (!mayBePart(words, number, before, language)) return null
  if (isOfThem(words, number, language)) return before.figure.partOf ?? before.figure.id
  const gap = between(words, Math.max(before.number.end, number.first - 6), number.first)
  return gap.some(w => language.figures.parts.has(w.lower) && w.lower !== language.figures.of) ? before.figure.id : null
}

/** "600 perished; 5,000 in Gao need food": a clause of its own with a verb for the number. */
function isNewClause(words: readonly Word[], number: NumberExpression, gap: readonly Word[]): boolean {
  if (gap.at(-1 - number.quantifierWords.length)?.form !== ';') return false
  for (let i = number.end; i < number.end + 6 && words[i]?.sentence === words[number.first]?.sentence && words[i]?.upos !== 'PUNCT'; i++)
    if (words[i]?.upos === 'VERB' || words[i]?.upos === 'AUX') return true
  return false
}

/** "… is displaced: 1.8 million", "up from 26", "against 12 last year": the number of the same, said more exactly or for another time. */
function isSetBeside(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  const start = Math.min(number.first, ...number.quantifierWords)
  return words[start - 1]?.form === ':' || isCompared(words, number, language)
}

/** "79,000 of them", "of whom 23", "of these, 40", at the head of a sentence "among them were 12": those counted before. */
export function isOfThem(words: readonly Word[], number: NumberExpression, { figures }: Language): boolean {
  const isThem = (at: number) => figures.anaphors.has(words[at]?.lower ?? '')
  const isOf = (at: number) => words[at]?.lower === figures.of && isThem(at + 1)
  if (isOf(number.end) || isOf(number.first - 2) || (words[number.first - 1]?.form === ',' && isOf(number.first - 3))) return true
  const opens = number.first - 3
  return words[opens - 1]?.sentence !== words[opens]?.sentence && figures.parts.has(words[opens]?.lower ?? '') && isThem(opens + 1)
}

/** In the same sentence, or in the next where it says that it is of those. */
function mayBePart(words: readonly Word[], number: NumberExpression, before: Counted, language: Language): boolean {
  const apart = (words[number.first] as Word).sentence - (words[before.number.first] as Word).sentence
  return apart === 0 || (apart === 1 && isOfThem(words, number, language))
}

/** "12 of the dead were children" behind "40 people died": fewer than those who were just counted of the same. */
function isOfThose(words: readonly Word[], number: NumberExpression, before: Counted, { figures }: Language): boolean {
  const apart = (words[number.first] as Word).sentence - (words[before.number.first] as Word).sentence
  if (apart > 1 || words[number.end]?.lower !== figures.of || !figures.articles.has(words[number.end + 1]?.lower ?? '')) return false
  const [part, whole] = [number.value.best, before.number.value.best]
  const counted =
    figures.measures.get(words[number.end + 2]?.lemma.toLowerCase() ?? '') ?? figures.measures.get(words[number.end + 2]?.lower ?? '')
  return part !== null && whole !== null && part < whole && counted?.some(term => term.measure === before.figure.measure) === true
}

/** "24 civilians had died, as well as 25 rebels and 26 fighters": people added to the people counted before by a comma or a conjunction. */
function isListed(words: readonly Word[], number: NumberExpression, before: Counted, gap: readonly Word[]): boolean {
  const start = Math.min(number.first, ...number.quantifierWords)
  const joint = words[start - 1]
  const joined = joint && (joint.upos === 'CCONJ' || joint.form === ',' || joint.upos === 'ADP')
  const verbs = gap.filter(w => w.upos === 'VERB' && w.index !== before.measured.word && w.deprel !== 'acl' && w.deprel !== 'amod')
  return (
    joined === true && gap.length > 0 && gap.length < 24 && verbs.length === 0 && !(joint.upos === 'ADP' && !gap.some(w => w.form === ','))
  )
}

/** "3,000 in Palma", "Palma 3,000": a number alone with a place, in front or behind a preposition. */
function isAtPlace(words: readonly Word[], number: NumberExpression): boolean {
  if (childrenBy(words, number.head, 'nmod', 'obl').length > 0) return true
  const start = Math.min(number.first, ...number.quantifierWords)
  return (
    words[number.end]?.upos === 'ADP' && words[number.end + 1]?.upos === 'PROPN' && /^(?:CCONJ|PUNCT)$/.test(words[start - 1]?.upos ?? '')
  )
}

function between(words: readonly Word[], from: number, to: number): readonly Word[] {
  return to - from > 60 ? [] : words.slice(from, to)
}
