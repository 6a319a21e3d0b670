import type { TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape, TimeUnit } from '../../../document/time-shape.ts'
import { length } from './lengths.ts'
import { moved } from './relative.ts'

/** Second layer: parts and periods that belong together. */
export const JOINING_RULES: readonly TimeRule[] = [
  {
    name: 'weekday-and-date',
    says: 'A weekday and the date that it fell on: "Saturday, 25 April".',
    pattern: 't:day ","? "the"? t:day',
    make: m => {
      const [first, second] = [m.shape('t:day'), m.shape('t:day', 1)]
      if (
        first.weekday !== undefined &&
        first.day === undefined &&
        second.day !== undefined &&
        second.weekday === undefined &&
        !first.within
      )
        return { ...second, ...(first.turn === undefined ? {} : { turn: first.turn, from: first.from }), weekday: first.weekday }
      return null
    },
  },
  {
    name: 'part-of-a-day',
    says: 'A part of a day: "Friday morning", "yesterday evening".',
    pattern: 't:day part',
    make: m => ({ ...m.shape('t:day'), type: 'time', part: m.text('part') as 'MO' }),
  },
  {
    name: 'part-of-the-day',
    says: 'A part of a day with "of": "the night of 10 August".',
    pattern: '"the"? "early"|"late"? part|"hours" "of" t:day',
    make: m => (m.has('part') ? { ...m.shape('t:day'), type: 'time', part: m.text('part') as 'MO' } : null),
  },
  {
    name: 'early-hours-of-a-day',
    says: 'The early hours of a day.',
    pattern: '"the" "early" "morning"? "hours" "of" "the"? t:day',
    make: m => ({ ...m.shape('t:day'), type: 'time', part: 'MO' }),
  },
  {
    name: 'clock-of-a-day',
    says: 'A time by the clock and its day: "10 p.m. Wednesday".',
    pattern: 't:clock ","? "on"? t:day',
    make: m => (m.shape('t:day').hour === undefined ? withClock(m.shape('t:day'), m.shape('t:clock')) : null),
  },
  {
    name: 'clock-of-weekday-and-date',
    says: 'A time by the clock and its day: "10 p.m. Wednesday, March 5".',
    pattern: 't:clock ","? "on"? t:day ","? t:day',
    make: m => {
      const [first, second] = [m.shape('t:day'), m.shape('t:day', 1)]
      return first.weekday !== undefined && first.day === undefined && second.day !== undefined
        ? withClock({ ...second, weekday: first.weekday }, m.shape('t:clock'))
        : null
    },
  },
  {
    name: 'part-of-period',
    says: 'A month, quarter, half or season and its year: "March last year", "the third quarter of 2023".',
    pattern: 't:month|t:quarter|t:half|t:season ","? "of"|"in"? "the"? t:year',
    make: m => placed(first(m, 't:month', 't:quarter', 't:half', 't:season'), m.shape('t:year'), m),
  },
  {
    name: 'day-of-period',
    says: 'A day and the period that it lies in: "Friday of last week", "5 March last year".',
    pattern: 't:day "of"? t:week|t:month|t:year',
    make: m => {
      const day = m.shape('t:day')
      const outer = first(m, 't:week', 't:month', 't:year')
      if (day.shift || day.turn !== undefined || day.year !== undefined || (m.has('t:week') && day.weekday === undefined)) return null
      if (!m.has('"of"') && outer.year !== undefined && day.day === undefined) return null
      return placed(day, outer, m)
    },
  },
  {
    name: 'year-then-part',
    says: 'A year and a part of it: "this year\'s third quarter", "2023 summer".',
    pattern: '"the"? t:year ( "\'" "s" )? t:quarter|t:half|t:season',
    make: m => placed(first(m, 't:quarter', 't:half', 't:season'), m.shape('t:year'), m),
  },
  {
    name: 'year-of-month-then',
    says: 'The same period of another year: "the same month a year ago", "the same period last year".',
    pattern: '"the"? "same"|"corresponding"|"comparable" "period"|"time"|"quarter" "of"|"in"? "the"? t:year',
    make: m => ({ type: 'date', base: m.shape('t:year'), shift: { unit: 'D', by: 0 } }) as TimeShape,
    part: true,
  },
  {
    name: 'week-of-a-day',
    says: 'The week that a day is in: "the week of March 6".',
    pattern: '"the" "week" "of" t:day',
    make: m => ({ type: 'date', base: m.shape('t:day'), shift: { unit: 'W', by: 0 } }),
  },
  {
    name: 'day-before-a-day',
    says: 'The day before or after another: "the day before last Tuesday".',
    pattern: '"the"? "day" later t:day',
    make: m => ({ type: 'date', base: m.shape('t:day'), shift: { unit: 'D', by: m.number('later') } }),
  },
  {
    name: 'from-now',
    says: 'A length before now: "three days ago".',
    pattern: 't:length "ago"',
    make: m => shifted(m.shape('t:length'), -1, 'published'),
  },
  {
    name: 'from-then',
    says: 'A length before or after the time told of: "two days later", "a year earlier".',
    pattern: 't:length later',
    make: m => {
      const word = m.piece('later').lower
      if (word === 'before' || word === 'after') return null
      return shifted(m.shape('t:length'), m.number('later') as 1, 'narrative')
    },
  },
  {
    name: 'hence',
    says: 'A length after now: "two weeks from now".',
    pattern: 't:length "from" "now"|"today"',
    make: m => shifted(m.shape('t:length'), 1, 'published'),
  },
  {
    name: 'last-units',
    says: 'A length that ends now: "the past three months", "the last five years".',
    pattern: '"the"? rel t:length',
    make: m => toward(m, m.shape('t:length')),
  },
  {
    name: 'last-units-then',
    says: 'A length that ends at the time told of: "the previous three days".',
    pattern: '"the" nrel t:length',
    make: m => {
      const shape = m.shape('t:length')
      const turn = m.number('nrel')
      return shape.length && turn !== 0 ? { ...shape, toward: turn as 1, from: 'narrative' } : null
    },
  },
  {
    name: 'first-units-of',
    says: 'A length at one end of a period: "the first nine months of 2023".',
    pattern: '"the" ordinal|last-ordinal|edge t:length ( "of"|"in" t )?',
    make: m => {
      const shape = m.shape('t:length')
      if (m.has('ordinal') && m.number('ordinal') !== 1) return null
      if (!shape.length) return null
      return m.has('t')
        ? { ...shape, within: m.shape('t'), mod: m.has('ordinal') ? 'start' : 'end' }
        : m.has('ordinal')
          ? shape
          : { ...shape, toward: -1, from: 'published' }
    },
  },
  {
    name: 'the-length',
    says: 'A length with an article: "the six months".',
    pattern: '"the" t:length',
    make: m => {
      const next = m.after(1)
      const shape = m.shape('t:length')
      if (m.piece('t:length').rule === 'number-unit' && shape.length?.by !== 1) return null
      return next && (next.lower === '-' || MODIFIED.has(m.word(next).upos)) ? null : shape
    },
  },
  {
    name: 'unit-of-period',
    says: 'A week of a month: "the last week of September", "the first week of May".',
    pattern: '"the" ordinal|last-ordinal unit "of" t:month|t:year',
    make: m => {
      const unit = m.text('unit')
      const outer = first(m, 't:month', 't:year')
      const start = m.has('ordinal')
      if (unit === 'D')
        return m.has('t:month') ? (start ? placed({ type: 'date', day: m.number('ordinal') }, outer, m) : { ...outer, mod: 'end' }) : null
      return unit === 'W' || unit === 'M'
        ? { type: 'duration', length: { unit, by: 1 }, within: outer, mod: start ? 'start' : 'end' }
        : null
    },
  },
]

