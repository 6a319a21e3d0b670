import type { FigureRecord, FigureValue } from '../../record/figure.ts'

/** How many, as bounds: the least, the likeliest, the most; null where the reports give none. */
export interface Amount {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
}

/** The likeliest number of a value; of a range or a vague word, on which nobody puts one, the least: the conservative reading (ACLED's). */
export function bestOf(value: Amount): number | null {
  return value.best ?? value.low ?? value.high
}

/**
 * Persons of a figure. Households times their size, rounded half up, as HELIX has it; null where the size is not known or nothing is counted.
 */
export function amountOf({ value, unit }: Pick<FigureRecord, 'value' | 'unit'>, householdSize: number | null): Amount | null {
  if (value === null) return null
  if (unit !== 'household') return boundsOf(value)
  if (householdSize === null) return null
  const persons = (n: number | null) => (n === null ? null : Math.floor(n * householdSize + 0.5))
  return { low: persons(value.low), best: persons(value.best), high: persons(value.high) }
}

function boundsOf({ low, best, high }: FigureValue): Amount {
  return { low, best, high }
}

/** The widest bounds that the amounts give together, around the likeliest number of one of them. */
export function widen(chosen: Amount, others: readonly Amount[]): Amount {
  const all = [chosen, ...others]
  const lows = all.map(a => a.low ?? a.best).filter(n => n !== null)
  const highs = all.map(a => a.high ?? a.best).filter(n => n !== null)
  return { low: lows.length ? Math.min(...lows) : null, best: bestOf(chosen), high: highs.length ? Math.max(...highs) : null }
}

/** The sum of amounts, bound by bound. */
export function addAmounts(amounts: readonly Amount[]): { readonly low: number; readonly best: number; readonly high: number } {
  const sum = (pick: (amount: Amount) => number | null) =>
    amounts.reduce((total, amount) => total + (pick(amount) ?? bestOf(amount) ?? 0), 0)
  return { low: sum(a => a.low), best: sum(bestOf), high: sum(a => a.high) }
}
