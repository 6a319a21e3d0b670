import { type Abbreviations, goesOn } from './abbreviations.ts'
import { DIGIT, isUpper, kindOf, LETTER } from './chars.ts'
import { type Linear, mix, score } from './linear.ts'
import { normalCode } from './normalise.ts'
import type { Tokens } from './tokens.ts'
import { CASE, CASE_LOWER, CASE_NONE, CASE_UPPER, LENGTH, LOWER, SHAPE, SUFFIX, WIDTH } from './word-features.ts'

/** Words that a sentence may have at most; a longer one is cut at its likeliest place. */
export const LONGEST = 400

/** A sentence that ends without a mark must be likelier by this much than one that goes on (set on the development treebanks). */
const UNMARKED = 5000

/** What the splitter has learned and been told. */
export interface SentenceModel {
  readonly boundaries: Linear
  readonly abbreviations: Abbreviations
}

/** Ends (word indexes, exclusive) of the sentences of one paragraph, whose words are `[first, end)` described in `info`. */
export function splitSentences(text: string, tokens: Tokens, info: Int32Array, first: number, end: number, model: SentenceModel): number[] {
  const out: number[] = []
  const features = new Int32Array(64)
  const scores = new Int32Array(2)
  const state = createState()
  let start = first
  let likeliest = -1
  let likeliestMargin = Number.NEGATIVE_INFINITY
  for (let i = first; i + 1 < end; i++) {
    const continues = (tokens.groups[i + 1] as number) >= 0 && tokens.groups[i + 1] !== i + 1
    step(text, tokens, info, i, first, state)
    if (
      isCellEnd(text, tokens, i) ||
      isItem(text, tokens, i + 1) ||
      isHeading(text, tokens, start, i) ||
      (start === first && isDatelineEnd(text, tokens, first, i))
    ) {
      out.push(i + 1)
      start = i + 1
      reset(state)
      likeliest = -1
      likeliestMargin = Number.NEGATIVE_INFINITY
      continue
    }
    if (continues || isEnumerator(text, tokens, start, i) || mustGoOn(text, tokens, info, i, first, model.abbreviations)) continue
    if (i - start < LONGEST / 2 && runsOn(text, tokens, info, i, first)) continue
    const count = describeBoundary(text, tokens, info, i, first, end, start, state, model, features)
    score(model.boundaries, features, count, scores)
    const margin = (scores[1] as number) - (scores[0] as number)
    if (i - start >= LONGEST / 2 && margin >= likeliestMargin) {
      likeliest = i
      likeliestMargin = margin
    }
    const cut = margin > (endsInWord(text, tokens, i) ? UNMARKED : 0) ? i : i - start + 1 >= LONGEST ? likeliest : -1
    if (cut < 0) continue
    out.push(cut + 1)
    start = cut + 1
    reset(state)
    likeliest = -1
    likeliestMargin = Number.NEGATIVE_INFINITY
  }
  if (end > first) out.push(end)
  return out
}

/** Longer words are addresses. */
const ADDRESS = 24

/**
 * Do words `i` and `i + 1` stand in small letters, with no mark between them and at most a space? Half of all places are such, and of half a
 * million of them in treebanks and raw text the classifier ended a sentence at 26, all in web addresses: it need not be asked.
 */
function runsOn(text: string, tokens: Tokens, info: Int32Array, i: number, first: number): boolean {
  const base = (i - first) * WIDTH
  return (
    info[base + CASE] === CASE_LOWER &&
    info[base + WIDTH + CASE] === CASE_LOWER &&
    (info[base + LENGTH] as number) < ADDRESS &&
    (info[base + WIDTH + LENGTH] as number) < ADDRESS &&
    (tokens.starts[i + 1] as number) - (tokens.ends[i] as number) <= 1 &&
    kindOf(text.charCodeAt((tokens.ends[i] as number) - 1)) === LETTER
  )
}

/** Words that a dateline has at most. */
const DATELINE = 12

/**
 * Is word `i` the dash of a dateline that opens the paragraph: "LOMÉ —", "Port Moresby (ICRC) –", "GENEVA, 5 March -"? It is made of
 * capitalised words, numbers and marks, and a capital follows.
 */
function isDatelineEnd(text: string, tokens: Tokens, first: number, i: number): boolean {
  if (i === first || i - first > DATELINE) return false
  const [from, to] = [tokens.starts[i] as number, tokens.ends[i] as number]
  if (!/^[—–-]{1,2}$/.test(text.slice(from, to)) || text[from - 1] !== ' ' || text[to] !== ' ') return false
  if (!isUpper(text.charCodeAt(tokens.starts[i + 1] as number))) return false
  for (let k = first; k < i; k++) {
    const code = text.charCodeAt(tokens.starts[k] as number)
    if (kindOf(code) === LETTER && !isUpper(code)) return false
  }
  return isUpper(text.charCodeAt(tokens.starts[first] as number))
}

