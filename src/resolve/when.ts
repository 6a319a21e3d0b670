import type { TimesAnswers } from '../document/answers/times.ts'
import type { Layers, TimeMention, Word } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { grainOf, type TimeShape } from '../document/time-shape.ts'
import { lengthValue, openValue } from '../document/time-value.ts'
import type { Time } from '../record/time.ts'
import { addMonths, formatDay } from '../util/calendar.ts'
import { type Anchors, locate } from './when-locate.ts'
import { dekad, type Period } from './when-periods.ts'
import { isHistory, presentOf, statedYear } from './when-present.ts'

/** Sets the days of every time expression: against the day of publication, what the text tells of, or the dates that the report itself names. */
export const whenStage = stage({
  name: 'when',
  needs: ['words', 'times', 'report'],
  gives: ['times'],
  run: ({ words, times, report }, language): Pick<Layers, 'times'> => ({ times: setDays(times, words, report.published, language.times) }),
})

/** Copies of the mentions with `start`, `end`, `value`, `precision` and `basis` set as far as they can be. */
export function setDays(
  times: readonly TimeMention[],
  words: readonly Word[],
  publication: Time | null,
  answers: Pick<TimesAnswers, 'tenseAt'> | undefined,
): TimeMention[] {
  const present = presentOf(publication, times, words, answers)
  const history = isHistory(times, present)
  const out: TimeMention[] = []
  const story = new Story(history)
  for (const [i, mention] of times.entries()) {
    const { shape } = mention
    if (!shape) {
      out.push(mention)
      continue
    }
    const sentence = words[mention.first]?.sentence ?? 0
    const anchors: Anchors = {
      published: present?.period ?? null,
      narrative: story.at(sentence, shape),
      nearYear: yearBeside(times, i, words) ?? (history || present?.own !== false ? story.yearIn(sentence) : null),
      tense: tenseOf(mention, words, answers),
      history,
    }
    const period = grainOf(shape) ? locate(shape, anchors) : null
    if (period && isTold(shape, history)) story.tell(period, sentence, statedYear(shape) !== null)
    out.push(dated(mention, shape, period, anchors, present?.own ?? true))
  }
  return closeRanges(out)
}

/** What a period is compared with ("a year earlier") does not become the one told of, nor what is seen from today in a story of old times. */
function isTold(shape: TimeShape, history: boolean): boolean {
  if (shape.shift?.counted && shape.shift.unit === 'Y') return false
  return !history || shape.from !== 'published' || shape.shift?.counted !== true
}

/** A date that is still to come by its preposition lies ahead ("until 9 November"). */
function tenseOf(mention: TimeMention, words: readonly Word[], answers: Pick<TimesAnswers, 'tenseAt'> | undefined): -1 | 1 | null {
  return answers?.tenseAt(words, mention) ?? null
}

/** The year that the next date names, where the two belong together: "on 5 March and 7 April 2012". */
function yearBeside(times: readonly TimeMention[], index: number, words: readonly Word[]): number | null {
  const mention = times[index] as TimeMention
  const next = times[index + 1]
  if (!next?.shape || !mention.shape || words[next.first]?.sentence !== words[mention.first]?.sentence) return null
  if (next.first - mention.end > 1 || grainOf(next.shape) !== grainOf(mention.shape)) return null
  return mention.shape.month !== undefined && next.shape.month !== undefined ? (next.shape.year ?? null) : null
}

/** What the text has told of so far. */
class Story {
  #last: Period | null = null
  #quarter: Period | null = null
  #sentence = -2
  #year: { readonly year: number; readonly sentence: number } | null = null
  readonly #history: boolean

  constructor(history: boolean) {
    this.#history = history
  }

