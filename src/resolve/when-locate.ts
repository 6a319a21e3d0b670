import { grainOf, type TimeShape } from '../document/time-shape.ts'
import { timePart } from '../document/time-value.ts'
import { dateOf, mondayOf, weekdayOf } from '../util/calendar.ts'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  movePeriod,
  type Period,
  periodInYear,
  sameInOtherYear,
  weekendPeriod,
  yearPeriod,
} from './when-periods.ts'

/** What dates are counted from. */
export interface Anchors {
  /** The day of publication, or the year (or day) that an undated report gives itself; null where it gives none. */
  readonly published: Period | null
  /** The time that the text is telling of here, or null. */
  readonly narrative: Period | null
  /** A year named in the same breath, which a date without one belongs to. */
  readonly nearYear: number | null
  /** -1 past, 1 future, null unknown. */
  readonly tense: -1 | 1 | null
  /** The text tells of times long before its publication: dates without a year go on from the last one told. */
  readonly history: boolean
}

/** The period that a shape names, or null where what is known does not settle it. */
export function locate(shape: TimeShape, anchors: Anchors): Period | null {
  const day = locateDate(shape, anchors)
  const clock = timePart(shape)
  if (!day || clock === '') return day
  return day.start === day.end ? { ...day, value: day.value + clock, grain: 'clock' } : null
}

function locateDate(shape: TimeShape, anchors: Anchors): Period | null {
  if (shape.shift) return locateShift(shape, anchors)
  if (shape.within) return locateWithin(shape, shape.within, anchors)
  if (shape.year !== undefined || shape.shortYear !== undefined) return locateInYear(shape, fullYear(shape, anchors), anchors)
  if (shape.decade !== undefined) return decadePeriod(shape.decade)
  if (shape.century !== undefined) return centuryPeriod(shape.century)
  if (shape.turn !== undefined) return locateTurn(shape, shape.turn, anchors)
  if (shape.weekday !== undefined && shape.month === undefined) return locateWeekday(shape, anchors)
  if (shape.weekend) return locateWeekend(anchors)
  if (shape.month === undefined && shape.holiday === undefined && shape.hour !== undefined) return sameDay(anchors)
  return locateWithoutYear(shape, anchors)
}

function locateInYear(shape: TimeShape, year: number, anchors: Anchors): Period | null {
  if (shape.swappable) return swapped(shape, year, anchors)
  if (grainOf({ ...shape, hour: undefined, part: undefined } as TimeShape) === 'year') return yearPeriod(year)
  return periodInYear(shape, year)
}

/** "05/03/2024": day first, unless only the other reading lies close to the day of publication. */
function swapped(shape: TimeShape, year: number, { published }: Anchors): Period | null {
  const first = periodInYear(shape, year)
  const second = periodInYear({ ...shape, month: shape.day as number, day: shape.month as number }, year)
  if (!first || !second || published?.grain !== 'day') return first ?? second
  const close = (p: Period) => Math.abs(p.start - published.start) <= 31
  return !close(first) && close(second) ? second : first
}

/** The century of a year in two figures: the one that puts it nearest before the present of the report. */
function fullYear(shape: TimeShape, { published }: Anchors): number {
  if (shape.year !== undefined) return shape.year
  const short = shape.shortYear as number
  const now = published ? dateOf(published.start).year : 2029
  const year = now - (now % 100) + short
  return year > now + 10 ? year - 100 : year
}

function locateShift(shape: TimeShape, anchors: Anchors): Period | null {
  const { unit, by } = shape.shift as NonNullable<TimeShape['shift']>
  if (by === null) return null
  const anchor = shape.base ? locate(shape.base, anchors) : anchorOf(shape, anchors)
  if (!anchor) return null
  // "a year earlier" beside a quarter or month means the same quarter or month of that year.
  const { narrative } = anchors
  if (unit === 'Y' && shape.shift?.counted && (narrative?.grain === 'quarter' || narrative?.grain === 'month'))
    return sameInOtherYear(narrative, by)
  // Results are reported once a quarter is over: "the quarter" with none named before is the last full one.
  if (unit === 'Q' && by === 0 && anchor === anchors.published && shape.from === 'narrative') return movePeriod(anchor, unit, -1)
  return movePeriod(anchor, unit, by)
}

function anchorOf(shape: TimeShape, { published, narrative, history }: Anchors): Period | null {
  // In a story of old times "this year" and "the next day" are the story's; only "ten years ago" may be the writer's.
  if (shape.from === 'narrative' || (history && narrative && !shape.shift?.counted)) return narrative ?? (history ? null : published)
  return published
}

function locateWithin(shape: TimeShape, outer: TimeShape, anchors: Anchors): Period | null {
  const period = locate(outer, anchors)
  if (!period) return null
  if (shape.weekday !== undefined && period.grain === 'week') return dayPeriod(period.start + shape.weekday - 1)
  const { year, month } = dateOf(period.start)
  if (shape.day !== undefined && shape.month === undefined) return period.grain === 'month' ? periodInYear({ ...shape, month }, year) : null
  return period.grain === 'year' ? periodInYear(shape, year) : null
}