/** Is there a tab behind word `i`? The cells of a table row are read one by one. */
function isCellEnd(text: string, tokens: Tokens, i: number): boolean {
  const to = tokens.starts[i + 1] as number
  for (let at = tokens.ends[i] as number; at < to; at++) if (text.charCodeAt(at) === TAB) return true
  return false
}

/** Words that a heading has at most. */
const HEADING = 8

/** Do the words from `start` to `i` stand before several blanks without a mark: a heading that lost its line? */
function isHeading(text: string, tokens: Tokens, start: number, i: number): boolean {
  const next = tokens.starts[i + 1] as number
  if (next - (tokens.ends[i] as number) < 2 || i - start >= HEADING || !endsInWord(text, tokens, i)) return false
  return isUpper(text.charCodeAt(next)) && isUpper(text.charCodeAt(tokens.starts[start] as number))
}

/** Is word `i` a bullet with blanks around it? It opens an item of a list that lost its lines. */
function isItem(text: string, tokens: Tokens, i: number): boolean {
  const from = tokens.starts[i] as number
  return text.charCodeAt(from) === BULLET && text[from - 1] === ' ' && text[from + 1] === ' '
}

const BULLET = 0x2022

/** Is the last character of word `i` a letter or digit, and no mark? */
function endsInWord(text: string, tokens: Tokens, i: number): boolean {
  const kind = kindOf(text.charCodeAt((tokens.ends[i] as number) - 1))
  return kind === LETTER || kind === DIGIT
}

/** Are the words from `start` to `i` nothing but the number of what follows: "2.", "(a)"? */
export function isEnumerator(text: string, tokens: Tokens, start: number, i: number): boolean {
  if (i - start > 2) return false
  const from = tokens.starts[start] as number
  const to = tokens.ends[i] as number
  return to - from < 6 && /^(?:\(?[a-z\d]{1,3}\)|\d{1,3}\.)$/i.test(text.slice(from, to))
}

/** Is word `i` an abbreviation after which the sentence must go on with the next word? */
export function mustGoOn(text: string, tokens: Tokens, info: Int32Array, i: number, first: number, abbreviations: Abbreviations): boolean {
  if (text.charCodeAt((tokens.ends[i] as number) - 1) !== STOP) return false
  const next = text.charCodeAt(tokens.starts[i + 1] as number)
  const kind = abbreviations.get(info[(i - first) * WIDTH + LOWER] as number) ?? 0
  return kind > 0 && goesOn(kind, isUpper(next), kindOf(next) === DIGIT)
}

const STOP = 46
const TAB = 9

/** What is open at a place in a sentence. */
export interface State {
  brackets: number
  quotes: number
}

export function createState(): State {
  return { brackets: 0, quotes: 0 }
}

export function reset(state: State): void {
  state.brackets = 0
  state.quotes = 0
}

/** Takes note of the brackets and quotes that a word opens and closes. */
export function step(text: string, tokens: Tokens, info: Int32Array, i: number, first: number, state: State): void {
  if (info[(i - first) * WIDTH + LENGTH] !== 1) return
  const unit = text.charCodeAt(tokens.starts[i] as number)
  if (unit === 40 || unit === 91) state.brackets++
  else if (unit === 41 || unit === 93) state.brackets = Math.max(0, state.brackets - 1)
  else if (normalCode(unit) === 34) state.quotes = unit === 0x201c ? 1 : unit === 0x201d ? 0 : 1 - state.quotes
}

