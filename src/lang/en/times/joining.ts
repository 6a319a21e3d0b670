import type { TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape } from '../../../document/time-shape.ts'
import { shapeOf, shifted } from './moves.ts'

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
    make: m => placed(shapeOf(m, 't:month', 't:quarter', 't:half', 't:season'), m.shape('t:year'), m),
  },
  {
    name: 'day-of-period',
    says: 'A day and the period that it lies in: "Friday of last week", "5 March last year".',
    pattern: 't:day "of"? t:week|t:month|t:year',
    make: m => {
      const day = m.shape('t:day')
      const outer = shapeOf(m, 't:week', 't:month', 't:year')
      if (day.shift || day.turn !== undefined || day.year !== undefined || (m.has('t:week') && day.weekday === undefined)) return null
      if (!m.has('"of"') && outer.year !== undefined && day.day === undefined) return null
      return placed(day, outer, m)
    },
  },
  {
    name: 'year-then-part',
    says: 'A year and a part of it: "this year\'s third quarter", "2023 summer".',
    pattern: '"the"? t:year ( "\'" "s" )? t:quarter|t:half|t:season',
    make: m => placed(shapeOf(m, 't:quarter', 't:half', 't:season'), m.shape('t:year'), m),
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
      const outer = shapeOf(m, 't:month', 't:year')
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

function toward(m: TimeMatch, shape: TimeShape): TimeShape | null {
  const turn = m.number('rel')
  if (shape.within || shape.toward) return null
  if (turn === 0 || Number.isNaN(turn)) return shape.length && m.piece('rel').lower === 'this' ? null : null
  if (shape.length) return { ...shape, toward: turn as 1, from: 'published' }
  return shape.value ? { ...shape, toward: turn as 1, from: 'published' } : null
}
