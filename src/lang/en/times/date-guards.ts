import type { Piece, TimeMatch } from '../../../document/answers/times.ts'

// What shows that a word is a month, a season, a weekday or a year here, and no verb, name or count.

/** "March 5:30" is a time, "May 10 people" a count. */
export function isTimeOrCount(m: TimeMatch): boolean {
  const next = m.after(1)
  if (!next) return false
  if (next.lower === ':' && near(m.piece('month'), next)) return true
  return m.has('day') && (isCounted(next) || next.lower === '%' || next.lower === 'percent' || (next.lower === '-' && hyphened(m)))
}

function hyphened(m: TimeMatch): boolean {
  const next = m.after(2)
  return next !== null && (isUnit(next) || next.lower === 'member')
}

/** Words that are verbs or names as well as months need a preposition, a determiner of time or a figure beside them. */
const SHY = new Set(['may', 'march', 'august', 'mar', 'jun', 'jan'])

/** Is the month word a month here? */
export function isMonth(m: TimeMatch): boolean {
  const piece = m.piece('month')
  const tag = m.word(piece).upos
  if (tag === 'VERB' || tag === 'AUX' || tag === 'ADJ') return false
  if (!SHY.has(piece.lower)) return true
  const before = m.before(1)
  const after = m.after(1)
  if (after?.capital && after.meanings.length === 0 && after.start === piece.end + 1) return false
  if (before && has(before, 'in-year'))
    return before.lower !== 'and' && before.lower !== 'or' && before.lower !== 'to'
      ? true
      : m.before(2)?.meanings.some(x => x.category === 'month') === true
  if (before && (has(before, 'rel') || has(before, 'nrel') || has(before, 'mod') || has(before, 'every') || before.lower === '-'))
    return true
  return after !== null && (has(after, 'rel') || after.lower === '-' || after.lower === "'") && !piece.opens
}

/** "Sunday Times", "Friday mosque": the weekday is part of a name. */
export function isPartOfName(m: TimeMatch): boolean {
  const next = m.after(1)
  return next?.capital === true && PAPERS.has(next.lower) && next.start - m.piece('weekday').end === 1
}

const PAPERS = new Set([
  'times',
  'telegraph',
  'post',
  'mail',
  'mirror',
  'express',
  'herald',
  'independent',
  'tribune',
  'observer',
  'standard',
  'nation',
  'magazine',
  'agreement',
  'mosque',
  'market',
])

/** Is the season word a season here? */
export function isSeason(m: TimeMatch): boolean {
  const piece = m.piece('season')
  const tag = m.word(piece).upos
  if (tag === 'VERB' || tag === 'ADJ' || tag === 'PROPN') return false
  const next = m.after(1)
  if (m.has('"the"'))
    return piece.lower !== 'fall' ? next?.lower !== '-' : next !== null && next.lower === 'of' && m.after(2)?.number !== null
  const before = m.before(1)
  return piece.lower !== 'fall' && before !== null && has(before, 'in-year') && before.lower !== 'of' && before.lower !== 'for'
}

/** A bare number of four figures: a year by its size and its neighbours. */
export function isYear(m: TimeMatch): boolean {
  const piece = m.piece('year')
  const n = m.number('year')
  const before = m.before(1)
  const after = m.after(1)
  if (piece.digits === 0) return n >= 1900 && before !== null && has(before, 'in-year') && !(after && isCounted(after))
  if (before && near(before, piece) && !BEFORE_YEAR.has(before.lower)) return false
  if (after && near(piece, after) && /^[a-z%°/]/.test(after.lower)) return false
  if (after?.lower === ':' && near(piece, after) && m.after(2)?.start === after.end) return false
  if (after && (isCounted(after) || has(after, 'units'))) return false
  if (before && has(before, 'no-year') && !(has(before, 'in-year') && n >= 1800 && n <= 2100)) return false
  if (
    after &&
    near(piece, after) &&
    (after.lower === '-' || after.lower === '.') &&
    /^\d/.test(m.after(2)?.lower ?? '') &&
    m.after(2)?.start === after.end
  )
    return isYearLike(m.after(2)) && m.after(3)?.lower !== '-'
  if (
    before &&
    before.lower === '-' &&
    near(before, piece) &&
    m.before(2)?.number != null &&
    m.before(2)?.end === before.start &&
    !isYearLike(m.before(2))
  )
    return false
  const introduced = before !== null && (has(before, 'in-year') || before.lower === '(' || before.lower === '-' || has(before, 'month'))
  if (n >= 1900 && n <= 2100)
    return introduced || before === null || m.word(piece).deprel !== 'nummod' || after === null || !PLURAL.test(after.lower)
  if (!introduced) return before?.lower === ',' && isYearLike(m.before(2))
  return n < 1900
    ? !(after && PLURAL.test(after.lower)) && !(after && m.word(after).upos === 'NOUN' && m.word(piece).deprel === 'nummod')
    : false
}

/** "on the 5th" stands alone; "on the 5th floor" does not. */
export const DAY_PREPOSITIONS = new Set(['on', 'by', 'until', 'till', 'since', 'before', 'after', 'from'])
/** Tags of words that make the ordinal an attribute. */
export const FOLLOWED = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM'])

const PLURAL = /[a-z]{2}s$/
const BEFORE_YEAR = new Set(['(', '-', '/', '[', '"', "'", ',', '“', '.', ':', ';'])

function isYearLike(piece: Piece | null): boolean {
  return piece !== null && piece.digits === 4 && piece.number !== null && piece.number >= 1000 && piece.number < 2200
}

function isCounted(piece: Piece): boolean {
  return has(piece, 'counted')
}

function isUnit(piece: Piece): boolean {
  return has(piece, 'unit') || has(piece, 'units')
}

function has(piece: Piece, category: string): boolean {
  return piece.meanings.some(m => m.category === category)
}

/** Does one piece follow the other without a blank? */
export function near(left: Piece | null, right: Piece): boolean {
  return left !== null && left.end === right.start
}
