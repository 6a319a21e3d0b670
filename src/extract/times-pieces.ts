import type { Piece, PieceMeaning, TimesAnswers } from '../document/answers/times.ts'
import type { Word } from '../document/layers.ts'
import { categoriesOf, NO_CATEGORIES, withCategories } from './times-categories.ts'

const NONE: readonly PieceMeaning[] = []
/** A word of more characters holds no time and is not cut. */
const LONGEST = 200

/**
 * Cuts words into pieces: runs of letters, runs of figures (with thousands and decimals), single signs. So "mid-2023", "2024-03-05", "10am" and
 * "third-quarter" read alike whatever the tokeniser made of them. Dashes become "-", apostrophes "'". Number words in a row become one piece.
 */
export function cutPieces(words: readonly Word[], answers: Pick<TimesAnswers, 'lexicon' | 'combine'>): Piece[] {
  const pieces: Piece[] = []
  let sentence = -1
  let end = -1
  for (const word of words) {
    // The words of one multiword token share its span: it is read once.
    if (word.start < end) continue
    end = word.end
    const opens = word.sentence !== sentence
    sentence = word.sentence
    const meanings = answers.lexicon.get(word.lower)
    if (meanings) push(pieces, piece(word, word.lower, word.start, word.end, meanings, opens), answers)
    else if (word.form.length > LONGEST || isPlain(word.form)) pieces.push(piece(word, word.lower, word.start, word.end, NONE, opens))
    else cut(word, opens, pieces, answers)
  }
  return pieces
}

function piece(
  word: Word,
  lower: string,
  start: number,
  end: number,
  meanings: readonly PieceMeaning[],
  opens: boolean,
  number: number | null = null,
  digits = 0,
): Piece {
  const initial = word.form.charCodeAt(start - word.start)
  const capital = initial < 128 ? initial >= 65 && initial <= 90 : lower !== word.form.slice(start - word.start, end - word.start)
  const categories =
    meanings.length === 0 && number === null ? NO_CATEGORIES : categoriesOf({ meanings, capital, number, digits, shape: null })
  const at = word.index
  return {
    lower,
    start,
    end,
    first: at,
    last: at,
    capital,
    meanings,
    number,
    digits,
    categories,
    shape: null,
    rule: null,
    alone: false,
    opens,
  }
}

function cut(word: Word, opens: boolean, pieces: Piece[], answers: Pick<TimesAnswers, 'lexicon' | 'combine'>): void {
  const { form } = word
  // A word whose span is not its form (expanded, normalised) cannot be cut by offsets.
  if (word.end - word.start !== form.length) {
    pieces.push(piece(word, word.lower, word.start, word.end, NONE, opens))
    return
  }
  let at = 0
  while (at < form.length) {
    const kind = kindOf(form.charCodeAt(at))
    let to = at + 1
    if (kind !== SIGN) while (to < form.length && kindOf(form.charCodeAt(to)) === kind) to++
    const first = opens && at === 0
    if (kind === FIGURE) {
      const digits = to - at
      to = endOfNumber(form, at, to)
      const number = to - at > 15 ? null : Number(form.slice(at, to).replaceAll(',', ''))
      const grouped = to - at > digits ? 9 : digits
      pieces.push(piece(word, form.slice(at, to), word.start + at, word.start + to, NONE, first, number, grouped))
    } else {
      const lower = kind === SIGN ? plainSign(form[at] as string) : form.slice(at, to).toLowerCase()
      push(pieces, piece(word, lower, word.start + at, word.start + to, answers.lexicon.get(lower) ?? NONE, first), answers)
    }
    at = to
  }
}

/** Takes thousands ("1,500") and one decimal part ("2.5") into a number, but not the dots of "05.03.2024". */
function endOfNumber(form: string, from: number, to: number): number {
  let end = to
  if (to - from <= 3) while (form[end] === ',' && isFigures(form, end + 1, 3) && !isFigures(form, end + 4, 1)) end += 4
  if (form[end] !== '.' || !isFigures(form, end + 1, 1) || form[from - 1] === '.') return end
  let decimals = end + 2
  while (isFigures(form, decimals, 1)) decimals++
  return form[decimals] === '.' && isFigures(form, decimals + 1, 1) ? end : decimals
}

function isFigures(form: string, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) if (i >= form.length || kindOf(form.charCodeAt(i)) !== FIGURE) return false
  return true
}

/** Adds a piece, joined to the number word, the figures or the abbreviation before it where the two make one. */
function push(pieces: Piece[], next: Piece, answers: Pick<TimesAnswers, 'combine'>): void {
  const last = pieces[pieces.length - 1]
  const word = next.meanings.find(m => m.category === 'cardinal' || m.category === 'ordinal')
  const joined = next.opens || !last ? null : word ? joinNumber(pieces, next, word, answers) : joinEnding(last, next)
  if (joined) {
    pieces.length -= joined.taken
    pieces.push(joined.piece)
  } else pieces.push(word?.category === 'cardinal' ? withCategories({ ...next, number: Number(word.value) }) : next)
}

interface Joined {
  readonly piece: Piece
  /** How many pieces before it went into it. */
  readonly taken: number
}

/** "5th", and the dot of an abbreviation ("Sept."), whatever word it was given to. */
function joinEnding(last: Piece, next: Piece): Joined | null {
  if (last.end !== next.start) return null
  if (next.lower === '.' && last.meanings.some(m => m.category === 'abbreviation'))
    return { piece: { ...last, end: next.end, last: next.last }, taken: 1 }
  if (last.digits === 0 || last.digits > 3 || !next.meanings.some(m => m.category === 'ordinal-suffix')) return null
  const meanings = [{ category: 'ordinal', value: String(last.number), capital: false }]
  const piece = { ...last, lower: last.lower + next.lower, end: next.end, last: next.last, meanings, number: null, digits: 0 }
  return { piece: withCategories(piece), taken: 1 }
}

/** "twenty" and "four", "twenty" "-" "first". */
function joinNumber(pieces: readonly Piece[], next: Piece, word: PieceMeaning, answers: Pick<TimesAnswers, 'combine'>): Joined | null {
  const last = pieces[pieces.length - 1] as Piece
  const hyphen = last.lower === '-' && last.end === next.start
  const left = hyphen ? pieces[pieces.length - 2] : last
  const value = left && left.number !== null && left.digits === 0 ? answers.combine(left.number, Number(word.value)) : null
  if (value === null || !left) return null
  const { lower, start, first, opens, capital } = left
  const isOrdinal = word.category === 'ordinal'
  const meanings = isOrdinal ? [{ ...word, value: String(value) }] : next.meanings
  return {
    piece: withCategories({ ...next, lower, start, first, opens, capital, meanings, number: isOrdinal ? null : value }),
    taken: hyphen ? 2 : 1,
  }
}

const LETTER = 0
const FIGURE = 1
const SIGN = 2

function kindOf(code: number): 0 | 1 | 2 {
  if (code >= 48 && code <= 57) return FIGURE
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x206f)) return SIGN
  return LETTER
}

function isPlain(form: string): boolean {
  for (let i = 0; i < form.length; i++) if (kindOf(form.charCodeAt(i)) !== LETTER) return false
  return true
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= 0x2010 && code <= 0x2015) return '-'
  return code === 0x2018 || code === 0x2019 ? "'" : sign
}
