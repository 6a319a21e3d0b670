import type { Witnesses } from '../evidence.ts'
import type { Toll } from '../happenings.ts'
import { readToll } from '../tolls.ts'
import { type BriefLanguage, fill, list, type Piece } from './templates.ts'
import { amountIn, sayerOf } from './values.ts'

/** "16 killed (other sources: 12 (mayor), at least 19 (United Nations))"; null where nothing can be counted. */
export function tollIn(language: BriefLanguage, measure: 'killed' | 'injured', toll: Toll | null, witnesses: Witnesses): Piece[] | null {
  const { chosen, others } = toll ? readToll(toll) : { chosen: null, others: [] }
  if (!chosen) return null
  return fill(`toll.${measure}`, language, {
    amount: amountIn(language, chosen, witnesses),
    others: list(others.map(told => fill('other', language, { amount: amountIn(language, told, witnesses), by: sayerOf(told) }))),
  })
}

/** The number of a toll and its bounds, for programs. */
export function tollValues(name: 'killed' | 'injured', toll: Toll | null): Record<string, number | null> {
  if (!toll?.amount) return { [name]: null }
  const { chosen, others } = readToll(toll)
  const numbers = [...(chosen ? [chosen] : []), ...others].flatMap(({ figure: { value } }) => [
    value?.low ?? value?.best,
    value?.high ?? value?.best,
  ])
  const known = numbers.filter(number => number !== null && number !== undefined)
  return { [name]: toll.amount.best, [`${name}Least`]: Math.min(...known), [`${name}Most`]: Math.max(...known) }
}