  /** The time told of: in a story the last one, in news one of the same sentence or the one before. */
  at(sentence: number, shape: TimeShape): Period | null {
    if (this.#history) return this.#last
    // A quarter is the subject of a whole report on results: it stays told of.
    if (shape.from === 'narrative' && shape.shift?.unit === 'Q') return this.#quarter
    const reach = shape.from === 'narrative' || shape.shift?.counted ? 2 : 0
    return sentence - this.#sentence <= reach ? this.#last : null
  }

  yearIn(sentence: number): number | null {
    return this.#year?.sentence === sentence ? this.#year.year : null
  }

  tell(period: Period, sentence: number, stated: boolean): void {
    this.#last = period
    if (period.grain === 'quarter') this.#quarter = period
    this.#sentence = sentence
    if (stated) this.#year = { year: Number(formatDay(period.start).slice(0, -6)), sentence }
  }
}

function dated(mention: TimeMention, shape: TimeShape, period: Period | null, anchors: Anchors, own: boolean): TimeMention {
  if (shape.type === 'duration') return { ...mention, time: lengthTime(mention.time, shape, anchors, own) }
  if (!period) return { ...mention, time: { ...mention.time, value: undatedValue(shape, anchors) } }
  const days = shape.mod && period.grain === 'month' ? dekad(period, shape.mod) : period
  const time: Time = {
    ...mention.time,
    ...bounds(days, mention.direction),
    value: period.value,
    precision: days === period ? precisionOf(period) : 'range',
    basis: basisOf(shape, own),
  }
  return { ...mention, time }
}

function bounds(days: Pick<Period, 'start' | 'end'>, direction: TimeMention['direction']): Pick<Time, 'start' | 'end'> {
  if (direction === 'since') return { start: formatDay(days.start), end: null }
  if (direction === 'until') return { start: null, end: formatDay(days.end) }
  if (direction === 'before') return { start: null, end: formatDay(days.start - 1) }
  if (direction === 'after') return { start: formatDay(days.end + 1), end: null }
  return { start: formatDay(days.start), end: formatDay(days.end) }
}

function basisOf(shape: TimeShape, own: boolean): Time['basis'] {
  if (statedYear(shape) !== null || shape.decade !== undefined || shape.century !== undefined) return 'stated'
  return own ? 'inferred' : 'resolved'
}

function precisionOf({ grain }: Period): Time['precision'] {
  if (grain === 'clock' || grain === 'part' || grain === 'day') return 'day'
  return grain === 'week' || grain === 'month' || grain === 'quarter' || grain === 'year' ? grain : 'range'
}

/** What an unsettled date is worth: an open past or future for moves without a number; else X for what is open; nothing for days that do not exist. */
function undatedValue(shape: TimeShape, anchors: Anchors): string {
  if (shape.value !== undefined) return shape.value
  if (shape.shift?.by === null) return shape.turn === -1 ? 'PAST_REF' : 'FUTURE_REF'
  const value = openValue(shape)
  const impossible = shape.month !== undefined && shape.day !== undefined && !locate({ ...shape, year: shape.year ?? 2000 }, anchors)
  return impossible ? 'XXXX-XX-XX' : value
}

/** Lengths keep their value; "the past three months" and "the first week of May" have days as well. */
function lengthTime(time: Time, shape: TimeShape, anchors: Anchors, own: boolean): Time {
  const { length } = shape
  const value = shape.value ?? (length ? lengthValue(length.unit, length.by) : time.value)
  if (!length || length.by === null) return { ...time, value }
  if (shape.within) {
    const outer = locate(shape.within, anchors)
    if (!outer) return { ...time, value }
    const start = shape.mod === 'end' ? moveBack(outer.end + 1, length.unit, length.by) : outer.start
    const end = shape.mod === 'end' ? outer.end : moveOn(outer.start, length.unit, length.by) - 1
    return { ...time, value, start: formatDay(start), end: formatDay(end), basis: own ? 'inferred' : 'resolved' }
  }
  const anchor = shape.from === 'narrative' ? anchors.narrative : anchors.published
  if (!shape.toward || !anchor || anchor.start !== anchor.end) return { ...time, value }
  const [start, end] =
    shape.toward < 0
      ? [moveBack(anchor.start, length.unit, length.by), anchor.start]
      : [anchor.start, moveOn(anchor.start, length.unit, length.by)]
  return { ...time, value, start: formatDay(start), end: formatDay(end), basis: own ? 'inferred' : 'resolved' }
}

function moveOn(day: number, unit: string, by: number): number {
  if (by > 10_000) return day
  if (unit === 'D') return day + Math.round(by)
  if (unit === 'W') return day + Math.round(by * 7)
  const months = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 }[unit]
  return months === undefined ? day + Math.floor(by / 24) : addMonths(day, Math.round(by * months))
}

function moveBack(day: number, unit: string, by: number): number {
  return moveOn(day, unit, -by)
}

/** Gives both ends of a range the days from the first to the last. */
function closeRanges(times: TimeMention[]): TimeMention[] {
  for (let i = 0; i + 1 < times.length; i++) {
    const left = times[i] as TimeMention
    const right = times[i + 1] as TimeMention
    if (!left.range || left.range !== right.range) continue
    const known = left.time.start !== null && right.time.end !== null && left.time.start <= right.time.end
    const range: Time = {
      ...left.range,
      start: known ? left.time.start : null,
      end: known ? right.time.end : null,
      value: `${left.time.value}/${right.time.value}`,
      basis: left.time.basis === 'stated' ? right.time.basis : left.time.basis,
    }
    times[i] = { ...left, range }
    times[i + 1] = { ...right, range }
    i++
  }
  return times
}
