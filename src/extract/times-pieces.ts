import type { Piece, PieceMeaning, TimesAnswers } from '../document/answers/times.ts'
import type { Word } from '../document/layers.ts'

const NONE: readonly PieceMeaning[] = []

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
    else if (isPlain(word.form)) pieces.push(piece(word, word.lower, word.start, word.end, NONE, opens))
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
  return {
    lower,
    start,
    end,
    first: word.index,
    last: word.index,
    capital,
    meanings,
    number,
    digits,
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

/** Adds a piece, joined to the number word or the figures before it where the two make one. */
function push(pieces: Piece[], next: Piece, answers: Pick<TimesAnswers, 'combine'>): void {
  const last = pieces[pieces.length - 1]
  const meaning = next.meanings[0]
  if (!meaning || next.opens || !last) {
    pieces.push(meaning?.category === 'cardinal' ? { ...next, number: Number(meaning.value) } : next)
    return
  }
  if (meaning.category === 'ordinal-suffix' && last.digits > 0 && last.digits < 4 && last.end === next.start) {
    const ordinal = [{ category: 'ordinal', value: String(last.number), capital: false }]
    pieces[pieces.length - 1] = {
      ...last,
      lower: last.lower + next.lower,
      end: next.end,
      last: next.last,
      meanings: ordinal,
      number: null,
      digits: 0,
    }
    return
  }
  if (meaning.category !== 'cardinal' && meaning.category !== 'ordinal') {
    // The dot of an abbreviation belongs to it ("Sept. 9"), whatever word it was given to.
    if (next.lower === '.' && last.end === next.start && last.meanings.some(m => m.category === 'abbreviation')) {
      pieces[pieces.length - 1] = { ...last, end: next.end, last: next.last }
      return
    }
    pieces.push(next)
    return
  }
  const value = Number(meaning.value)
  const hyphen = last.lower === '-' && last.end === next.start
  const left = hyphen ? pieces[pieces.length - 2] : last
  const joined = left && left.number !== null && left.digits === 0 ? answers.combine(left.number, value) : null
  const number = meaning.category === 'cardinal' ? (joined ?? value) : null
  if (joined === null || !left) {
    pieces.push({ ...next, number })
    return
  }
  pieces.length -= hyphen ? 2 : 1
  const meanings = number === null ? [{ ...meaning, value: String(joined) }] : next.meanings
  pieces.push({
    ...next,
    lower: left.lower,
    start: left.start,
    first: left.first,
    opens: left.opens,
    capital: left.capital,
    meanings,
    number,
  })
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
