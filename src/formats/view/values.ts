import type { FigureRecord, FigureValue } from '../../record/figure.ts'
import type { Time } from '../../record/time.ts'
import { dateOf, monthLength, parseDay } from '../../util/calendar.ts'
import { MEASURE_WORDS, QUANTIFIER_WORDS } from './words.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A number with commas between thousands: 6300000 → "6,300,000". */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value)
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  return `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${fraction ? `.${fraction}` : ''}`
}

/** "about 170", "at least 2,000,000", "200 to 999". */
export function formatValue({ low, best, high, quantifier }: FigureValue): string {
  if (best !== null) return QUANTIFIER_WORDS[quantifier] + formatNumber(best)
  if (low !== null && high !== null) return `${formatNumber(low)} to ${formatNumber(high)}`
  if (low !== null) return `at least ${formatNumber(low)}`
  return high === null ? 'some' : `at most ${formatNumber(high)}`
}

/** What a figure says, as a phrase: "about 170 civilians killed", "twice as many people killed". */
export function formatFigure({ value, change, unit, population, measure, per }: FigureRecord): string {
  const number = value ? formatValue(value) : change ? formatChange(change) : 'some'
  const rate = per ? ` a ${per}` : ''
  if (/^[A-Z]{3}$/.test(unit)) return `${value ? `${unit} ` : ''}${number}${rate} ${MEASURE_WORDS[measure]}`.trim()
  const of = unit === 'percent' ? `%${population ? ` of ${population}` : ''}` : ` ${population ?? NOUNS[unit] ?? ''}`
  const what = MEASURE_WORDS[measure]
  const said = of.trim().endsWith(what) ? '' : ` ${what}`
  return `${number}${unit === 'percent' && !value ? '' : of}${said}${rate}`.replace(/\s+/g, ' ').trim()
}

const NOUNS: Readonly<Record<string, string>> = {
  person: 'people',
  household: 'households',
  building: 'buildings',
  incident: 'incidents',
  hectare: 'hectares',
}

/** "twice as many", "20 % more", "300 fewer". */
export function formatChange(change: NonNullable<FigureRecord['change']>): string {
  if ('by' in change) return `${formatNumber(Math.abs(change.by))} ${change.by < 0 ? 'fewer' : 'more'}`
  if (change.factor === 2) return 'twice as many'
  if (change.factor > 2) return `${formatNumber(round(change.factor))} times as many`
  const percent = round(Math.abs(change.factor - 1) * 100)
  return percent === 0 ? 'as many as before' : `${formatNumber(percent)} % ${change.factor < 1 ? 'fewer' : 'more'}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** The days that a time covers, as people write them: "March 2024", "1–10 March 2024", "since 6 March 2024"; null where they are not known. */
export function formatDays({ start, end }: Pick<Time, 'start' | 'end'>): string | null {
  const [first, last] = [parse(start), parse(end)]
  if (!first && !last) return null
  if (!first || !last) return first ? `since ${formatDay(first)}` : `until ${formatDay(last as Day)}`
  if (start === end) return formatDay(first)
  const whole = first.day === 1 && last.day === monthLength(last.year, last.month)
  if (first.year !== last.year) {
    if (whole && first.month === 1 && last.month === 12) return `${first.year}–${last.year}`
    return whole ? `${formatMonth(first)} to ${formatMonth(last)}` : `${formatDay(first)} to ${formatDay(last)}`
  }
  if (whole && first.month === 1 && last.month === 12) return String(first.year)
  if (first.month === last.month) return whole ? formatMonth(first) : `${first.day}–${formatDay(last)}`
  return whole ? `${MONTHS[first.month - 1]} to ${formatMonth(last)}` : `${first.day} ${MONTHS[first.month - 1]} to ${formatDay(last)}`
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

function parse(iso: string | null): Day | null {
  const day = iso === null ? null : parseDay(iso)
  return day === null ? null : dateOf(day)
}

function formatDay({ year, month, day }: Day): string {
  return `${day} ${MONTHS[month - 1]} ${year}`
}

function formatMonth({ year, month }: Day): string {
  return `${MONTHS[month - 1]} ${year}`
}
