import { childrenBy } from '../../document/tree.ts'
import type { FigureFact } from './figure-facts.ts'
import { partiesIn } from './parties.ts'
import { sentenceAt, type Told, wordsIn } from './told.ts'
import { verbWord } from './wording.ts'

/** From here on a bare number may be money where the one before it is. */
const LEAST_MONEY = 1_000

/** "The flood killed 5,900; the Red Crescent says 11,300": a number without a noun counts what the one before it in the sentence counts. */
export function fillEllipses(told: Told, facts: readonly FigureFact[]): FigureFact[] {
  const sorted = [...facts].sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
  const out: FigureFact[] = []
  for (const fact of sorted) {
    const before = out.at(-1)
    const isOne = before?.span && fact.span && isBare(fact) && isNear(told, before, fact)
    out.push(isOne ? fill(told, fact, before) : fact)
  }
  return out
}

function isBare({ id, noun, unit, value }: FigureFact): boolean {
  return id === null && noun === null && unit === null && value?.best != null && value.best > 1
}

function isNear(told: Told, { span: a, unit }: FigureFact, { span: b, value, isMore }: FigureFact): boolean {
  if (unit !== 'person' && (unit === null || !/^[A-Z]{3}$/.test(unit) || (value?.best ?? 0) < LEAST_MONEY)) return false
  if (a === null || b === null) return false
  const [first, second] = [sentenceAt(told, a), sentenceAt(told, b)]
  return first === second || (first + 1 === second && (isMore || isOpenEnded(told, first)))
}

/** A semicolon, at which sentences are cut, does not end one. */
function isOpenEnded({ sentences, reading }: Told, sentence: number): boolean {
  return reading.report.text[(sentences[sentence]?.span[1] ?? 0) - 1] === ';'
}

function fill(told: Told, fact: FigureFact, before: FigureFact): FigureFact {
  const index = fact.span ? (wordsIn(told, fact.span).at(-1)?.index ?? -1) : -1
  const verb = index < 0 ? null : verbWord(told, index)
  const subject = verb && childrenBy(told.words, verb.index, 'nsubj')[0]
  const sources =
    fact.sources.length > 0 || !subject
      ? fact.sources
      : partiesIn(told, [Math.min(subject.start, ...subject.children.map(child => told.words[child]?.start ?? subject.start)), subject.end])
  const { measure, kind, unit, population, noun, places } = before
  return { ...fact, measure, kind, unit, population, noun, places, sources }
}
