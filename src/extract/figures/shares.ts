import type { FigureAnswers } from '../../document/answers/figures.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { readsAs } from '../../document/phrase.ts'
import { digitsAt } from './digits.ts'

/** A share in hundredths, and the word behind it. */
export interface Share {
  readonly end: number
  readonly percent: number
}

/** "a third of", "two thirds of", "half the", "one in ten", "four out of five": a share of those named behind it. Null for anything else. */
export function readShare(words: readonly Word[], i: number, language: Language): Share | null {
  return fraction(words, i, language.figures) ?? ratio(words, i, language)
}

function fraction(words: readonly Word[], i: number, answers: FigureAnswers): Share | null {
  const first = answers.numbers.get(words[i]?.lower ?? '')
  if (first?.kind === 'part') {
    const next = words[i + 1]
    const isShare = next !== undefined && (next.lower === answers.of || next.upos === 'DET' || next.deprel === 'nmod:poss')
    const scale = answers.numbers.get(words[i + 2]?.lower ?? '')
    return isShare && scale?.kind !== 'scale' ? { end: i + 1, percent: first.value * 100 } : null
  }
  const many = answers.one.has(words[i]?.lower ?? '') ? 1 : first?.kind === 'unit' ? first.value : null
  if (many === null) return null
  const at = words[i + 1]?.form === '-' ? i + 2 : i + 1
  const part = answers.numbers.get(words[at]?.lower ?? '')
  if (part?.kind !== 'share' || words[at + 1]?.lower !== answers.of) return null
  return { end: at + 1, percent: Math.min(100, round(many * part.value)) }
}

function ratio(words: readonly Word[], i: number, language: Language): Share | null {
  const answers = language.figures
  const few = smallAt(words, i, answers)
  if (few === null) return null
  // "one household in five"
  const noun = words[i + 1]?.upos === 'NOUN' && language.figures.isPeople(words[i + 1] as Word) ? 1 : 0
  const joint = answers.ratio.find(marks => readsAs(words, i + 1 + noun, marks))
  if (!joint) return null
  const at = i + 1 + noun + joint.length
  const all = smallAt(words, at, answers)
  const next = words[at + 1]
  if (all === null || all <= few || !next || next.sentence !== words[i]?.sentence) return null
  // "killed two in three villages" is no share: whom it is of stands behind it, or its verb.
  const of =
    next.lower === answers.of ||
    /^(?:VERB|AUX)$/.test(next.upos) ||
    language.figures.isPeople(next.upos === 'ADJ' ? (words[at + 2] ?? next) : next)
  return of ? { end: at + 1, percent: round((few / all) * 100) } : null
}

function smallAt(words: readonly Word[], i: number, answers: FigureAnswers): number | null {
  const word = words[i]
  if (!word) return null
  const known = answers.numbers.get(word.lower)
  const value = known
    ? known.kind === 'unit' || known.kind === 'ten'
      ? known.value
      : null
    : (digitsAt(words, i, answers.digits)?.value ?? null)
  return value !== null && value > 0 && value <= 1000 && Number.isInteger(value) ? value : null
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10
}
