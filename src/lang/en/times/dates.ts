import type { Piece, TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape } from '../../../document/time-shape.ts'
import { DAY_PREPOSITIONS, FOLLOWED, isMonth, isPartOfName, isSeason, isTimeOrCount, isYear, near } from './date-guards.ts'

/** Dates that name calendar fields: days, months, years, decades, centuries, quarters, weekdays, seasons. */
export const DATE_RULES: readonly TimeRule[] = [
  {
    name: 'iso-date',
    says: 'Year, month and day in figures with hyphens, as in ISO 8601.',
    pattern: 'year ~"-" ~two-figures ~"-" ~two-figures',
    make: m => ({ type: 'date', year: m.number('year'), month: m.number('two-figures'), day: m.number('two-figures', 1) }),
  },
  {
    name: 'slashed-date',
    says: 'Day, month and year in figures with slashes; day first unless the figures allow only the other order.',
    pattern: 'day ~"/" ~day ~"/" ~year|two-figures',
    make: m => ordered(m, m.number('day'), m.number('day', 1)),
  },
  {
    name: 'dotted-date',
    says: 'Day, month and year in figures with dots.',
    pattern: 'day ~"." ~month-number ~"." ~year',
    make: m => ({ type: 'date', year: m.number('year'), month: m.number('month-number'), day: m.number('day') }),
  },
  {
    name: 'month-day-year',
    says: 'A month, a day and a year: "March 5, 2024".',
    pattern: 'month day|ordinal ( "," )? "of"? year era?',
    make: m => ({ type: 'date', ...month(m), day: day(m), year: year(m) }),
  },
  {
    name: 'month-day',
    says: 'A month and a day: "March 5", "March the 5th".',
    pattern: 'month "the"? day|ordinal',
    make: m => (isTimeOrCount(m) ? null : { type: 'date', ...month(m), day: day(m) }),
  },
  {
    name: 'day-month-year',
    says: 'A day, a month and a year: "5 March 2024", "the 5th of March, 2024".',
    pattern: '"the"? day|ordinal "of"? month ","? "of"? year era?',
    make: m => ({ type: 'date', ...month(m), day: day(m), year: year(m) }),
  },
  {
    name: 'day-month',
    says: 'A day and a month: "5 March", "the 5th of March".',
    pattern: '"the"? day|ordinal "of"? month',
    make: m => ({ type: 'date', ...month(m), day: day(m) }),
  },
  {
    name: 'day-of-the-month',
    says: 'A day of the month told of: "on the 5th".',
    pattern: '"the" ordinal',
    make: m => {
      const [before, after] = [m.before(1), m.after(1)]
      const figures = /^\d/.test(m.piece('ordinal').lower) && m.number('ordinal') <= 31
      if (!figures || !before || !DAY_PREPOSITIONS.has(before.lower)) return null
      if (after && (after.lower === '-' || after.capital || FOLLOWED.has(m.word(after).upos) || /^[a-z]+(?:th|nd|st)$/.test(after.lower)))
        return null
      return { type: 'date', day: m.number('ordinal'), within: { type: 'date', shift: { unit: 'M', by: 0 }, from: 'narrative' } }
    },
  },
  {
    name: 'days-of-a-month',
    says: 'Two days that share a month (and year): "3 to 7 March 2024", "1-5 June", "9 and 10 May".',
    pattern: 'day|ordinal range-link day|ordinal "of"? month ( ","? year )?',
    make: m => {
      const rest = { ...month(m), ...(m.has('year') ? { year: m.number('year') } : {}) }
      const [first, second] = twoDays(m)
      return [
        part({ type: 'date', day: value(first), ...rest }, first),
        part({ type: 'date', day: value(second), ...rest }, second, lastOf(m)),
      ]
    },
  },
  {
    name: 'month-and-days',
    says: 'A month with two days after it: "March 3-7, 2024", "March 3 to 7".',
    pattern: 'month day|ordinal range-link day|ordinal ( ","? year )?',
    make: m => {
      if (m.text('range-link') === 'and' && (isTimeOrCount(m) || m.after(1)?.number !== null)) return null
      const rest = { ...month(m), ...(m.has('year') ? { year: m.number('year') } : {}) }
      const [first, second] = twoDays(m)
      return [
        part({ type: 'date', day: value(first), ...rest }, m.piece('month'), first),
        part({ type: 'date', day: value(second), ...rest }, second, lastOf(m)),
      ]
    },
  },
  {
    name: 'months-of-a-year',
    says: 'Two months that share a year: "March-April 2024", "between June and August 2023".',
    pattern: 'month range-link month ( ","|"of" )? year',
    make: m => [
      part({ type: 'date', month: m.number('month'), year: m.number('year') }, m.piece('month')),
      part({ type: 'date', month: m.number('month', 1), year: m.number('year') }, m.piece('month', 1), m.piece('year')),
    ],
  },
  {
    name: 'month-year',
    says: 'A month and a year: "March 2024", "March of 2024".',
    pattern: 'month ","? "of"? year era?',
    make: m => ({ type: 'date', ...month(m), year: year(m) }),
  },
  {
    name: 'month-short-year',
    says: 'A month and a year of two figures: "March \'24".',
    pattern: 'month "\'" ~two-figures',
    make: m => ({ type: 'date', ...month(m), shortYear: m.number('two-figures') }),
  },
  {
    name: 'month',
    says: 'A month alone; a word that is also a verb or a name must be shown to be a month by what stands around it.',
    pattern: 'month',
    make: m => (isMonth(m) ? { type: 'date', ...month(m) } : null),
  },
  {
    name: 'year-span',
    says: 'Two years, the second in two figures: "2015-16", "2015/16".',
    pattern: 'year ~"-"|slash ~two-figures',
    make: m => {
      const [first, second] = [m.number('year'), m.number('two-figures')]
      if (second === (first + 1) % 100 || second > 12)
        return second <= first % 100 && first % 100 !== 99
          ? null
          : [
              part({ type: 'date', year: first }, m.piece('year')),
              part({ type: 'date', year: first - (first % 100) + second + (second < first % 100 ? 100 : 0) }, m.piece('two-figures')),
            ]
      return m.has('"-"') && second > 0 && m.after(1)?.lower !== '-' ? { type: 'date', year: first, month: second } : null
    },
  },
  {
    name: 'year-with-era',
    says: 'A year with its era: "490 BC", "AD 70".',
    pattern: 'year|early-year|day era',
    make: m => ({ type: 'date', year: year(m) }),
  },
  {
    name: 'era-and-year',
    says: 'An era and a year: "AD 70".',
    pattern: 'era year|early-year|day',
    make: m => (m.text('era') === 'ad' ? { type: 'date', year: year(m) } : null),
  },
  {
    name: 'the-year',
    says: 'A year that is called one: "the year 2000".',
    pattern: '"the" "year" year',
    make: m => ({ type: 'date', year: m.number('year') }),
  },
  {
    name: 'year',
    says: 'A number of four figures that stands where years stand and counts nothing.',
    pattern: 'year',
    make: m => (isYear(m) ? { type: 'date', year: m.number('year') } : null),
  },
  {
    name: 'short-year',
    says: 'A year of two figures after an apostrophe: "\'99".',
    pattern: '"\'" ~two-figures',
    make: m =>
      near(m.before(1), m.piece('"\'"')) || m.after(1)?.lower === 's' ? null : { type: 'date', shortYear: m.number('two-figures') },
  },
  {
    name: 'decade',
    says: 'The years of a decade: "the 1990s", "1960s".',
    pattern: '"the"? year ~"s" era?',
    make: m => decadeOf(year(m)),
  },
  {
    name: 'decade-bc',
    says: 'A decade before Christ: "the 470s BC".',
    pattern: '"the"? early-year ~"s" era',
    make: m => (m.text('era') === 'bc' ? { type: 'date', value: `BC0${Math.floor(m.number('early-year') / 10)}` } : null),
  },
  {
    name: 'short-decade',
    says: 'A decade without its century: "the \'90s", "the nineties".',
    pattern: '"the" "\'"? two-figures ~"s"',
    make: m => (m.number('two-figures') % 10 === 0 ? { type: 'date', decade: century(m.number('two-figures')) } : null),
  },
  {
    name: 'named-decade',
    says: 'A decade in words: "the nineties".',
    pattern: '"the" decade-name',
    make: m => (inHis(m) ? null : { type: 'date', decade: century(m.number('decade-name') * 10) }),
  },
  {
    name: 'century',
    says: 'A century by its number: "the 20th century", "the 4th century BC".',
    pattern: '"the"? ordinal "-"? "century" era?',
    make: m =>
      m.text('era') === 'bc'
        ? { type: 'date', value: `BC${two(m.number('ordinal') - 1)}` }
        : { type: 'date', century: m.number('ordinal') - 1 },
  },
  {
    name: 'quarter',
    says: 'A quarter of a year by its number: "the third quarter", "fourth-quarter".',
    pattern: '"the"? ordinal|last-ordinal "-"? "quarter"',
    make: m => quarter(m),
  },
  {
    name: 'quarter-code',
    says: 'A quarter in short: "Q3".',
    pattern: '"q" ~number',
    make: m => (m.number('number') <= 4 && m.piece('"q"').capital ? { type: 'date', quarter: m.number('number') } : null),
  },
  {
    name: 'half',
    says: 'Half of a year: "the first half of".',
    pattern: '"the"? ordinal|last-ordinal "-"? "half"',
    part: true,
    make: m => {
      const half = m.has('ordinal') ? m.number('ordinal') : 2
      return half <= 2 ? { type: 'date', half } : null
    },
  },
  {
    name: 'weekday',
    says: 'A day of the week, not in the name of a paper or a place.',
    pattern: 'weekday',
    make: m => (isPartOfName(m) ? null : { type: 'date', weekday: m.number('weekday') }),
  },
  {
    name: 'short-weekday',
    says: 'A day of the week in short, before a date.',
    pattern: 'weekday-short',
    part: true,
    make: m => ({ type: 'date', weekday: m.number('weekday-short') }),
  },
  {
    name: 'season',
    says: 'A season with an article or before a year: "the winter", "spring 2023".',
    pattern: '"the"? season',
    make: m => (isSeason(m) ? { type: 'date', season: m.text('season') as 'SP' } : null),
  },
  {
    name: 'season-part',
    says: 'A season as part of a longer expression: "winter of 1994".',
    pattern: 'season',
    part: true,
    make: m => ({ type: 'date', season: m.text('season') as 'SP' }),
  },
  {
    name: 'weekend',
    says: 'The weekend: the one that the text is telling of or the last one.',
    pattern: '"the" "weekend"',
    make: () => ({ type: 'date', weekend: true }),
  },
  {
    name: 'fiscal-year',
    says: 'A financial year by its number: "fiscal 2023", "fiscal year 2023".',
    pattern: '"fiscal" "year"? year',
    make: m => ({ type: 'date', year: m.number('year') }),
  },
  {
    name: 'fiscal-code',
    says: 'A financial year in short: "FY2023", "FY 2023".',
    pattern: '"fy" year',
    make: m => ({ type: 'date', year: m.number('year') }),
  },
]