/** What follows a length that is an adjective: "the two-week crisis". */
const MODIFIED = new Set(['NOUN', 'PROPN', 'ADJ'])

/** Third layer: ends, middles and rough amounts. */
export const SHADING_RULES: readonly TimeRule[] = [
  {
    name: 'shaded',
    says: 'The early, middle or late part of a period, or an earlier or later moment in it: "early March", "mid-2023", "earlier this year".',
    pattern: '"the"? mod "-"? "in"|"on"|"of"? "the"? t',
    make: m => shaded(m, m.text('mod')),
  },
  {
    name: 'edge-of',
    says: 'The beginning, middle or end of a period: "the end of 2023".',
    pattern: '"the" "very"? edge "of" t',
    make: m => shaded(m, m.text('edge')),
  },
  {
    name: 'edge-of-bare',
    says: 'The end of a period without an article, after a preposition: "by end of March".',
    pattern: '"end" "-"? "of"? t:month|t:year',
    make: m => shaded(m, 'end'),
  },
  {
    name: 'edge-of-this',
    says: 'The end of the period told of: "the end of the month", "the beginning of the year".',
    pattern: '"the" edge "of" "the"|"that" unit',
    make: m => {
      const unit = m.text('unit')
      if (unit === 's' || unit === 'm' || unit === 'h' || unit === '2W') return null
      return { ...moved(unit as TimeUnit, 0, 'narrative'), mod: m.text('edge') as 'end' }
    },
  },
  {
    name: 'later-in-this',
    says: 'A moment in the period told of: "later in the day", "earlier in the year".',
    pattern: 'mod "in"|"that"|"on" "the"|"that"|"same"? unit',
    make: m => {
      const unit = m.text('unit')
      if (unit === 's' || unit === 'm' || unit === 'h' || unit === '2W') return null
      return { ...moved(unit as TimeUnit, 0, 'narrative'), mod: m.text('mod') as 'end' }
    },
  },
  {
    name: 'rest-of',
    says: 'What is left of a period: "the rest of 2023".',
    pattern: '"the" rest "of" t',
    make: m => shaded(m, 'end'),
  },
  {
    name: 'year-end',
    says: 'The end of a year: "year-end", "year\'s end".',
    pattern: '"year" "-"? "end"',
    make: m => (m.after(1)?.lower === 'of' ? null : { type: 'date', month: 12, day: 31 }),
  },
  {
    name: 'about-length',
    says: 'A rough length: "about two weeks", "nearly an hour".',
    pattern: 'approx t:length|t:clock',
    make: m => first(m, 't:length', 't:clock'),
  },
  {
    name: 'about-shift',
    says: 'A rough distance: "nearly four years ago".',
    pattern: 'approx t',
    make: m => {
      const shape = m.shape('t')
      return shape.shift && shape.shift.by !== null && Math.abs(shape.shift.by) > 0 && m.before(1)?.lower !== 'talk' && isRough(m)
        ? shape
        : null
    },
  },
  {
    name: 'more-than-length',
    says: 'A length with a bound: "more than four hours", "at least 20 more years".',
    pattern: '"no"? than-head "than" t:length',
    make: m => m.shape('t:length'),
  },
  {
    name: 'at-least-length',
    says: 'A length with a bound: "at least 20 more years".',
    pattern: '"at" least t:length',
    make: m => m.shape('t:length'),
  },
  {
    name: 'up-to-length',
    says: 'A length with a bound: "up to 180 days".',
    pattern: '"up" "to" t:length',
    make: m => m.shape('t:length'),
  },
  {
    name: 'more-than-ago',
    says: 'A distance with a bound: "more than two years ago".',
    pattern: 'than-head "than" t',
    make: m => (m.shape('t').shift?.by ? m.shape('t') : null),
  },
  {
    name: 'length-or-so',
    says: 'A rough length: "a week or so".',
    pattern: 't:length "or" "so"|"more"',
    make: m => m.shape('t:length'),
  },
  {
    name: 'length-or-so-ago',
    says: 'A rough distance: "a week or so ago".',
    pattern: 't:length "or" "so"|"more" "ago"',
    make: m => shifted(m.shape('t:length'), -1, 'published'),
  },
  {
    name: 'days-or-weeks',
    says: 'Two lengths as one: "weeks or months", "days and weeks".',
    pattern: 't:length "or" t:length',
    make: m => (m.shape('t:length').value && m.shape('t:length', 1).value ? m.shape('t:length') : null),
  },
]

