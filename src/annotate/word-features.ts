import { DIGIT, isUpper, kindOf, LETTER } from './chars.ts'
import { mix } from './linear.ts'
import { normalCode } from './normalise.ts'
import type { Tokens } from './tokens.ts'

/**
 * What the classifiers see of a word: WIDTH numbers a word, hashes of its folded characters (digits as 0) and a few facts.
 * Computed once and read by sentence splitter, tagger and lemmatizer.
 */
export const WIDTH = 18
/** Hash of the folded form. */
export const LOWER = 0
/** One of the CASE_… values. */
export const CASE = 1
/** Hash of the shape: capitals X, small letters x, digits 0, signs as they are, runs once. */
export const SHAPE = 2
/** Hashes of the last 1, 2, 3, 4 characters. */
export const SUFFIX = 3
/** Hashes of the first 1, 2, 3, 4 characters. */
export const PREFIX = 7
/** Numbers of the word in 64, 256 and 1,024 clusters, from 1; 0 where it has none. */
export const CLUSTER = 11
/** Hash of the tags that the lexicon allows; 0 for a word that it does not know. */
export const CLASS = 14
/** Length in characters. */
export const LENGTH = 15
/** Number of the pattern of tags that the word has in raw text, and how often it has a capital there inside a sentence; 0 for a rare word. */
export const USAGE = 16
export const CAPITALS = 17

export const CASE_NONE = 0
export const CASE_LOWER = 1
export const CASE_INITIAL = 2
export const CASE_UPPER = 3
const CASE_SINGLE = 4
const CASE_MIXED = 5

/** Fills the numbers of words `[first, end)`, except clusters, class and usage, at `(i - first) * WIDTH`. */
export function describeWords(text: string, tokens: Tokens, first: number, end: number): Int32Array {
  const out = new Int32Array((end - first) * WIDTH)
  for (let i = first; i < end; i++) {
    const form = tokens.forms.size > 0 ? tokens.forms.get(i) : undefined
    if (form === undefined) describe(text, tokens.starts[i] as number, tokens.ends[i] as number, out, (i - first) * WIDTH)
    else describe(form, 0, form.length, out, (i - first) * WIDTH)
  }
  return out
}

/** Fills the numbers of one word. */
export function describe(text: string, start: number, end: number, out: Int32Array, base: number): void {
  let hash = 17
  let shape = 23
  let last = 0
  let upper = 0
  let lower = 0
  const length = end - start
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    const kind = kindOf(unit)
    const small = normalCode(unit)
    hash = Math.imul(hash ^ small, 0x01000193)
    let sign = small
    if (kind === DIGIT) sign = 48
    else if (kind === LETTER) {
      if (isUpper(unit)) {
        sign = 88
        upper++
      } else {
        sign = 120
        lower++
      }
    }
    if (sign !== last) shape = mix(shape, sign)
    last = sign
    if (i - start < 4) out[base + PREFIX + i - start] = mix(hash, 101)
  }
  out[base + LOWER] = mix(hash, length)
  out[base + SHAPE] = shape
  out[base + CASE] = caseOf(upper, lower, isUpper(text.charCodeAt(start)))
  out[base + LENGTH] = length
  let tail = 29
  for (let k = 0; k < 4 && k < length; k++) {
    const unit = text.charCodeAt(end - 1 - k)
    tail = Math.imul(tail ^ normalCode(unit), 0x01000193)
    out[base + SUFFIX + k] = mix(tail, 103)
  }
}

function caseOf(upper: number, lower: number, initial: boolean): number {
  if (upper === 0) return lower === 0 ? CASE_NONE : CASE_LOWER
  if (lower === 0) return upper === 1 ? CASE_SINGLE : CASE_UPPER
  return initial && upper === 1 ? CASE_INITIAL : CASE_MIXED
}
