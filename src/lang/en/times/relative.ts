import type { TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape, TimeUnit } from '../../../document/time-shape.ts'

/** Times that are told from the day of publication or from the time that the text is telling of. */
export const RELATIVE_RULES: readonly TimeRule[] = [
  {
    name: 'named-day',
    says: 'Today, yesterday, tomorrow.',
    pattern: 'deictic',
    make: m => moved('D', m.number('deictic'), 'published'),
  },
  {
    name: 'two-days-off',
    says: 'The day before yesterday, the day after tomorrow.',
    pattern: '"the"? "day" later deictic',
    make: m => (m.number('deictic') === 0 ? null : moved('D', m.number('deictic') * 2, 'published')),
  },
  {
    name: 'tonight',
    says: 'Tonight.',
    pattern: '"tonight"',
    make: () => ({ ...moved('D', 0, 'published'), type: 'time', part: 'NI' }),
  },
  {
    name: 'period-from-now',
    says: 'The last, this or the next period, counted from the day of publication: "last week", "this year".',
    pattern: '"the"? rel unit',
    make: m => {
      const unit = unitOf(m)
      if (unit === null || isTitle(m, 'unit')) return null
      // "the past decade" is the ten years up to now, no decade of the calendar.
      if (unit === 'DE' && m.piece('rel').lower === 'past') return { type: 'duration', length: { unit: 'Y', by: 10 }, toward: -1 }
      const fromText = m.has('"the"') && m.text('rel') === '1' && unit === 'D'
      return moved(unit, m.number('rel'), fromText ? 'narrative' : 'published')
    },
  },
  {
    name: 'this-coming',
    says: 'The last or next one, with "this": "this past week", "this coming Sunday".',
    pattern: '"this" rel unit|weekday|month|season|"weekend"',
    make: m => {
      const turn = m.number('rel') as -1 | 0 | 1
      const unit = unitOf(m)
      return unit ? moved(unit, turn, 'published') : named(m, turn, 'published')
    },
  },
  {
    name: 'period-from-then',
    says: 'The period before, at or after the time that the text is telling of: "the following day", "that month".',
    pattern: '"the"|"that"? nrel unit',
    make: m => {
      const unit = unitOf(m)
      if (unit === null || (m.piece('nrel').lower === 'following' && !m.has('"the"'))) return null
      return moved(unit, m.number('nrel'), 'narrative')
    },
  },
  {
    name: 'year-ago',
    says: 'A year before the period told of, before a noun: "the year-earlier quarter", "year-ago profit".',
    pattern: '"the"? "year" "-" "ago"|later ordinal? "quarter"|"period"?',
    make: m => {
      const shape: TimeShape = { type: 'date', shift: { unit: 'Y', by: -1, counted: true }, from: 'narrative' }
      return m.has('ordinal') ? { type: 'date', quarter: m.number('ordinal'), within: moved('Y', -1, 'published') } : shape
    },
  },
  {
    name: 'latest-period',
    says: 'The period that was last told of or has just ended: "the latest quarter".',
    pattern: '"the" "latest"|"most" "recent"? unit|"period"',
    make: m => {
      const unit = unitOf(m)
      return unit ? moved(unit, -1, 'published') : { type: 'date', shift: { unit: 'Q', by: 0 }, from: 'narrative' }
    },
  },
  {
    name: 'the-period',
    says: 'The period that the text is telling of: "the quarter", "for the week".',
    pattern: '"the" "full"|"fiscal"|"entire"|"whole"? unit',
    make: m => {
      const unit = unitOf(m)
      const next = m.after(1)
      if (!unit || unit === 'DE' || unit === 'CE' || isTitle(m, 'unit')) return null
      if (
        next &&
        (next.lower === '-' || next.lower === 'of' || next.number !== null || m.word(next).upos === 'NOUN' || m.word(next).upos === 'SCONJ')
      )
        return null
      if (unit !== 'Q' && !m.has('"full"') && !m.has('"entire"') && !m.has('"fiscal"') && !OVER.has(m.before(1)?.lower ?? '')) return null
      return moved(unit, 0, 'narrative')
    },
  },
  {
    name: 'named-from-now',
    says: 'The last, this or the next one of that name: "last Friday", "next March", "this summer".',
    pattern: '"the"? rel weekday|month|season|"weekend"|quarter-name',
    make: m => named(m, m.number('rel') as -1 | 0 | 1, 'published'),
  },
  {
    name: 'named-from-then',
    says: 'The one of that name before or after the time told of: "the previous Friday", "that summer".',
    pattern: '"the"|"that"? nrel weekday|month|season|"weekend"',
    make: m => (m.piece('nrel').lower === 'following' && !m.has('"the"') ? null : named(m, m.number('nrel') as -1 | 0 | 1, 'narrative')),
  },
  {
    name: 'part-of-this-day',
    says: 'A part of the day of publication or of the day before: "this morning", "last night".',
    pattern: '"the"? rel part',
    make: m => {
      const by = m.number('rel')
      if (by === -1 && m.text('part') !== 'NI' && m.text('part') !== 'EV') return null
      return { ...moved('D', by, by === 1 ? 'narrative' : 'published'), type: 'time', part: m.text('part') as 'MO' }
    },
  },
  {
    name: 'overnight',
    says: 'The night before the day of publication.',
    pattern: '"overnight"',
    make: () => ({ ...moved('D', -1, 'published'), type: 'time', part: 'NI' }),
  },
  {
    name: 'part-of-that-day',
    says: 'A part of the day told of, or of the next one: "that night", "the following morning".',
    pattern: '"the"|"that"? nrel part',
    make: m => ({ ...moved('D', m.number('nrel'), 'narrative'), type: 'time', part: m.text('part') as 'MO' }),
  },
  {
    name: 'part-of-next-named-day',
    says: 'A weekday with its turn and a part of it: handled as the day, the part is added later.',
    pattern: 'rel weekday part',
    make: m => ({
      type: 'time',
      weekday: m.number('weekday'),
      turn: m.number('rel') as 1,
      from: 'published',
      part: m.text('part') as 'MO',
    }),
  },
  {
    name: 'now',
    says: 'The present of the report.',
    pattern: 'now',
    make: m => (isSequence(m) ? null : reference('PRESENT_REF')),
  },
  {
    name: 'right-now',
    says: 'The present of the report, with stress.',
    pattern: '"right"|"just"|"even" "now"',
    make: m => (m.has('"right"') ? reference('PRESENT_REF') : null),
  },
  {
    name: 'these-days',
    says: 'The present in the wide sense.',
    pattern: '"these" "days"',
    make: () => reference('PRESENT_REF'),
  },
  {
    name: 'past-adverb',
    says: 'An open past: "recently", "previously".',
    pattern: '"more"|"most"|"very"|"just"? past',
    make: m => (m.has('"just"') ? null : reference('PAST_REF')),
  },
  {
    name: 'as-soon-as-possible',
    says: 'An open future.',
    pattern: '"as" "soon" "as" "possible"',
    make: () => reference('FUTURE_REF'),
  },
  {
    name: 'present-adjective',
    says: 'What holds at present: "the current president".',
    pattern: 'present-adjective',
    make: m =>
      m.piece('present-adjective').lower === 'current' && m.word(m.piece('present-adjective')).upos !== 'NOUN'
        ? reference('PRESENT_REF')
        : null,
  },
  {
    name: 'recent',
    says: 'The near past as an adjective: "recent attacks".',
    pattern: '"more"|"most"? recent',
    make: m => (m.has('"most"') ? null : reference('PAST_REF')),
  },
  {
    name: 'recent-periods',
    says: 'Some periods up to now: "recent weeks".',
    pattern: '"the"? "most"? recent units',
    make: m => ({ type: 'duration', value: open(m.text('units')), toward: -1 }),
  },
  {
    name: 'coming-periods',
    says: 'Some periods from now on: "coming months".',
    pattern: '"the"? coming units',
    make: m => ({ type: 'duration', value: open(m.text('units')), toward: 1 }),
  },
  {
    name: 'past-or-future',
    says: 'The past or the future as a whole.',
    pattern: '"the" "near"|"distant"|"recent"|"foreseeable"? ref-noun',
    make: m =>
      m.after(1) &&
      (m.after(1)?.meanings.some(x => /^(units?|month|weekday|cardinal|vague)$/.test(x.category)) ||
        m.after(1)?.number !== null ||
        m.word(m.piece('ref-noun')).upos === 'ADJ')
        ? null
        : reference(m.text('ref-noun')),
  },
  {
    name: 'once',
    says: 'A day in the open future: "one day".',
    pattern: '"some" "day"',
    make: () => reference('FUTURE_REF'),
  },
]

