import { UPOS } from '../../document/layers.ts'
import { DIGIT, isUpper, kindOf, LETTER } from '../chars.ts'
import { CASING, type Clusters, casing, clustersOf } from '../clusters.ts'
import { mix } from '../linear.ts'
import { normalCode } from '../normalise.ts'
import { bitsOf, extend, LISTED, MAX_PIECES, type NameLists, PHRASE_LISTS, pieceHash, piecesOf, USES } from './lists.ts'

/** How a sentence is written; capitals mean little in all but the first. */
export const NORMAL = 0
const SMALL = 1
const CAPITALS = 2
const TITLE = 3

/** How a word is written. */
const NO_LETTERS = 0
export const LOWER = 1
export const INITIAL = 2
const UPPER = 3
const SINGLE = 4
const MIXED = 5

/**
 * What the features are made of, a column a kind, a row a word of one sentence. Columns are longer than `count`.
 * `begins` and `ends` bound the run of capitalised words that a word stands in, `wideEnds` also over short links ("of", "for the").
 */
export interface Attributes {
  count: number
  mode: number
  word: Int32Array
  piece: Int32Array
  case: Int32Array
  shape: Int32Array
  /** Four hashes a word each. */
  prefixes: Int32Array
  suffixes: Int32Array
  clusters: Int32Array
  /** Bits of the lists on which the listed phrase around the word stands, and the word's place in it: 0 none, 1 begin, 2 inside, 3 last, 4 unit. */
  phrase: Int32Array
  place: Int32Array
  /** Bits of the lists of single words, and how raw text uses the word (see `packUses`). */
  lists: Int32Array
  uses: Int32Array
  /** Part of speech, as a number of UPOS. */
  tag: Uint8Array
  begins: Int32Array
  ends: Int32Array
  wideBegins: Int32Array
  wideEnds: Int32Array
  length: Int32Array
  /** 1 where the word may belong to a name; all others are outside without being looked at. */
  live: Uint8Array
}

/** Columns for sentences of up to `room` words. */
export function createAttributes(room: number): Attributes {
  const column = () => new Int32Array(room)
  return {
    count: 0,
    mode: NORMAL,
    word: column(),
    piece: column(),
    case: column(),
    shape: column(),
    prefixes: new Int32Array(room * 4),
    suffixes: new Int32Array(room * 4),
    clusters: column(),
    phrase: column(),
    place: column(),
    lists: column(),
    uses: column(),
    tag: new Uint8Array(room),
    begins: column(),
    ends: column(),
    wideBegins: column(),
    wideEnds: column(),
    length: column(),
    live: new Uint8Array(room),
  }
}

/** Fills the columns for the words of one sentence; `tags` are their parts of speech, as numbers of UPOS. */
export function describeSentence(forms: readonly string[], tags: Uint8Array, clusters: Clusters, lists: NameLists, out: Attributes): void {
  out.count = forms.length
  out.tag.set(tags)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as string
    describeWord(form, i, out)
    out.clusters[i] = clustersOf(clusters, form)
    const piece = pieceHash(form)
    out.piece[i] = piece
    const bits = piece === 0 ? 0 : bitsOf(lists.words, piece)
    out.lists[i] = bits & LISTED
    out.uses[i] = bits >> USES
    out.phrase[i] = 0
    out.place[i] = 0
  }
  out.mode = modeOf(out)
  findParts(forms)
  markPhrases(forms, lists, out)
  markRuns(out)
  markLive(out)
}

// Longer words differ too little beyond this to be worth the reading.
const LONGEST = 40

