import type { TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape, TimeUnit } from '../../../document/time-shape.ts'
import { isTitle, open } from './relative.ts'

/** Lengths of time, and times that come again. */
export const LENGTH_RULES: readonly TimeRule[] = [
  {
    name: 'number-of-units',
    says: 'A number and a unit: "three days", "two more weeks".',
    pattern: 'number "more"|"additional"|"full"|"consecutive"|"straight"? units',
    make: m => (isTitle(m, 'units') || isFraction(m) ? null : length(m.number('number'), m.text('units'))),
  },
  {
    name: 'number-unit',
    says: 'A number and a unit in the singular, as before a noun: "two-week", "five year", "one day".',
    pattern: 'number "-"? unit',
    make: m => (m.piece('number').digits > 4 || isOrdinalSecond(m) ? null : length(m.number('number'), m.text('unit'))),
  },
  {
    name: 'number-units-hyphen',
    says: 'A number and a unit with a hyphen: "10-years".',
    pattern: 'number ~"-" ~units',
    make: m => (isFraction(m) ? null : length(m.number('number'), m.text('units'))),
  },
  {
    name: 'a-unit',
    says: 'One unit with an article: "a week", "an hour".',
    pattern: 'a "full"|"whole"? unit',
    make: m =>
      isRate(m)
        ? set(m.text('unit'))
        : m.text('unit') === 's' || m.text('unit') === 'Q' || isModifier(m)
          ? null
          : length(1, m.text('unit')),
  },
  {
    name: 'another-unit',
    says: 'One unit more: "another year", "another seven months".',
    pattern: '"another" number? unit|units',
    make: m =>
      m.text('unit') === 's' ? null : length(m.has('number') ? m.number('number') : 1, m.has('unit') ? m.text('unit') : m.text('units')),
  },
  {
    name: 'vague-units',
    says: 'An unknown number of units: "several days", "many years".',
    pattern: '"the"|"many"? vague "more"? units',
    make: m => (m.text('units') === 'Q' && m.piece('vague').lower === 'some' ? null : length(null, m.text('units'))),
  },
  {
    name: 'a-few-units',
    says: 'An unknown number of units: "a few days".',
    pattern: '"a" "few"|"number" "of"? "more"|"short"? units',
    make: m => length(null, m.text('units')),
  },
  {
    name: 'couple-of-units',
    says: 'Two units: "a couple of weeks".',
    pattern: '"a"|"the" "couple" "of"? "more"? units',
    make: m => length(2, m.text('units')),
  },
  {
    name: 'units',
    says: 'Units without a number: "for weeks".',
    pattern: 'units',
    make: m => (isBareLength(m) ? { type: 'duration', value: open(m.text('units')) } : null),
  },
  {
    name: 'number-and-a-half',
    says: 'A number and a half: "2 1/2 years", "two and a half years".',
    pattern: 'number number ~slash ~number unit|units',
    make: m =>
      m.number('number', 1) === 1 && m.number('number', 2) === 2
        ? length(m.number('number') + 0.5, m.has('unit') ? m.text('unit') : m.text('units'))
        : null,
  },
  {
    name: 'number-and-a-half-in-words',
    says: 'A number and a half in words: "two and a half years".',
    pattern: 'number "and" "a" "half" units',
    make: m => length(m.number('number') + 0.5, m.text('units')),
  },
  {
    name: 'unit-and-a-half',
    says: 'A unit and a half: "a year and a half".',
    pattern: 'a|"one" unit "and" "a" "half"',
    make: m => length(1.5, m.text('unit')),
  },
  {
    name: 'half-a-unit',
    says: 'Half a unit: "half an hour", "half a century".',
    pattern: '"half" a unit',
    make: m => half(m.text('unit')),
  },
  {
    name: 'half-unit',
    says: 'Half a unit: "half-hour".',
    pattern: '"a"? "half" "-" unit',
    make: m => half(m.text('unit')),
  },
  {
    name: 'between-numbers-of-units',
    says: 'A number of units between two numbers: "two to three weeks".',
    pattern: 'number range-link|"or" number unit|units',
    make: m => length(m.number('number', 1), m.has('unit') ? m.text('unit') : m.text('units')),
  },
  {
    name: 'unit-long',
    says: 'A unit as a length: "day-long", "decades-long".',
    pattern: 'unit|units "-" "long"|"old"',
    make: m => (m.has('unit') ? length(1, m.text('unit')) : { type: 'duration', value: open(m.text('units')) }),
  },
  {
    name: 'number-unit-long',
    says: 'A number of units as a length: "month-long", "9-month-old".',
    pattern: 'number "-" unit "-" "long"',
    make: m => length(m.number('number'), m.text('unit')),
  },
  {
    name: 'age',
    says: 'An age before a noun is no length of anything told: "a 32-year-old".',
    pattern: 'number "-"? unit|units "-" "old"',
    part: true,
    make: () => AGE,
  },
  {
    name: 'years-old',
    says: 'An age: "32 years old", "aged 9 years".',
    pattern: 'number units "old"|"young"',
    part: true,
    make: () => AGE,
  },
  {
    name: 'some-time',
    says: 'An unknown length.',
    pattern: '"some"|"a" "long"? "time"',
    make: m => (m.has('"some"') && m.before(1)?.lower === 'for' ? { type: 'duration', value: 'PXX' } : null),
  },
  {
    name: 'again-and-again',
    says: 'A time that comes again, as an adverb or adjective: "daily", "annually".',
    pattern: 'often',
    make: m => ({ type: 'set', value: m.text('often') }),
  },
  {
    name: 'every-unit',
    says: 'Every unit: "every day", "each year".',
    pattern: 'every "single"|"other"? unit',
    make: m => (m.text('unit') === 's' ? null : set(m.text('unit'))),
  },
  {
    name: 'every-number-of-units',
    says: 'Every so many units: "every four years".',
    pattern: 'every number|"few" units',
    make: m => ({
      type: 'set',
      value: m.has('number') ? (length(m.number('number'), m.text('units'))?.value ?? 'PXX') : open(m.text('units')),
    }),
  },
  {
    name: 'every-named',
    says: 'Every day or month of that name: "every Friday", "each July".',
    pattern: 'every weekday part?',
    make: m => ({ type: 'set', value: `XXXX-WXX-${m.text('weekday')}${m.has('part') ? `T${m.text('part')}` : ''}` }),
  },
  {
    name: 'every-month-named',
    says: 'Every month of that name.',
    pattern: 'every month',
    make: m => ({ type: 'set', value: `XXXX-${m.text('month').padStart(2, '0')}` }),
  },
  {
    name: 'every-part',
    says: 'Every morning, every night.',
    pattern: 'every part',
    make: m => ({ type: 'set', value: `XXXX-XX-XXT${m.text('part')}` }),
  },
  {
    name: 'weekdays',
    says: 'A weekday that comes again: "Mondays", "Tuesday nights".',
    pattern: 'weekdays',
    make: m => ({ type: 'set', value: `XXXX-WXX-${m.text('weekdays')}` }),
  },
  {
    name: 'weekday-parts',
    says: 'A part of a weekday that comes again: "Tuesday nights".',
    pattern: 'weekday parts',
    make: m => ({ type: 'set', value: `XXXX-WXX-${m.text('weekday')}T${m.text('parts')}` }),
  },
  {
    name: 'per-unit',
    says: 'A rate: "per month".',
    pattern: 'per unit',
    make: m => (m.text('unit') === 's' ? null : set(m.text('unit'))),
  },
]