/** Prepositions of what lasts: "for the week", "during the year". */
const OVER = new Set(['for', 'during', 'throughout', 'in'])

/** A move by whole periods. */
export function moved(unit: TimeUnit, by: number | null, from: 'published' | 'narrative'): TimeShape {
  return { type: 'date', shift: { unit, by }, from }
}

function named(m: TimeMatch, turn: -1 | 0 | 1, from: 'published' | 'narrative'): TimeShape | null {
  if (m.has('weekday')) return { type: 'date', weekday: m.number('weekday'), turn, from }
  if (m.has('month')) return { type: 'date', month: m.number('month'), turn, from }
  if (m.has('season'))
    return m.piece('season').lower === 'fall' && turn === 1 ? null : { type: 'date', season: m.text('season') as 'SP', turn, from }
  return { type: 'date', weekend: true, turn, from }
}

function unitOf(m: TimeMatch): TimeUnit | null {
  const unit = m.text('unit')
  return unit === '' || unit === '2W' || unit === 's' || unit === 'm' || unit === 'h' ? null : (unit as TimeUnit)
}

function reference(value: string): TimeShape {
  return { type: 'date', value }
}

/** "PXW" for "weeks", "PTXH" for "hours". */
export function open(unit: string): string {
  const code = unit === '2W' ? 'W' : unit
  return code === 'h' || code === 'm' || code === 's' ? `PTX${code.toUpperCase()}` : `PX${code}`
}

/** A unit with a capital inside a sentence is part of a title: "This Week", "60 Minutes". */
export function isTitle(m: TimeMatch, category: string): boolean {
  const unit = m.piece(category)
  return unit.capital && !unit.opens
}

/** "now that" joins sentences and names no time. */
function isSequence(m: TimeMatch): boolean {
  return m.after(1)?.lower === 'that'
}