function describeWord(form: string, row: number, out: Attributes): void {
  const length = form.length
  const seen = Math.min(length, LONGEST)
  let hash = 17
  let shape = 23
  let lastSign = 0
  let upper = 0
  let lower = 0
  for (let i = 0; i < seen; i++) {
    const unit = form.charCodeAt(i)
    const small = normalCode(unit)
    let sign = small
    const kind = kindOf(unit)
    if (kind === LETTER) {
      if (isUpper(unit)) {
        sign = 88
        upper++
      } else {
        sign = 120
        lower++
      }
    } else if (kind === DIGIT) sign = 48
    hash = Math.imul(hash ^ small, 0x01000193)
    if (i < 4) out.prefixes[row * 4 + i] = mix(hash, 101)
    if (sign !== lastSign) shape = mix(shape, sign)
    lastSign = sign
  }
  for (let i = seen; i < 4; i++) out.prefixes[row * 4 + i] = 0
  let tail = 29
  for (let k = 0; k < 4; k++) {
    if (k < length) tail = Math.imul(tail ^ normalCode(form.charCodeAt(length - 1 - k)), 0x01000193)
    out.suffixes[row * 4 + k] = k < length ? mix(tail, 103) : 0
  }
  out.word[row] = mix(hash, length)
  out.shape[row] = shape
  out.length[row] = length
  out.case[row] = caseOf(upper, lower, length > 0 && isUpper(form.charCodeAt(0)))
}

function caseOf(upper: number, lower: number, initial: boolean): number {
  if (upper === 0) return lower === 0 ? NO_LETTERS : LOWER
  if (lower === 0) return upper === 1 ? SINGLE : UPPER
  return initial && upper === 1 ? INITIAL : MIXED
}

/** A sentence all in small letters or capitals, or one with capitals on words that carry none in running text. */
function modeOf({ count, case: written, length, clusters }: Attributes): number {
  let long = 0
  let small = 0
  let capitals = 0
  let common = 0
  let raised = 0
  for (let i = 0; i < count; i++) {
    const how = written[i] as number
    if (how === NO_LETTERS || (length[i] as number) < 3) continue
    long++
    if (how === LOWER) small++
    if (how === UPPER) capitals++
    const habit = casing(clusters[i] as number)
    if (i > 0 && (length[i] as number) > 3 && (habit === CASING.never || habit === CASING.seldom)) {
      common++
      if (how !== LOWER) raised++
    }
  }
  if (long === 0) return NORMAL
  if (small === long) return SMALL
  if (capitals > long * 0.6 && capitals > 1) return CAPITALS
  return common > 1 && raised > common * 0.6 ? TITLE : NORMAL
}

/** Longest listed phrase from the left, then on behind it. */
function markPhrases(forms: readonly string[], lists: NameLists, out: Attributes): void {
  for (let i = 0; i < out.count; ) {
    const end = out.piece[i] === 0 ? i : longestPhrase(forms, lists, out, i)
    if (end === i) {
      i++
      continue
    }
    const bits = found
    for (let k = i; k < end; k++) {
      out.phrase[k] = bits
      out.place[k] = end - i === 1 ? 4 : k === i ? 1 : k === end - 1 ? 3 : 2
    }
    i = end
  }
}

let found = 0
/** Pieces of the words of the sentence that have an apostrophe inside. */
const parts = new Map<number, number[]>()

function findParts(forms: readonly string[]): void {
  parts.clear()
  for (const [i, form] of forms.entries()) {
    if (form.length < 3 || (form.indexOf("'", 1) < 0 && form.indexOf('’', 1) < 0)) continue
    const pieces = piecesOf(form).map(pieceHash)
    if (pieces.length > 1) parts.set(i, pieces)
  }
}

/** Where the longest listed phrase ends that begins here, as it is written or with words taken apart at an apostrophe. */
function longestPhrase(forms: readonly string[], lists: NameLists, out: Attributes, first: number): number {
  const end = followPhrase(forms, lists, out, first, NO_PARTS)
  if (parts.size === 0) return end
  const asWritten = found
  const apart = followPhrase(forms, lists, out, first, parts)
  if (apart > end) return apart
  found = asWritten
  return end
}

const NO_PARTS: ReadonlyMap<number, number[]> = new Map()

