import type { Time } from '../../record/time.ts'
import type { Match } from './finding.ts'

/** Days from first to last, both included; null where open. */
export type Days = Pick<Time, 'start' | 'end'>

/** Two times are the same where they share a day; a time that neither begins nor ends says nothing. */
export function matchDays(claimed: Days | null, told: Days | null): Match {
  if (!claimed || !told || isOpen(claimed) || isOpen(told)) return 'open'
  const isBefore = (a: Days, b: Days) => a.end !== null && b.start !== null && a.end < b.start
  return isBefore(claimed, told) || isBefore(told, claimed) ? 'different' : 'same'
}

function isOpen({ start, end }: Days): boolean {
  return start === null && end === null
}