function shaded(m: TimeMatch, mod: string): TimeShape | null {
  const shape = m.shape('t')
  const word = m.has('mod') ? m.piece('mod').lower : ''
  if (shape.mod !== undefined || shape.hour !== undefined) return null
  if ((word === 'earlier' || word === 'later') && m.has('"the"')) return null
  if ((word === 'mid' || m.has('"-"')) && shape.shift) return null
  // "earlier this month" is a moment before now, not a part of the month.
  return { ...shape, mod: word === 'earlier' || word === 'later' ? null : (mod as 'end') }
}

/** "over" and "under" before a date are prepositions, not bounds. */
function isRough(m: TimeMatch): boolean {
  const word = m.piece('approx').lower
  return word !== 'over' && word !== 'under' && word !== 'around'
}

function first(m: TimeMatch, ...categories: string[]): TimeShape {
  for (const c of categories) if (m.has(c)) return m.shape(c)
  return { type: 'date' }
}

/** Puts a part into the period around it. */
function placed(inner: TimeShape, outer: TimeShape, m: TimeMatch): TimeShape | null {
  if (inner.year !== undefined || inner.shift || inner.turn !== undefined || inner.within || outer.within) return null
  if (m.after(1)?.lower === '%') return null
  const plain = outer.year !== undefined && outer.shift === undefined && outer.mod === undefined
  return plain ? { ...inner, year: outer.year as number } : { ...inner, within: outer }
}

function withClock(day: TimeShape, clock: TimeShape): TimeShape {
  const { hour, minute, second, zone } = clock
  return {
    ...day,
    type: 'time',
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(zone === undefined ? {} : { zone }),
  }
}

function shifted(shape: TimeShape, sign: 1 | -1, from: 'published' | 'narrative'): TimeShape | null {
  if (shape.within || shape.toward) return null
  if (!shape.length) {
    const unit = /^P(T?)X(.+)$/.exec(shape.value ?? '')
    if (!unit) return null
    const code = unit[1] === 'T' ? (unit[2] as string).toLowerCase() : (unit[2] as string)
    return { type: 'date', shift: { unit: code as TimeUnit, by: null }, from, turn: sign }
  }
  const { unit, by } = shape.length
  return by === null
    ? { type: 'date', shift: { unit, by }, from, turn: sign }
    : { type: 'date', shift: { unit, by: sign * by, counted: true }, from }
}

function toward(m: TimeMatch, shape: TimeShape): TimeShape | null {
  const turn = m.number('rel')
  if (shape.within || shape.toward) return null
  if (turn === 0 || Number.isNaN(turn)) return shape.length && m.piece('rel').lower === 'this' ? null : null
  if (shape.length) return { ...shape, toward: turn as 1, from: 'published' }
  return shape.value ? { ...shape, toward: turn as 1, from: 'published' } : null
}

export { length }
