import type { TimesAnswers } from '../document/answers/times.ts'
import type { TimeMention, Word } from '../document/layers.ts'
import { grainOf, type TimeShape } from '../document/time-shape.ts'
import type { Time } from '../record/time.ts'
import { dateOf, parseDay } from '../util/calendar.ts'
import { locate } from './when-locate.ts'
import { dayPeriod, type Period, yearPeriod } from './when-periods.ts'

/** The present of a report: its day of publication, or what an undated report says itself (`own`). */
export interface Present {
  readonly period: Period
  readonly own: boolean
}

/**
 * The day of publication; else the day of a dateline (a full date before the first verb of the report); else the latest year that the
 * report names without looking ahead; else null.
 */
export function presentOf(
  publication: Time | null,
  times: readonly TimeMention[],
  words: readonly Word[],
  answers: Pick<TimesAnswers, 'tenseAt'> | undefined,
): Present | null {
  const day = publication?.start ? parseDay(publication.start) : null
  if (day !== null && publication?.start === publication?.end) return { period: dayPeriod(day), own: false }
  const line = datelineOf(times, words)
  if (line !== null) return { period: line, own: true }
  let latest: number | null = day === null ? null : dateOf(day).year
  for (const mention of times) {
    const year = mention.shape ? statedYear(mention.shape) : null
    if (year === null || mention.direction === 'until' || mention.direction === 'before') continue
    if (latest !== null && year <= latest) continue
    if (answers?.tenseAt(words, mention) !== 1) latest = year
  }
  return latest === null ? null : { period: yearPeriod(latest), own: true }
}

/** The year that the words themselves name, or null. */
export function statedYear(shape: TimeShape): number | null {
  return shape.year ?? (shape.within ? statedYear(shape.within) : null)
}

function datelineOf(times: readonly TimeMention[], words: readonly Word[]): Period | null {
  const mention = times[0]
  const shape = mention?.shape
  if (!mention || !shape || shape.year === undefined || grainOf(shape) !== 'day' || mention.direction) return null
  for (let i = 0; i < mention.first; i++) if (words[i]?.upos === 'VERB' || words[i]?.upos === 'AUX' || i > 40) return null
  const next = words[mention.end]
  if (mention.first > 0 && next && /^[\p{L}\d]/u.test(next.form) && next.sentence === words[mention.first]?.sentence) return null
  if (words[mention.first - 1]?.upos === 'ADP') return null
  return locate(shape, { published: null, narrative: null, nearYear: null, tense: null, history: false })
}

/**
 * Does the text tell a story from long before its present? Then most of its dates name years two or more back, and hardly any is told
 * from the day of publication (weekdays, "yesterday"). A text without a present is told as a story too.
 */
export function isHistory(times: readonly TimeMention[], present: Present | null): boolean {
  if (!present) return true
  const now = dateOf(present.period.start).year
  let old = 0
  let recent = 0
  for (const { shape } of times) {
    if (!shape || grainOf(shape) === null) continue
    const year = statedYear(shape)
    if (year !== null) {
      if (year < now - 1) old++
      else recent++
    } else if (shape.weekday !== undefined || (shape.shift && shape.from === 'published')) recent++
  }
  return old >= 5 && old > 3 * recent
}
