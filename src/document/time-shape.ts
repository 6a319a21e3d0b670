import type { Time } from '../record/time.ts'

/** Units of time: second, minute, hour, day, week, month, quarter, year, decade, century (codes as in ISO-TimeML durations). */
export type TimeUnit = 's' | 'm' | 'h' | 'D' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE'

/** How much of the calendar a shape names: the smallest period that it singles out. */
export type Grain = 'clock' | 'part' | 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'

/**
 * What the words of a time expression say, before any date is set: the fields that they name, the move that they ask for, the period that
 * they lie in. Known is what is there; nothing is implied. `src/resolve/when.ts` alone turns a shape into days.
 */
export interface TimeShape {
  readonly type: Time['type']
  /** Astronomical: 490 BC is -489. */
  readonly year?: number
  /** A year of two digits ("15-16", "5/3/24"): the century is for the resolver. */
  readonly shortYear?: number
  readonly month?: number
  readonly day?: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday?: number
  readonly week?: number
  readonly quarter?: number
  readonly half?: number
  readonly season?: 'SP' | 'SU' | 'FA' | 'WI'
  readonly weekend?: boolean
  /** 199 for the 1990s. */
  readonly decade?: number
  /** 19 for the twentieth century (the years 19xx). */
  readonly century?: number
  /** "12-25", "easter-2", "11-4#4" (fourth Thursday of November), or a name whose days no table gives. */
  readonly holiday?: string
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** As in ISO 8601 where known ("Z", "-05:00"). */
  readonly zone?: string
  readonly part?: 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
  /** Day and month could be the other way round ("05/03/2024"). */
  readonly swappable?: boolean
  /** Which one of that name: the last one (-1), this one (0), the next one (1), counted from `from`. */
  readonly turn?: -1 | 0 | 1
  /** The move "two weeks ago", "last year", "the following day"; `by` null where the words give no number. */
  readonly shift?: {
    readonly unit: TimeUnit
    readonly by: number | null
    /** Counted off ("a year ago"), not named ("last year"): beside a quarter or a month it means the same one of that year. */
    readonly counted?: boolean
  }
  /** Where `turn`, `shift` and `length` count from: the day of publication, or the time that the text is telling of. */
  readonly from?: 'published' | 'narrative'
  /** The period that the fields lie in: "March last year", "the end of this week". */
  readonly within?: TimeShape
  /** The move starts there: "the day before last Tuesday". */
  readonly base?: TimeShape
  /** A length of time; with `toward` the one that ends (-1) or begins (1) at `from`: "the past three months". */
  readonly length?: { readonly unit: TimeUnit; readonly by: number | null }
  readonly toward?: -1 | 1
  /** A value that needs no date: durations, sets, PAST_REF, PRESENT_REF, FUTURE_REF. */
  readonly value?: string
  readonly mod?: 'start' | 'mid' | 'end' | null
}

/** The smallest period that a shape names, or null for lengths, sets and references. */
export function grainOf(shape: TimeShape): Grain | null {
  if (shape.value !== undefined || shape.type === 'set' || shape.type === 'duration') return null
  if (shape.hour !== undefined) return 'clock'
  if (shape.part !== undefined) return 'part'
  if (shape.day !== undefined || shape.weekday !== undefined || shape.holiday !== undefined) return 'day'
  if (shape.weekend) return 'weekend'
  if (shape.week !== undefined) return 'week'
  if (shape.month !== undefined) return 'month'
  if (shape.quarter !== undefined) return 'quarter'
  if (shape.half !== undefined) return 'half'
  if (shape.season !== undefined) return 'season'
  if (shape.year !== undefined || shape.shortYear !== undefined) return 'year'
  if (shape.decade !== undefined) return 'decade'
  if (shape.century !== undefined) return 'century'
  return shape.shift ? UNIT_GRAIN[shape.shift.unit] : shape.within ? grainOf(shape.within) : null
}

const UNIT_GRAIN: Readonly<Record<TimeUnit, Grain>> = {
  s: 'clock',
  m: 'clock',
  h: 'clock',
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
  DE: 'decade',
  CE: 'century',
}
