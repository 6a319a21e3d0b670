/**
 * Arithmetic on the proleptic Gregorian calendar, without clock, zone or locale. A day is an integer: days since 1970-01-01.
 * Years are astronomical (0 is 1 BC). Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"; Easter: Meeus/Jones/Butcher.
 */

export interface CalendarDate {
  readonly year: number
  /** 1..12 */
  readonly month: number
  /** 1..31 */
  readonly day: number
}

/** The day number of a date that exists. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The date of a day number. */
export function dateOf(day: number): CalendarDate {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days in a month, 28..31. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Does the calendar have this date? 31 February and month 13 do not exist. */
export function dateExists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1
}

/** ISO 8601 week of a day: the week's year is that of its Thursday. */
export function isoWeekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(day) + 3
  const year = dateOf(thursday).year
  return { year, week: 1 + Math.floor((thursday - dayOf(year, 1, 1)) / 7) }
}

/** The Monday of an ISO week. */
export function isoWeekStart(year: number, week: number): number {
  return mondayOf(dayOf(year, 1, 4)) + (week - 1) * 7
}

/** Moves a day by whole months; a day that the month lacks becomes its last one (31 January + 1 month: the last of February). */
export function addMonths(day: number, months: number): number {
  const d = dateOf(day)
  const index = d.year * 12 + d.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOf(year, month, Math.min(d.day, monthLength(year, month)))
}

/** Easter Sunday of the Western churches. */
export function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The nth weekday of a month; n −1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  if (n < 0) {
    const last = dayOf(year, month, monthLength(year, month))
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = dayOf(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
}

/** ISO 8601 text of a day: "2024-03-05", "-0489-01-01". */
export function formatDay(day: number): string {
  const d = dateOf(day)
  return `${formatYear(d.year)}-${two(d.month)}-${two(d.day)}`
}

/** Four digits at least: 44 → "0044", -489 → "-0489". */
function formatYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
}

/** The day number of "YYYY-MM-DD", or null where that is no existing date. */
export function parseDay(text: string): number | null {
  const m = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text)
  if (!m) return null
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return dateExists(year, month, day) ? dayOf(year, month, day) : null
}

/** Days from one ISO day to a later one, negative to an earlier one; NaN where one is no existing date. */
export function daysBetween(from: string, to: string): number {
  return (parseDay(to) ?? Number.NaN) - (parseDay(from) ?? Number.NaN)
}

/** A number of at least two digits: 7 → "07". */
export function two(n: number): string {
  return String(n).padStart(2, '0')
}