/** Describes the place between word `i` and the next. */
export function describeBoundary(
  text: string,
  tokens: Tokens,
  info: Int32Array,
  i: number,
  first: number,
  end: number,
  start: number,
  state: State,
  model: Pick<SentenceModel, 'abbreviations'>,
  out: Int32Array,
): number {
  const base = (i - first) * WIDTH
  const last = i > first ? base - WIDTH : -1
  const after = i + 1 < end ? base + WIDTH : -1
  const next = i + 2 < end ? base + 2 * WIDTH : -1
  const lower0 = info[base + LOWER] as number
  const lower1 = valueAt(info, after, LOWER, 2)
  const lower2 = valueAt(info, next, LOWER, 2)
  const before = i - 1 >= start ? valueAt(info, last, LOWER, 1) : 3
  const case0 = info[base + CASE] as number
  const case1 = valueAt(info, after, CASE, 2)
  const case2 = valueAt(info, next, CASE, 2)
  const shape0 = info[base + SHAPE] as number
  const shape1 = valueAt(info, after, SHAPE, 2)
  // Several blanks are typed for one.
  const spaces = Math.min(1, (tokens.starts[i + 1] as number) - (tokens.ends[i] as number))
  const spacesAfter = i + 2 < end ? Math.min(1, (tokens.starts[i + 2] as number) - (tokens.ends[i + 1] as number)) : 2
  const spacesBefore = i > first ? Math.min(1, (tokens.starts[i] as number) - (tokens.ends[i - 1] as number)) : 2
  const length = bucket(i - start + 1)
  const rest = bucket(end - i - 1)
  const open = Math.min(2, state.brackets) * 2 + state.quotes
  const stop = stopKind(text, tokens, i)
  const stopBefore = i > start ? stopKind(text, tokens, i - 1) : 0
  const abbreviation = stop > 0 ? (model.abbreviations.get(lower0) ?? 0) : 0
  const spaced = spaces * 9 + spacesBefore * 3 + spacesAfter
  const quotes = quoteKind(text, tokens, i, first, end) * 3 + quoteKind(text, tokens, i + 1, first, end)
  let n = 0
  out[n++] = feature(0, 0, 0)
  out[n++] = feature(1, lower0, case1)
  out[n++] = feature(2, lower1, case1)
  out[n++] = feature(3, lower0, lower1)
  out[n++] = feature(4, lower0, mix(spaced, case1))
  out[n++] = feature(5, before, mix(lower0, case1))
  out[n++] = feature(6, lower1, mix(stop, case1))
  out[n++] = feature(7, mix(lower1, case1), mix(lower2, stop))
  out[n++] = feature(8, shape0, shape1)
  out[n++] = feature(9, mix(stop, stopBefore), mix(case1, open))
  out[n++] = feature(10, mix(stop, length), case1)
  out[n++] = feature(11, mix(stop, case0), mix(case1, case2))
  out[n++] = feature(12, mix(shape0, spaced), mix(shape1, stop))
  out[n++] = feature(13, open, mix(lower0, case1))
  out[n++] = feature(14, mix(stop, stopBefore), mix(spaced, case1))
  out[n++] = feature(15, info[base + SUFFIX + 1] as number, mix(case1, stop))
  out[n++] = feature(16, abbreviation, mix(case1, stop))
  out[n++] = feature(17, abbreviation, lower1)
  out[n++] = feature(18, mix(stop, rest), mix(case1, length))
  out[n++] = feature(19, mix(before, i - 1 >= start ? valueAt(info, last, CASE, 1) : 0), mix(stop, case1))
  out[n++] = feature(20, mix(case0, case1), mix(lower1, spaces))
  out[n++] = feature(21, mix(stop, length), lower1)
  out[n++] = feature(22, mix(valueAt(info, last, SHAPE, 1), shape0), shape1)
  out[n++] = feature(23, mix(shape1, valueAt(info, next, SHAPE, 2)), mix(stop, spaced))
  out[n++] = feature(24, mix(shape1, lower2), stop)
  out[n++] = feature(25, valueAt(info, after, SUFFIX + 1, 2), mix(stop, case1))
  out[n++] = feature(26, valueAt(info, after, SUFFIX + 2, 2), mix(stop, case1))
  if (case1 !== CASE_LOWER && case1 !== CASE_NONE && case1 !== CASE_UPPER) out[n++] = feature(27, lower1, mix(case0, open))
  out[n++] = feature(28, lower0, mix(open, spaced))
  if (quotes > 0) {
    out[n++] = feature(29, mix(stop, stopBefore), mix(quotes, mix(case1, case2)))
    out[n++] = feature(30, mix(stop, quotes), mix(lower2, case2))
    out[n++] = feature(31, mix(stop, stopBefore), mix(quotes, mix(lower1, case1)))
  }
  return n
}

/** What is known of the word whose row begins at `row`; -1 for one beyond the paragraph. */
function valueAt(info: Int32Array, row: number, what: number, beyond: number): number {
  return row < 0 ? beyond : (info[row + what] as number)
}

function feature(template: number, a: number, b: number): number {
  return mix(mix(template * 6151, a), b)
}

/** 1 full stop, 2 question or exclamation mark, 3 colon or semicolon, 4 an abbreviation with its stop, 5 other sign, 6 closing quote or bracket, 0 none. */
function stopKind(text: string, tokens: Tokens, i: number): number {
  const start = tokens.starts[i] as number
  const end = tokens.ends[i] as number
  const last = text.charCodeAt(end - 1)
  if (last === 46) return end - start === 1 ? 1 : kindOf(text.charCodeAt(start)) === LETTER ? 4 : 7
  if (last === 33 || last === 63) return 2
  if (end - start > 3 || kindOf(last) === LETTER) return 0
  if (last === 58 || last === 59) return 3
  if (last === 41 || last === 93 || normalCode(last) === 34 || normalCode(last) === 39) return 6
  return kindOf(last) === DIGIT ? 0 : 5
}

/** 1 an opening quote, 2 a closing one, 0 no quote; the spaces around a straight one tell. */
function quoteKind(text: string, tokens: Tokens, i: number, first: number, end: number): number {
  const start = tokens.starts[i] as number
  const stop = tokens.ends[i] as number
  const unit = normalCode(text.charCodeAt(start))
  if (stop - start > 2 || (unit !== 34 && unit !== 39 && unit !== 96)) return 0
  const before = i === first || (tokens.ends[i - 1] as number) < start
  const after = i + 1 >= end || (tokens.starts[i + 1] as number) > stop
  return before && !after ? 1 : after && !before ? 2 : 0
}

function bucket(n: number): number {
  return n < 6 ? n : n < 10 ? 6 : n < 20 ? 7 : n < 40 ? 8 : 9
}