/** "last Friday", "next March", "this summer". */
function locateTurn(shape: TimeShape, turn: -1 | 0 | 1, anchors: Anchors): Period | null {
  const anchor = anchorOf(shape, anchors)
  if (!anchor) return null
  if (shape.weekday !== undefined || shape.weekend) {
    if (anchor.grain !== 'day' && anchor.grain !== 'clock') return null
    if (shape.weekend) return weekendPeriod(anchor.start + 7 * turn)
    const weekday = shape.weekday as number
    if (turn === 0) return dayPeriod(mondayOf(anchor.start) + weekday - 1)
    return dayPeriod(turn < 0 ? onOrBefore(anchor.start - 1, weekday) : onOrAfter(anchor.start + 1, weekday))
  }
  const { year } = dateOf(anchor.start)
  if (turn === 0) return periodInYear(shape, year)
  if (anchor.grain === 'year') return turn < 0 ? null : periodInYear(shape, year + 1)
  return turn < 0 ? latest(shape, year, p => p.end < anchor.start) : earliest(shape, year, p => p.start > anchor.start)
}

function locateWeekday(shape: TimeShape, { published, narrative, tense, history }: Anchors): Period | null {
  const weekday = shape.weekday as number
  if (history && narrative && narrative.start === narrative.end) return dayPeriod(onOrAfter(narrative.start, weekday))
  const anchor = published
  if (!anchor || anchor.start !== anchor.end) return null
  return dayPeriod(tense === 1 ? onOrAfter(anchor.start, weekday) : onOrBefore(anchor.start, weekday))
}

function locateWeekend({ published, tense }: Anchors): Period | null {
  if (!published || published.start !== published.end) return null
  const own = weekendPeriod(published.start)
  return tense === 1 || own.start <= published.start ? own : weekendPeriod(published.start - 7)
}

/** A time of day alone is on the day told of, else on the day of publication. */
function sameDay({ published, narrative }: Anchors): Period | null {
  if (narrative && narrative.start === narrative.end) return dayPeriod(narrative.start)
  return published && published.start === published.end ? dayPeriod(published.start) : null
}

/** A month, day, quarter, season or named day without a year. */
function locateWithoutYear(shape: TimeShape, anchors: Anchors): Period | null {
  const { published, narrative, nearYear, tense, history } = anchors
  if (nearYear !== null && tense !== 1) return periodInYear(shape, nearYear)
  if (history && narrative) return nextInStory(shape, narrative)
  if (!published) return null
  const { year } = dateOf(published.start)
  if (published.grain === 'year') return periodInYear(shape, year)
  if (shape.weekday !== undefined && shape.day !== undefined) {
    const fitting = nearest(shape, published.start, p => weekdayOf(p.start) === shape.weekday)
    if (fitting) return fitting
  }
  if (tense === null && shape.month !== undefined && shape.day !== undefined) return nearest(shape, published.start, () => true)
  // A day of this very season is not told of the year before or after without saying so, whatever the verb seems to say.
  const close = shape.day === undefined ? null : nearest(shape, published.start, p => distance(p, published.start) <= CLOSE)
  if (close) return close
  return tense === 1 ? earliest(shape, year, p => p.end >= published.start) : latest(shape, year, p => p.start <= published.start)
}

/** In days: a month and a half. */
const CLOSE = 45

/** A story goes on: the nearest such date from four months before the last one told to eight months after it. */
function nextInStory(shape: TimeShape, narrative: Period): Period | null {
  const { year, month } = dateOf(narrative.start)
  if (narrative.grain === 'year' || narrative.grain === 'season') return periodInYear(shape, year)
  for (const y of [year - 1, year, year + 1]) {
    const period = periodInYear(shape, y)
    if (!period) continue
    const at = dateOf(period.start)
    const months = (at.year - year) * 12 + at.month - month
    if (months >= -4 && months < 8) return period
  }
  return periodInYear(shape, year)
}

/** The one nearest to a day, of this year, the last and the next. */
function nearest(shape: TimeShape, day: number, fits: (p: Period) => boolean): Period | null {
  const { year } = dateOf(day)
  let best: Period | null = null
  for (const y of [year, year - 1, year + 1]) {
    const period = periodInYear(shape, y)
    if (period && fits(period) && (!best || distance(period, day) < distance(best, day))) best = period
  }
  return best
}

function distance(period: Period, day: number): number {
  return Math.max(0, period.start - day, day - period.end)
}

function latest(shape: TimeShape, year: number, fits: (p: Period) => boolean): Period | null {
  for (let y = year + 1; y >= year - 8; y--) {
    const period = periodInYear(shape, y)
    if (period && fits(period)) return period
  }
  return null
}

function earliest(shape: TimeShape, year: number, fits: (p: Period) => boolean): Period | null {
  for (let y = year - 1; y <= year + 8; y++) {
    const period = periodInYear(shape, y)
    if (period && fits(period)) return period
  }
  return null
}

function onOrBefore(day: number, weekday: number): number {
  return day - ((weekdayOf(day) - weekday + 7) % 7)
}

function onOrAfter(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 7) % 7)
}