/** An age is found so that no length is found in it, and then dropped. */
const AGE: TimeShape = { type: 'duration', value: '' }

/** A length with its ISO value; null where the words make none. */
function length(by: number | null, unit: string): TimeShape | null {
  if (Number.isNaN(by)) return null
  if (by === null) return { type: 'duration', length: { unit: unit === '2W' ? 'W' : (unit as TimeUnit), by } }
  if (unit === '2W') return { type: 'duration', length: { unit: 'W', by: by * 2 } }
  return { type: 'duration', length: { unit: unit as TimeUnit, by } }
}

function half(unit: string): TimeShape | null {
  const parts: Record<string, readonly [number, TimeUnit]> = {
    h: [30, 'm'],
    Y: [6, 'M'],
    D: [12, 'h'],
    CE: [50, 'Y'],
    DE: [5, 'Y'],
    m: [30, 's'],
  }
  const part = parts[unit]
  return part ? { type: 'duration', length: { unit: part[1], by: part[0] } } : null
}

function set(unit: string): TimeShape {
  const time = unit === 'h' || unit === 'm' || unit === 's'
  return { type: 'set', value: unit === 'Q' ? 'P3M' : `P${time ? 'T' : ''}1${unit === '2W' ? 'W' : unit.toUpperCase()}` }
}

/** "$5 a day", "twice a week", "1,000 barrels a month": how often, not how long. */
function isRate(m: TimeMatch): boolean {
  const before = m.before(1)
  if (before === null || m.piece('a').lower !== 'a' || AGO.has(m.after(1)?.lower ?? '')) return false
  if (before.number !== null || before.meanings.some(x => x.category === 'times')) return true
  const number = m.before(2)
  return number !== null && number.number !== null && isNounOfRate(before.lower, m.word(before).upos) && m.text('unit') !== 'h'
}

function isNounOfRate(lower: string, upos: string): boolean {
  return upos === 'NOUN' || (/s$/.test(lower) && upos !== 'VERB')
}

/** Behind "a year" these make it a distance: "576,000 a year ago". */
const AGO: ReadonlySet<string> = new Set(['ago', 'earlier', 'before', 'later', 'after'])

/** "a day labourer", "a year round": the unit belongs to the next noun. */
function isModifier(m: TimeMatch): boolean {
  const next = m.after(1)
  return next !== null && (next.lower === '-' || (m.word(m.piece('unit')).deprel === 'compound' && m.word(next).upos === 'NOUN'))
}

/** "three-quarters of the troops". */
function isFraction(m: TimeMatch): boolean {
  return m.text('units') === 'Q' && (m.number('number') === 3 || m.after(1)?.lower === 'of')
}

function isOrdinalSecond(m: TimeMatch): boolean {
  return m.text('unit') === 's' && !m.has('"-"') && m.number('number') !== 1
}

function isBareLength(m: TimeMatch): boolean {
  const piece = m.piece('units')
  const before = m.before(1)
  const next = m.after(1)
  if ((piece.capital && !piece.opens) || m.text('units') === 'Q') return false
  if (before?.lower === '-' || next?.lower === '-') return false
  return !(before && m.word(before).upos === 'ADJ' && before.meanings.length === 0)
}
