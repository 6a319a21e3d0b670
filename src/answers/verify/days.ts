import type { Time } from '../../record/time.ts'
import { parseDay } from '../../util/calendar.ts'
import type { Match } from './finding.ts'

/** Days from first to last, both included; null where open. */
export type Days = Pick<Time, 'start' | 'end'>

/** What is told of months is not told of one day in them. */
const MOST_WIDER = 31

/** Two times are the same where they share a day, and that of the text is not much the wider one; a time that neither begins nor ends says nothing. */
export function matchDays(claimed: Days | null, told: Days | null): Match {
  if (!claimed || !told || isOpen(claimed) || isOpen(told)) return 'open'
  const isBefore = (a: Days, b: Days) => a.end !== null && b.start !== null && a.end < b.start
  if (isBefore(claimed, told) || isBefore(told, claimed)) return 'different'
  return lengthOf(told) - lengthOf(claimed) > MOST_WIDER ? 'different' : 'same'
}

/** In days; a time that is open at an end is longer than any other. */
function lengthOf({ start, end }: Days): number {
  const [first, last] = [start && parseDay(start), end && parseDay(end)]
  return typeof first === 'number' && typeof last === 'number' ? last - first : Number.MAX_SAFE_INTEGER
}

function isOpen({ start, end }: Days): boolean {
  return start === null && end === null
}
