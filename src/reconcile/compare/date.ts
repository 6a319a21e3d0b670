import { formatDay } from '../../util/calendar.ts'
import type { Telling } from '../sketch.ts'
import { isAct } from './acts.ts'
import type { Evidence } from './evidence.ts'

/** Days apart at most, and the score; more days apart than in the last row: BEYOND. */
const STEPS: readonly (readonly [days: number, score: number])[] = [
  [0, 2],
  [1, 1],
  [3, -0.5],
  [7, -1],
  [14, -1.5],
]
const BEYOND = -2
const NAMED = 1
/** Days so far apart tell two acts from each other, where both reports tie the day to what was done. */
const TWO_ACTS = 2
const ACT_APART = -1

/** A day that both reports name. */
export function sharedDay(a: Telling, b: Telling): number | null {
  for (let i = 0, j = 0; i < a.days.length && j < b.days.length; ) {
    const [x, y] = [a.days[i] as number, b.days[j] as number]
    if (x === y) return x
    if (x < y) i++
    else j++
  }
  return null
}

export const date: Evidence = {
  name: 'date',
  onlyIfNear: true,
  says: 'How many days lie between the days on which it happened, where both reports give one.',
  scale: [
    ['the same day', 2],
    ['a day apart', 1],
    ['some day that both name is the same', NAMED],
    ['up to three days apart', -0.5],
    ['up to a week apart', -1],
    ['up to two weeks apart', -1.5],
    ['farther apart', BEYOND],
    [`two days and more apart, each tied to the event, and one of the two harms nobody (a visit, a vote, an appeal): besides`, ACT_APART],
    ['the same, and neither harms anybody: besides', 2 * ACT_APART],
  ],
  score(a, b) {
    const apart = daysApart(a, b)
    const score = apart === null ? 0 : (STEPS.find(([days]) => apart <= days)?.[1] ?? BEYOND)
    const acts = score < 0 ? actsApart(a, b, apart) : 0
    return score < NAMED && acts === 0 && sharedDay(a, b) !== null ? NAMED : score + acts * ACT_APART
  },
  tell(a, b) {
    const same = sharedDay(a, b)
    if (daysApart(a, b) !== 0 && same !== null && this.score(a, b) > 0) return `Both name ${formatDay(same)}.`
    const [x, y] = [formatDay(a.day?.first as number), formatDay(b.day?.first as number)]
    return x === y ? `Both are dated ${x}.` : `One is dated ${x}, the other ${y}.`
  },
}

/** Days between two happenings; null where one has no date. */
function daysApart(a: Telling, b: Telling): number | null {
  if (!a.day || !b.day) return null
  return Math.max(0, a.day.first - b.day.last, b.day.first - a.day.last)
}

/** How many of two happenings are acts, if their days are known and apart. */
function actsApart(a: Telling, b: Telling, apart: number | null): number {
  if (apart === null || apart < TWO_ACTS || !a.day?.stated || !b.day?.stated) return 0
  return Number(isAct(a)) + Number(isAct(b))
}
