import { hashFolded } from './atoms.ts'
import { isUpper } from './chars.ts'
import { best, type Linear, mix, score } from './linear.ts'
import { pushToken, type Tokens } from './tokens.ts'

/** The words that a form may stand for ("cannot", "du"); a form that is not `sure` may be a word of its own as well ("its", "des"). */
export interface Expansion {
  readonly parts: readonly string[]
  readonly sure: boolean
}

/** What is known about such forms. */
export interface ExpansionModel {
  /** By the hash of the folded form. */
  readonly expansions: ReadonlyMap<number, Expansion>
  /** Decides about doubtful forms from the words around them: 1 expands. */
  readonly doubts: Linear
}

/** Longest form that is looked up. */
const LONGEST = 24

/** Appends words to `tokens`, those that stand for several as these. */
export function expandWords(text: string, words: Tokens, model: ExpansionModel, tokens: Tokens): void {
  const shift = tokens.count
  const hashes = hashWords(text, words)
  let added = 0
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] as number
    const end = words.ends[i] as number
    const group = words.groups[i] as number
    const found = model.expansions.get(hashes[i] as number)
    if (!found || group >= 0 || !(found.sure || isExpanded(text, words, hashes, i, model.doubts))) {
      pushToken(tokens, start, end, group < 0 ? -1 : group + shift + added)
      continue
    }
    pushParts(text, start, end, found.parts, tokens)
    added += found.parts.length - 1
  }
}

/** Hashes of the folded forms; 1 for one that is too long to be looked up. */
export function hashWords(text: string, words: Tokens): Int32Array {
  const out = new Int32Array(words.count)
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] as number
    const end = words.ends[i] as number
    out[i] = end - start > LONGEST ? 1 : hashFolded(text, start, end)
  }
  return out
}

/** Describes a doubtful form by the words around it. */
export function describeDoubt(text: string, words: Tokens, hashes: Int32Array, i: number, out: Int32Array): number {
  const form = hashes[i] as number
  const before = i > 0 ? (hashes[i - 1] as number) : 2
  const after = i + 1 < words.count ? (hashes[i + 1] as number) : 3
  const after2 = i + 2 < words.count ? (hashes[i + 2] as number) : 3
  const capital = isUpper(text.charCodeAt(words.starts[i] as number)) ? 1 : 0
  const end = i + 1 < words.count ? (words.ends[i + 1] as number) : 0
  const suffix = end > 2 ? hashFolded(text, end - 2, end) : 4
  let n = 0
  const add = (template: number, a: number, b: number) => {
    out[n++] = mix(mix(template * 2711, a), b)
  }
  add(1, form, capital)
  add(2, form, before)
  add(3, form, after)
  add(4, mix(form, after), after2)
  add(5, form, suffix)
  add(6, after, suffix)
  add(7, before, after)
  add(8, form, after2)
  return n
}

const features = new Int32Array(16)
const scores = new Int32Array(2)

function isExpanded(text: string, words: Tokens, hashes: Int32Array, i: number, doubts: Linear): boolean {
  score(doubts, features, describeDoubt(text, words, hashes, i, features), scores)
  return best(scores, 2) === 1
}

/** Parts that make up the form when put together have spans of their own; others share its span and carry their form. */
function pushParts(text: string, start: number, end: number, parts: readonly string[], tokens: Tokens): void {
  const group = tokens.count
  const cut = parts.join('').length === end - start
  let at = start
  for (const part of parts) {
    if (!cut) tokens.forms.set(tokens.count, at === start && isUpper(text.charCodeAt(start)) ? capitalise(part) : part)
    pushToken(tokens, cut ? at : start, cut ? at + part.length : end, group)
    at += part.length
  }
}

function capitalise(form: string): string {
  return (form[0] ?? '').toUpperCase() + form.slice(1)
}
