import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { Measured } from './measured.ts'
import type { NumberExpression } from './numbers.ts'

/** How far before and after an amount the word may stand that says what the money is for. */
const BEFORE = 25
const AFTER = 15

/** Money is a figure where aid, ransom or damage is spoken of in its sentence; the nearest word before it decides, else the nearest behind it. */
export function moneyFor(words: readonly Word[], number: NumberExpression, language: Language): Measured | null {
  const sentence = words[number.first]?.sentence
  const last = Math.min(words.length, number.end + AFTER)
  let found: Measured | null = null
  for (let i = Math.max(0, number.first - BEFORE); i < last; i++) {
    const word = words[i] as Word
    const known = word.sentence === sentence ? language.figures.funding.get(word.lemma.toLowerCase()) : undefined
    if (
      known &&
      !(known.noun && word.upos !== 'NOUN') &&
      (found === null || known.measure === 'funding') &&
      found?.term.measure !== 'funding'
    )
      found = make(word, known.measure)
  }
  return found
}

/** "31 per cent funded", "have received 19 per cent of it": how much of the money has come. */
export function shareOfMoney(words: readonly Word[], number: NumberExpression, language: Language): Measured | null {
  const takes = (word: Word | undefined) =>
    word !== undefined &&
    word.sentence === words[number.first]?.sentence &&
    (language.figures.funding.get(word.lemma.toLowerCase())?.share || language.figures.funding.get(word.lower)?.share) === true
  const next = words[number.end] as Word
  if (takes(next)) return make(next, 'funding')
  let at = words[number.head]
  for (let steps = 0; at && steps < 4; steps++) {
    at = words[at.head]
    if (at?.upos !== 'VERB') continue
    return takes(at) ? make(at, 'funding') : null
  }
  return null
}

function make(word: Word, measure: 'funding' | 'other'): Measured {
  const term = { as: 'object', with: '', measure, kind: 'flow' } as const
  return { term, word: word.index, counted: null, predicate: word.index, rule: 'figures/money' }
}
