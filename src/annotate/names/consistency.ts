import type { Attributes } from './attributes.ts'
import { INITIAL } from './attributes.ts'
import { KINDS, LABELS, labelOf } from './labels.ts'
import { extend, MAX_PIECES, pieceHash } from './lists.ts'
import type { Found } from './recognise.ts'

/**
 * What the first pass over a report keeps of each word, so that a second can weigh it again in the light of the whole: a name that was clear
 * in one place ("Sergey Lavrov") tells what the same words, its last word ("Lavrov") or its initials ("NRC") are elsewhere (one sense per discourse,
 * Gale, Church & Yarowsky 1992). Columns are by word of the report; `scores` holds LABELS numbers for each live word, `row` says where.
 */
export interface FirstPass {
  readonly piece: Int32Array
  readonly live: Uint8Array
  readonly capital: Uint8Array
  readonly row: Int32Array
  scores: Float32Array
  rows: number
}

/** Room for a report of so many words. */
export function createFirstPass(words: number): FirstPass {
  const column = () => new Int32Array(words)
  return {
    piece: column(),
    live: new Uint8Array(words),
    capital: new Uint8Array(words),
    row: column(),
    scores: new Float32Array(LABELS * 64),
    rows: 0,
  }
}

/** Keeps the words of one sentence, the report's words from `first` on. */
export function keepSentence(pass: FirstPass, first: number, a: Attributes, scores: Float64Array): void {
  for (let i = 0; i < a.count; i++) {
    pass.piece[first + i] = a.piece[i] as number
    pass.live[first + i] = a.live[i] as number
    pass.capital[first + i] = (a.case[i] as number) >= INITIAL ? 1 : 0
    if (a.live[i] === 0) continue
    if ((pass.rows + 1) * LABELS > pass.scores.length) {
      const wider = new Float32Array(pass.scores.length * 2)
      wider.set(pass.scores)
      pass.scores = wider
    }
    pass.row[first + i] = pass.rows
    pass.scores.set(scores.subarray(i * LABELS, (i + 1) * LABELS), pass.rows * LABELS)
    pass.rows++
  }
}

/** Phrase → the sum of probabilities with which it was found, by kind. */
export interface Votes {
  readonly byPhrase: Map<number, Float64Array>
  /** Pieces that some phrase begins with. */
  readonly starts: Set<number>
}

/** Counts the names of the first pass; `forms` gives the words of the report. */
export function countVotes(pass: FirstPass, names: readonly Found[], formAt: (i: number) => string): Votes {
  const votes: Votes = { byPhrase: new Map(), starts: new Set() }
  for (const { first, end, kind, probability } of names) {
    const k = KINDS.indexOf(kind)
    vote(votes, pass, first, end, k, probability)
    if (end - first < 2) continue
    if (kind === 'PER') vote(votes, pass, end - 1, end, k, probability * PART)
    if (kind === 'ORG') voteInitials(votes, pass, first, end, k, probability * PART, formAt)
  }
  return votes
}

/** A part of a name says a little less about the words alone than the whole name says. */
const PART = 0.8

function vote(votes: Votes, pass: FirstPass, first: number, end: number, kind: number, weight: number): void {
  let phrase = 0
  let pieces = 0
  for (let i = first; i < end; i++) {
    const piece = pass.piece[i] as number
    if (piece === 0) continue
    if (pieces++ === 0) votes.starts.add(piece)
    phrase = extend(phrase, piece)
  }
  if (pieces > 0 && pieces <= MAX_PIECES) add(votes, phrase, kind, weight)
}

function voteInitials(
  votes: Votes,
  pass: FirstPass,
  first: number,
  end: number,
  kind: number,
  weight: number,
  formAt: (i: number) => string,
): void {
  let all = ''
  let capitals = ''
  for (let i = first; i < end; i++) {
    if (pass.piece[i] === 0) continue
    const letter = formAt(i).charAt(0)
    all += letter
    if (pass.capital[i] === 1) capitals += letter
  }
  for (const initials of all === capitals ? [all] : [all, capitals]) {
    if (initials.length < 3) continue
    const piece = pieceHash(initials)
    if (piece === 0) continue
    votes.starts.add(piece)
    add(votes, extend(0, piece), kind, weight)
  }
}

function add({ byPhrase }: Votes, phrase: number, kind: number, weight: number): void {
  const known = byPhrase.get(phrase)
  if (known) known[kind] = (known[kind] as number) + weight
  else {
    const fresh = new Float64Array(KINDS.length)
    fresh[kind] = weight
    byPhrase.set(phrase, fresh)
  }
}

/**
 * Adds to the scores of the words `[first, end)`, which stand in `scores` from word `first` on, what other places in the report say of them.
 * `own` is what the first pass found there. Returns whether anything changed.
 */
export function applyVotes(
  pass: FirstPass,
  votes: Votes,
  first: number,
  end: number,
  own: readonly Found[],
  scores: Float64Array,
): boolean {
  let changed = false
  for (let i = first; i < end; ) {
    const piece = pass.piece[i] as number
    if (pass.capital[i] === 0 || !votes.starts.has(piece)) {
      i++
      continue
    }
    const stop = longest(pass, votes, i, end)
    if (stop === i) {
      i++
      continue
    }
    const name = own.find(n => n.first === i && n.end === stop)
    if (addBonus(matched, name, i - first, stop - first, scores)) changed = true
    i = stop
  }
  return changed
}

let matched: Float64Array = new Float64Array(KINDS.length)

function longest(pass: FirstPass, votes: Votes, first: number, end: number): number {
  let stop = first
  let phrase = 0
  let pieces = 0
  for (let i = first; i < end && pieces < MAX_PIECES && i < first + 2 * MAX_PIECES; i++) {
    const piece = pass.piece[i] as number
    if (piece === 0) continue
    pieces++
    phrase = extend(phrase, piece)
    const found = votes.byPhrase.get(phrase)
    if (found) {
      matched = found
      stop = i + 1
    }
  }
  return stop
}

/** How much the report as a whole can move a word's score. From 1.5 to 5 the development documents of the treebanks come out alike. */
const STRENGTH = 3

function addBonus(found: Float64Array, own: Found | undefined, first: number, end: number, scores: Float64Array): boolean {
  let total = 1
  for (let k = 0; k < KINDS.length; k++) total += othersOf(found, own, k)
  if (total < 1.25) return false
  for (let k = 0; k < KINDS.length; k++) {
    const bonus = (STRENGTH * othersOf(found, own, k)) / total
    for (let i = first; i < end; i++)
      for (let place = 0; place < 4; place++) {
        const at = i * LABELS + labelOf(k, place)
        scores[at] = (scores[at] as number) + bonus
      }
  }
  return true
}

function othersOf(found: Float64Array, own: Found | undefined, kind: number): number {
  const all = found[kind] as number
  return own && KINDS[kind] === own.kind ? Math.max(0, all - own.probability) : all
}
