import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans } from '../../record/span.ts'
import type { Time } from '../../record/time.ts'
import { parseDay } from '../../util/calendar.ts'
import type { Telling } from '../sketch.ts'
import { type Happening, leadWeight } from './happenings.ts'

/**
 * The day of a happening: the one that most of its events of the main type are given, those at the head first; else the first day that the
 * report names at all on or before its publication, unless it is the day on which somebody said something.
 */
export function dayOf(reading: ReadingRecord, { type, events, isMain }: Happening, published: number | null): Telling['day'] {
  const weights = new Map<string, number>()
  const spans = new Map<string, { first: number; last: number }>()
  const add = (time: Time | null, weight: number) => {
    const days = time && !isStamp(time, reading, published) ? daysOf(time) : null
    if (!days || (published !== null && days.first > published + 1)) return
    const key = `${days.first} ${days.last}`
    spans.set(key, days)
    weights.set(key, (weights.get(key) ?? 0) + weight)
  }
  for (const { time, type: own, trigger } of events) add(time, (own === type ? 2 : 0.25) * leadWeight(listSpans(trigger)[0]?.[0] ?? 0))
  if (isMain)
    for (const { time, measure, span } of reading.figures) if (measure === 'killed' || measure === 'injured') add(time, leadWeight(span[0]))
  const isStated = weights.size > 0
  if (isMain && !isStated) {
    const said = new Set(reading.statements.flatMap(({ time }) => time?.span?.join() ?? []))
    for (const time of reading.times) if (!said.has(time.span?.join() ?? '')) add(time, leadWeight(time.span?.[0] ?? 0))
  }
  const best = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]
  return best ? { ...(spans.get(best[0]) as { first: number; last: number }), stated: isStated } : null
}

/** Every day that a report names on or before its publication; those of the happening's own events, where it is not what the report is about. */
export function daysNamed(reading: ReadingRecord, { isMain, events }: Happening, published: number | null): number[] {
  const days = new Set<number>()
  for (const time of isMain ? reading.times : events.flatMap(event => event.time ?? [])) {
    const found = isStamp(time, reading, published) ? null : daysOf(time)
    if (found && found.first === found.last && (published === null || found.first <= published)) days.add(found.first)
  }
  return [...days].sort((a, b) => a - b)
}

function daysOf({ start, end, precision }: Time): { first: number; last: number } | null {
  if (precision !== 'day' || !start || !end) return null
  const [first, last] = [parseDay(start), parseDay(end)]
  return first === null || last === null ? null : { first, last }
}

/**
 * "Posted: Monday, 11 August 2014": a date written out that is the day of publication is the page's, not the happening's, unless it goes on a sentence:
 * "an explosion in Mogadishu on 2 October 2024".
 */
function isStamp({ start, basis, span }: Time, { report }: ReadingRecord, published: number | null): boolean {
  if (basis !== 'stated' || published === null || start === null || parseDay(start) !== published) return false
  return !span || !/\p{Ll} \p{Ll}+ $/u.test(report.text.slice(Math.max(0, span[0] - WORDS), span[0]))
}

/** Characters of the words before a date that are looked at. */
const WORDS = 40
