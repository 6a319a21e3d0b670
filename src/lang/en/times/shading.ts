import type { TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape, TimeUnit } from '../../../document/time-shape.ts'
import { shapeOf, shifted } from './moves.ts'
import { moved } from './relative.ts'

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
    make: m => shapeOf(m, 't:length', 't:clock'),
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
