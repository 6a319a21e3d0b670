import type { FigureValue } from '../../record/figure.ts'
import type { Match } from './finding.ts'

/**
 * Does a number that a text has bear out a number that a claim has?
 * - A plain number must be the one of the text; whether the text says "some" or "at least" in front of it does not matter.
 * - With "about" it may also be the text's number rounded: to two significant digits or more, or to one where the text has two ("about 41,000" for 41,200, "about 3,000" for 3,200).
 * - "At least", "at most" and a range are borne out by every number that obeys them; a vague word ("thousands") by every number in its bounds.
 * - Open where the text is vaguer than the claim: "thousands" neither bears out 3,000 nor speaks against it.
 */
export function matchAmounts(claimed: FigureValue, told: FigureValue): Match {
  if (claimed.best !== null && claimed.best === told.best) return isAgainst(claimed, told) ? 'different' : 'same'
  const [low, high] = boundsOf(told)
  const [least, most] = boundsOf(claimed)
  if (low >= least && high <= most) return 'same'
  if (claimed.quantifier === 'about' && claimed.best !== null && told.best !== null && isRounded(claimed.best, told.best)) return 'same'
  if (told.best !== null) return claimed.best === null && told.best >= least && told.best <= most ? 'same' : 'different'
  return high < least || low > most ? 'different' : 'open'
}

/** Is it the number itself, as written or rounded, whatever stands in front of it? "At least 25" is borne out by 34, but 34 is another number. */
export function isSameNumber(claimed: FigureValue, told: FigureValue): boolean {
  if (claimed.best === null || told.best === null) return claimed.low === told.low && claimed.high === told.high
  return claimed.best === told.best || (claimed.quantifier === 'about' && isRounded(claimed.best, told.best))
}

/** "At most 19" is no "at least 19". */
function isAgainst({ quantifier: a }: FigureValue, { quantifier: b }: FigureValue): boolean {
  return (a === 'at-most' && b === 'at-least') || (a === 'at-least' && b === 'at-most')
}

/** The least and the most that a value may be. */
function boundsOf({ low, best, high, quantifier }: FigureValue): readonly [number, number] {
  if (quantifier === 'at-least') return [low ?? best ?? 0, Number.POSITIVE_INFINITY]
  if (quantifier === 'at-most') return [0, high ?? best ?? Number.POSITIVE_INFINITY]
  return [low ?? best ?? 0, high ?? best ?? Number.POSITIVE_INFINITY]
}

/** Is the claimed number what the other one is when it is rounded to as many digits? */
function isRounded(claimed: number, exact: number): boolean {
  const digits = significantDigits(claimed)
  const least = Math.min(2, Math.max(1, significantDigits(exact) - 1))
  return digits >= least && digits < significantDigits(exact) && Number(exact.toPrecision(digits)) === claimed
}

/** 41,200 has three. */
function significantDigits(value: number): number {
  return String(value)
    .replace(/e.*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '').length
}