function month(m: TimeMatch): { month: number } {
  return { month: m.number('month') }
}

function day(m: TimeMatch): number {
  return m.has('day') ? m.number('day') : m.number('ordinal')
}

function year(m: TimeMatch): number {
  const n = m.has('year') ? m.number('year') : m.has('early-year') ? m.number('early-year') : m.number('day')
  return m.text('era') === 'bc' ? 1 - n : n
}

function twoDays(m: TimeMatch): [Piece, Piece] {
  const days = [0, 1].flatMap(n => (m.has('day', n) ? [m.piece('day', n)] : []))
  const ordinals = [0, 1].flatMap(n => (m.has('ordinal', n) ? [m.piece('ordinal', n)] : []))
  const both = [...days, ...ordinals].sort((a, b) => a.start - b.start)
  return [both[0] as Piece, both[1] as Piece]
}

function value(piece: Piece): number {
  return piece.number ?? Number(piece.meanings.find(m => m.category === 'ordinal')?.value)
}

function part(shape: TimeShape, from: Piece, to: Piece = from) {
  return { shape, from, to }
}

/** The last piece of a match that may end in a year, a month or a day. */
function lastOf(m: TimeMatch): Piece {
  const ends = [m.has('year') && m.piece('year'), m.piece('month'), twoDays(m)[1]].filter(p => p !== false)
  return ends.reduce((a, b) => (b.start > a.start ? b : a))
}

