import { bestOf } from '../reconcile/series/amount.ts'
import type { FigureTold } from '../reconcile/series/told.ts'
import type { Toll } from './happenings.ts'

/** The figure to count, and those that say another number, each number once, the least first. */
export function readToll({ figures, marks }: Pick<Toll, 'figures' | 'marks'>): { chosen: FigureTold | null; others: FigureTold[] } {
  const byId = new Map(figures.map(told => [told.id, told]))
  const marked = (roles: readonly string[]) => marks.filter(mark => roles.includes(mark.role)).flatMap(mark => byId.get(mark.figure) ?? [])
  const [chosen = null] = marked(['recommended'])
  const numbers = new Map(marked(['triangulation']).map(told => [numberOf(told), told]))
  if (chosen) numbers.delete(numberOf(chosen))
  return { chosen, others: [...numbers.values()].sort((a, b) => numberOf(a) - numberOf(b)) }
}

/** The number that a figure is compared by. */
export function numberOf({ figure: { value } }: FigureTold): number {
  return (value && bestOf(value)) ?? 0
}
