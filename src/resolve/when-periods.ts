import type { Grain, TimeShape, TimeUnit } from '../document/time-shape.ts'
import { yearValue } from '../document/time-value.ts'
import {
  addMonths,
  dateExists,
  dateOf,
  dayOf,
  easterOf,
  formatDay,
  isoWeekOf,
  mondayOf,
  monthLength,
  nthWeekday,
  two,
} from '../util/calendar.ts'

/** A stretch of days (day numbers, both inclusive) with its ISO-TimeML value. */
export interface Period {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly grain: Grain
}

export function dayPeriod(day: number): Period {
  const year = dateOf(day).year
  const value = year > 0 ? formatDay(day) : `${yearValue(year)}${formatDay(day).slice(-6)}`
  return { start: day, end: day, value, grain: 'day' }
}

function weekPeriod(day: number): Period {
  const monday = mondayOf(day)
  const { year, week } = isoWeekOf(day)
  return { start: monday, end: monday + 6, value: `${yearValue(year)}-W${two(week)}`, grain: 'week' }
}

export function weekendPeriod(day: number): Period {
  const week = weekPeriod(day)
  return { start: week.start + 5, end: week.end, value: `${week.value}-WE`, grain: 'weekend' }
}

/** Months from one on: `count` 1 a month, 3 a quarter … */
function monthsPeriod(year: number, month: number, count: number, value: string, grain: Grain): Period {
  const start = dayOf(year, month, 1)
  return { start, end: addMonths(start, count) - 1, value, grain }
}

function monthPeriod(year: number, month: number): Period {
  return monthsPeriod(year, month, 1, `${yearValue(year)}-${two(month)}`, 'month')
}

function quarterPeriod(year: number, quarter: number): Period {
  return monthsPeriod(year, quarter * 3 - 2, 3, `${yearValue(year)}-Q${quarter}`, 'quarter')
}

export function yearPeriod(year: number): Period {
  return monthsPeriod(year, 1, 12, yearValue(year), 'year')
}

/** The ten years that begin with these digits: 199 → 1990 to 1999. */
export function decadePeriod(decade: number): Period {
  return { start: dayOf(decade * 10, 1, 1), end: dayOf(decade * 10 + 9, 12, 31), value: String(decade), grain: 'decade' }
}

/** The hundred years that begin with these digits: 19 → 1900 to 1999. */
export function centuryPeriod(century: number): Period {
  return { start: dayOf(century * 100, 1, 1), end: dayOf(century * 100 + 99, 12, 31), value: String(century), grain: 'century' }
}

const SEASONS = { SP: 3, SU: 6, FA: 9, WI: 12 } as const

/** Meteorological seasons of the northern half; winter begins in December of its year (as the values of TIMEX3 have it). */
function seasonPeriod(year: number, season: keyof typeof SEASONS): Period {
  return monthsPeriod(year, SEASONS[season], 3, `${yearValue(year)}-${season}`, 'season')
}

/** The period that the fields of a shape name in a given year; null where the calendar has none or the fields need no year. */
export function periodInYear(shape: TimeShape, year: number): Period | null {
  if (shape.month !== undefined && shape.day !== undefined)
    return dateExists(year, shape.month, shape.day) ? dayPeriod(dayOf(year, shape.month, shape.day)) : null
  if (shape.holiday !== undefined) return holidayPeriod(shape.holiday, year)
  if (shape.month !== undefined) return shape.month >= 1 && shape.month <= 12 ? monthPeriod(year, shape.month) : null
  if (shape.quarter !== undefined) return quarterPeriod(year, shape.quarter)
  if (shape.half !== undefined) return monthsPeriod(year, shape.half === 1 ? 1 : 7, 6, `${yearValue(year)}-H${shape.half}`, 'half')
  if (shape.season !== undefined) return seasonPeriod(year, shape.season)
  return null
}

function holidayPeriod(days: string, year: number): Period | null {
  const fixed = /^(\d\d)-(\d\d)$/.exec(days)
  if (fixed) return dayPeriod(dayOf(year, Number(fixed[1]), Number(fixed[2])))
  const easter = /^easter([+-]\d+)$/.exec(days)
  if (easter) return dayPeriod(easterOf(year) + Number(easter[1]))
  const nth = /^(\d\d)-(\d)#(-?\d)$/.exec(days)
  return nth ? dayPeriod(nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3]))) : null
}

/** How coarse a grain is; a move by a unit needs an anchor that is no coarser than the unit. */
const COARSENESS: Readonly<Record<Grain, number>> = {
  clock: 0,
  part: 0,
  day: 0,
  weekend: 1,
  week: 1,
  month: 2,
  quarter: 3,
  season: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
}
const UNIT_COARSENESS: Readonly<Record<TimeUnit, number>> = { s: 0, m: 0, h: 0, D: 0, W: 1, M: 2, Q: 3, Y: 5, DE: 6, CE: 7 }

/** The whole unit that lies `by` units from the one that an anchor is in; null where the anchor is too coarse to tell. */
export function movePeriod(anchor: Period, unit: TimeUnit, by: number): Period | null {
  if (COARSENESS[anchor.grain] > UNIT_COARSENESS[unit]) return null
  const { year, month } = dateOf(anchor.start)
  const whole = Math.round(by)
  if (Math.abs(by) > 100_000) return null
  if (unit === 'D') return dayPeriod(anchor.start + whole)
  if (unit === 'W') return weekPeriod(anchor.start + 7 * whole)
  if (unit === 'Y') return yearPeriod(year + whole)
  if (unit === 'DE') return year + whole * 10 >= 100 ? decadePeriod(Math.floor(year / 10) + whole) : null
  if (unit === 'CE') return year + whole * 100 >= 100 ? centuryPeriod(Math.floor(year / 100) + whole) : null
  if (unit === 'M' || unit === 'Q') {
    const index = year * 12 + month - 1 + whole * (unit === 'Q' ? 3 : 1)
    const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
    return unit === 'M' ? monthPeriod(y, m) : quarterPeriod(y, Math.ceil(m / 3))
  }
  // Hours and minutes stay on the day; across midnight the words do not say.
  return Math.abs(by) <= 12 || unit !== 'h' ? dayPeriod(anchor.start) : dayPeriod(anchor.start + Math.round(by / 24))
}

/** A period of the same kind some years off: the third quarter of 2023 → that of 2022. */
export function sameInOtherYear(period: Period, years: number): Period | null {
  const { year, month, day } = dateOf(period.start)
  if (period.grain === 'quarter') return quarterPeriod(year + years, Math.ceil(month / 3))
  if (period.grain === 'month') return monthPeriod(year + years, month)
  if (period.grain === 'year') return yearPeriod(year + years)
  if (period.grain === 'day') return dayPeriod(dayOf(year + years, month, Math.min(day, monthLength(year + years, month))))
  return null
}

/** Thirds of a month as the World Meteorological Organization counts them (dekads): 1–10, 11–20, 21 to the end. */
export function dekad(period: Period, mod: 'start' | 'mid' | 'end'): Pick<Period, 'start' | 'end'> {
  if (mod === 'start') return { start: period.start, end: period.start + 9 }
  return mod === 'mid' ? { start: period.start + 10, end: period.start + 19 } : { start: period.start + 20, end: period.end }
}