function ordered(m: TimeMatch, first: number, second: number): TimeShape | null {
  if (first > 12 && second > 12) return null
  const [d, mo] = second > 12 ? [second, first] : [first, second]
  const swappable = first <= 12 && second <= 12 && first !== second
  const y = m.has('year') ? { year: m.number('year') } : { shortYear: m.number('two-figures') }
  return { type: 'date', ...y, month: mo, day: d, ...(swappable ? { swappable } : {}) }
}

function decadeOf(n: number): TimeShape | null {
  if (n < 0 || n % 10 !== 0) return null
  return n % 100 === 0 && n < 2000 ? { type: 'date', century: n / 100 } : { type: 'date', decade: n / 10 }
}

/** A decade or year without its century lies in the hundred years up to about now: 30 and more in the twentieth. */
function century(n: number): number {
  return Math.floor((n >= 30 ? 1900 + n : 2000 + n) / 10)
}

/** "in his early twenties": an age. */
function inHis(m: TimeMatch): boolean {
  return m.after(1)?.lower === 'of'
}

function quarter(m: TimeMatch): TimeShape | null {
  const n = m.has('ordinal') ? m.number('ordinal') : m.text('last-ordinal') === '-1' ? 4 : 0
  const next = m.after(1)
  if (next?.lower === 'final' || next?.lower === '-' || n < 1 || n > 4) return null
  return { type: 'date', quarter: n }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