function followPhrase(
  forms: readonly string[],
  lists: NameLists,
  out: Attributes,
  first: number,
  parts: ReadonlyMap<number, number[]>,
): number {
  let end = first
  let phrase = 0
  let pieces = 0
  found = 0
  for (let i = first; i < out.count && i < first + 2 * MAX_PIECES; i++) {
    const piece = out.piece[i] as number
    if (piece === 0) {
      if (i > first && LINKS.has(forms[i] as string)) continue
      break
    }
    // "N'Gourma", "Sana'a": one word of the text and two pieces of a listed name.
    const own = parts.size > 0 ? parts.get(i) : undefined
    pieces += own?.length ?? 1
    if (pieces > MAX_PIECES) break
    phrase = own ? own.reduce(extend, phrase) : extend(phrase, piece)
    const bits = bitsOf(lists.phrases, phrase)
    if (bits !== 0) {
      found = bits
      end = i + 1
    }
  }
  return end
}

const LINKS: ReadonlySet<string> = new Set(['-', '–', '‑', "'", '’', '.', '&'])

/** Bounds of runs of words with capitals. A hyphen between them belongs to the run; the wide run also takes up to two short small words. */
function markRuns(out: Attributes): void {
  const { count } = out
  bound(out, 1, false, out.begins, out.ends)
  bound(out, 2, true, out.wideBegins, out.wideEnds)
  for (let i = 0; i < count; i++) if (!isCapital(out, i)) out.begins[i] = out.ends[i] = i
}

function bound(out: Attributes, gap: number, wide: boolean, begins: Int32Array, ends: Int32Array): void {
  const { count } = out
  for (let i = 0; i < count; ) {
    if (!isCapital(out, i)) {
      begins[i] = i
      ends[i] = i
      i++
      continue
    }
    let end = i + 1
    for (;;) {
      let next = end
      while (next < count && next < end + gap && isLink(out, next, wide)) next++
      if (next >= count || !isCapital(out, next)) break
      end = next + 1
    }
    for (let k = i; k < end; k++) {
      begins[k] = i
      ends[k] = end
    }
    i = end
  }
}

function isCapital(out: Attributes, i: number): boolean {
  return (out.case[i] as number) >= INITIAL
}

function isLink(out: Attributes, i: number, wide: boolean): boolean {
  if (out.case[i] === NO_LETTERS) return out.length[i] === 1 && out.piece[i] === 0 && out.word[i] === HYPHEN
  return wide && out.case[i] === LOWER && (out.length[i] as number) <= 3
}

const HYPHEN = mix(Math.imul(17 ^ 45, 0x01000193), 1)

/**
 * Words with a capital, what runs of them take in, one word in front ("al-…", "de …"), figures behind; listed places and proper nouns however
 * they are written. Three words in five of running text are none of these.
 */
function markLive(out: Attributes): void {
  const { count, live, place, phrase, tag, wideBegins, wideEnds } = out
  if (out.mode !== NORMAL) {
    live.fill(1, 0, count)
    return
  }
  for (let i = 0; i < count; i++) {
    const inRun = (wideEnds[i] as number) > (wideBegins[i] as number)
    const listed = place[i] !== 0 && (place[i] !== 4 || ((phrase[i] as number) & WELL_KNOWN) !== 0)
    live[i] = inRun || listed || tag[i] === PROPER ? 1 : 0
  }
  for (let i = 0; i < count; i++) {
    if (wideBegins[i] !== i || wideEnds[i] === i) continue
    if (i > 0 && mayLead(out, i - 1)) live[i - 1] = 1
    if (i > 1 && isLink(out, i - 1, false)) live[i - 2] = 1
    for (let k = wideEnds[i] as number; k < count && k < (wideEnds[i] as number) + 2 && mayTrail(out, k); k++) live[k] = 1
  }
}

const PROPER = UPOS.indexOf('PROPN')
const WELL_KNOWN = ['country', 'region', 'city'].reduce((mask, list) => mask | (1 << PHRASE_LISTS.indexOf(list as 'city')), 0)

function mayLead(out: Attributes, i: number): boolean {
  return (out.case[i] === LOWER && (out.length[i] as number) <= 3) || isLink(out, i, false)
}

function mayTrail(out: Attributes, i: number): boolean {
  return out.case[i] === NO_LETTERS && (out.piece[i] !== 0 || isLink(out, i, false))
}
