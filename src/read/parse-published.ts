import { parseMonth } from '../lang/months.ts'
import type { Time } from '../record/time.ts'

/** A publication date as understood; `note` says why it was not. */
export interface ParsedPublished {
  readonly time: Time | null
  readonly note: string | null
}

interface Ymd {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/**
 * Understands a publication date in the shapes that reports, feeds and pages have it in: ISO 8601 with or without time and zone, RFC 2822,
 * "5 March 2024", "March 5, 2024", "5 mars 2024", "05.03.2024", seconds since 1970. The day is the one written, in its own zone.
 * "05/03/2024" may be two days: it is taken as day/month in languages that never write month/day, and left open in English.
 */
export function parsePublished(written: string, language: string): ParsedPublished {
  const shown = written.trim().slice(0, 80)
  if (shown === '') return { time: null, note: null }
  for (const read of [readNumeric, readNamed, readSeconds]) {
    const found = read(shown)
    if (found) return isReal(found) ? { time: toTime(found), note: null } : left(shown, 'there is no such day')
  }
  return readSlashes(shown, language) ?? left(shown, 'it is not understood')
}

function left(shown: string, why: string): ParsedPublished {
  return { time: null, note: `The publication date "${shown}" is left open: ${why}.` }
}

/** 2024-03-05, 2024/3/5, 20240305, with anything after it; 2024-03 and 2024 alone; 05.03.2024. */
function readNumeric(text: string): Ymd | null {
  const full = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)(?:T?(?:\d{4}|\d{6})Z?)?$/.exec(text)
  if (full) return { year: Number(full[1]), month: Number(full[3]), day: Number(full[4]) }
  const dotted = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text)
  if (dotted) return { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) }
  const short = /^(\d{4})(?:-(\d\d))?$/.exec(text)
  return short && { year: Number(short[1]), month: short[2] ? Number(short[2]) : null, day: null }
}

/** A month by its name, with the year beside it and perhaps a day: "Tue, 05 Mar 2024", "March 5th, 2024", "1er mars 2024", "5 de marzo de 2024". */
function readNamed(text: string): Ymd | null {
  for (const { 0: name, index } of text.matchAll(/\p{L}+/gu)) {
    const month = parseMonth(name)
    if (!month) continue
    const before = text.slice(0, index)
    const after = text.slice(index + name.length)
    const dayBefore = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°)?[\s.,-]*(?:(?:of|de)\s+)?$/i.exec(before)
    const year = /^[\s.,-]*(?:(?:of|de|del)\s+)?(\d{4})(?!\d)/i.exec(after)
    if (dayBefore && year) return { year: Number(year[1]), month, day: Number(dayBefore[1]) }
    const dayAfter = /^[\s.,-]*(\d{1,2})(?:st|nd|rd|th)?(?!\d)[\s,.-]+(?:\d{1,2}:\d\d(?::\d\d)?\s+)?(?:[A-Z]{3,4}\s+)?(\d{4})(?!\d)/.exec(
      after,
    )
    if (dayAfter) return { year: Number(dayAfter[2]), month, day: Number(dayAfter[1]) }
    const short = dayBefore && /^[\s.-]*['’]?(\d\d)(?!\d)/.exec(after)
    if (short) return { year: century(Number(short[1])), month, day: Number(dayBefore[1]) }
    if (year) return { year: Number(year[1]), month, day: null }
  }
  return null
}

/** Seconds or milliseconds since 1970, as feeds and databases give them. */
function readSeconds(text: string): Ymd | null {
  if (!/^\d{9,10}$|^\d{13}$/.test(text)) return null
  const [year, month, day] = new Date(Number(text) * (text.length <= 10 ? 1000 : 1)).toISOString().slice(0, 10).split('-').map(Number)
  return { year: year as number, month: month as number, day: day as number }
}

/** 05/03/2024 and 5-3-24: which is the day? */
function readSlashes(text: string, language: string): ParsedPublished | null {
  const found = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/.exec(text)
  if (!found) return null
  const [a, b] = [Number(found[1]), Number(found[3])]
  const year = found[4]?.length === 2 ? century(Number(found[4])) : Number(found[4])
  const readings = [
    { year, month: b, day: a },
    { year, month: a, day: b },
  ].filter(isReal)
  const [first, second] = readings
  if (!first) return left(text, 'there is no such day')
  if (!second || a === b || (language !== 'en' && language !== 'und')) return { time: toTime(first), note: null }
  return left(text, `it may be ${toTime(first).value} or ${toTime(second).value}`)
}

function century(short: number): number {
  return short < 70 ? 2000 + short : 1900 + short
}

function isReal({ year, month, day }: Ymd): boolean {
  if (year < 1000 || (month !== null && (month < 1 || month > 12))) return false
  return day === null || (day >= 1 && day <= daysIn(year, month ?? 1))
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function toTime({ year, month, day }: Ymd): Time {
  const y = String(year).padStart(4, '0')
  if (month === null) return time(y, `${y}-01-01`, `${y}-12-31`, 'year')
  const ym = `${y}-${two(month)}`
  if (day === null) return time(ym, `${ym}-01`, `${ym}-${two(daysIn(year, month))}`, 'month')
  const ymd = `${ym}-${two(day)}`
  return time(ymd, ymd, ymd, 'day')
}

function time(value: string, start: string, end: string, precision: Time['precision']): Time {
  return { start, end, type: 'date', value, precision, basis: 'stated', span: null }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
