import { UPOS } from '../document/layers.ts'
import type { Model } from '../resource/model.ts'
import { normalHash } from './normalise.ts'

/** What the parser reads: one sentence, its words' forms, tags and UD features ("Number=Plur" or "_") side by side. */
export interface TaggedSentence {
  readonly forms: readonly string[]
  readonly upos: readonly string[]
  readonly feats: readonly string[]
}

/** A tree: `heads[i]` is the place of word i's head in the sentence, -1 for its one root; `deprels[i]` the universal relation with subtype. */
export interface Tree {
  readonly heads: Int32Array
  readonly deprels: string[]
}

/** Weights of the parser: rows of `MOVES` numbers for moves and of `labels.length` for labels, found by hash. */
export interface ParserWeights {
  readonly labels: readonly string[]
  readonly moves: Int16Array | Int32Array
  readonly arcs: Int16Array | Int32Array
}

export const MOVES = 3
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2
export const MOVE_ROWS = 1 << 19
export const ARC_ROWS = 1 << 16

/** The parser of a model file. */
export function parserWeights(model: Model): ParserWeights {
  return { labels: model.text('labels').split('\n'), moves: model.numbers('moves', 'i16'), arcs: model.numbers('arcs', 'i16') }
}

/** Parses one sentence (arc-hybrid transitions; Kuhlmann et al. 2011), in linear time; every input gives a well-formed tree. */
export function parse(sentence: TaggedSentence, weights: ParserWeights): Tree {
  const state = new State(sentence)
  const scores = new Int32Array(MOVES)
  while (!state.done()) {
    state.features()
    scoreRows(state.rows, state.count, weights.moves, MOVES, MOVE_ROWS, scores)
    state.move(best(scores, move => state.allowed(move)))
  }
  const heads = new Int32Array(state.length)
  const deprels: string[] = []
  const labelScores = new Int32Array(weights.labels.length)
  for (let i = 0; i < state.length; i++) {
    heads[i] = state.heads[i] === state.length ? -1 : state.heads[i]!
    if (heads[i] === -1) {
      deprels.push('root')
      continue
    }
    state.arcFeatures(i)
    scoreRows(state.rows, state.count, weights.arcs, weights.labels.length, ARC_ROWS, labelScores)
    deprels.push(weights.labels[best(labelScores, () => true)] as string)
  }
  return { heads, deprels }
}

/** The index of the highest score among those allowed, the first of equals. */
export function best(scores: Int32Array, allowed: (index: number) => boolean): number {
  let found = -1
  for (let i = 0; i < scores.length; i++) if (allowed(i) && (found < 0 || scores[i]! > scores[found]!)) found = i
  return found
}

/** Sums the rows of weights that features point at. */
export function scoreRows(
  rows: Int32Array,
  count: number,
  weights: Int16Array | Int32Array,
  width: number,
  size: number,
  out: Int32Array,
): void {
  out.fill(0)
  for (let f = 0; f < count; f++) {
    const row = (rows[f]! & (size - 1)) * width
    for (let k = 0; k < width; k++) out[k]! += weights[row + k]!
  }
}

const TAGS = new Map<string, number>(UPOS.map((tag, i) => [tag, i + 1]))
const NONE = 0

/** A number for a text (FNV-1a). */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** A configuration of the transition system; word `length` is the artificial root behind the sentence. */
export class State {
  readonly length: number
  readonly heads: Int32Array
  readonly rows = new Int32Array(96)
  count = 0
  readonly #words: Int32Array
  readonly #tags: Int32Array
  readonly #feats: Int32Array
  readonly #leftmost: Int32Array
  readonly #rightmost: Int32Array
  readonly #leftCount: Int32Array
  readonly #rightCount: Int32Array
  readonly stack: Int32Array
  depth = 0
  next = 0

  constructor(sentence: TaggedSentence) {
    const n = sentence.forms.length
    this.length = n
    this.heads = new Int32Array(n + 1).fill(-1)
    this.stack = new Int32Array(n + 1)
    this.#words = new Int32Array(n + 1)
    this.#tags = new Int32Array(n + 1)
    this.#feats = new Int32Array(n + 1)
    this.#leftmost = new Int32Array(n + 1).fill(-1)
    this.#rightmost = new Int32Array(n + 1).fill(-1)
    this.#leftCount = new Int32Array(n + 1)
    this.#rightCount = new Int32Array(n + 1)
    for (let i = 0; i < n; i++) {
      this.#words[i] = normalHash(sentence.forms[i]!)
      this.#tags[i] = TAGS.get(sentence.upos[i]!) ?? 18
      this.#feats[i] = hash(sentence.feats[i]!)
    }
    this.#words[n] = 77
    this.#tags[n] = 19
  }

  done(): boolean {
    return this.next === this.length && this.depth === 0
  }

  allowed(move: number): boolean {
    if (move === SHIFT) return this.next < this.length
    if (move === LEFT) return this.depth > 0 && (this.next < this.length || this.depth === 1)
    return this.depth > 1
  }

  move(move: number): void {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.next++
      return
    }
    const child = this.stack[--this.depth]!
    const head = move === LEFT ? this.next : this.stack[this.depth - 1]!
    this.heads[child] = head
    if (child < head) {
      this.#leftmost[head] = child
      this.#leftCount[head]!++
    } else {
      this.#rightmost[head] = child
      this.#rightCount[head]!++
    }
  }

  #word(i: number): number {
    return i < 0 || i > this.length ? NONE : this.#words[i]!
  }
  #tag(i: number): number {
    return i < 0 || i > this.length ? NONE : this.#tags[i]!
  }
  #feat(i: number): number {
    return i < 0 || i > this.length ? NONE : this.#feats[i]!
  }
  #left(i: number): number {
    return i < 0 ? -1 : this.#leftmost[i]!
  }
  #right(i: number): number {
    return i < 0 ? -1 : this.#rightmost[i]!
  }

  #add(a: number, b = 0, c = 0, d = 0): void {
    let h = Math.imul(this.count + 1, 0x9e3779b1)
    h = Math.imul(h ^ a, 0x85ebca6b)
    h ^= h >>> 15
    h = Math.imul(h ^ b, 0xc2b2ae35)
    h ^= h >>> 13
    h = Math.imul(h ^ c, 0x27d4eb2f)
    h ^= h >>> 16
    h = Math.imul(h ^ d, 0x165667b1)
    this.rows[this.count++] = h ^ (h >>> 15)
  }

  /** Fills `rows` with the features of the configuration (after Zhang & Nivre 2011). */
  features(): void {
    this.count = 0
    const { depth, stack, next: b0, length } = this
    const s0 = depth > 0 ? stack[depth - 1]! : -1
    const s1 = depth > 1 ? stack[depth - 2]! : -1
    const s2 = depth > 2 ? stack[depth - 3]! : -1
    const b1 = b0 < length ? b0 + 1 : -1
    const b2 = b0 + 1 < length ? b0 + 2 : -1
    const [s0w, s1w, b0w, b1w] = [this.#word(s0), this.#word(s1), this.#word(b0), this.#word(b1)]
    const [s0t, s1t, s2t, b0t, b1t, b2t] = [this.#tag(s0), this.#tag(s1), this.#tag(s2), this.#tag(b0), this.#tag(b1), this.#tag(b2)]
    const [s0f, s1f, b0f] = [this.#feat(s0), this.#feat(s1), this.#feat(b0)]
    const [s0l, s0r, s1l, s1r, b0l] = [this.#left(s0), this.#right(s0), this.#left(s1), this.#right(s1), this.#left(b0)]
    const gap = s0 < 0 ? 0 : Math.min(b0 - s0, 6)
    const gap1 = s1 < 0 ? 0 : Math.min(s0 - s1, 6)
    this.#add(s0t, s0w)
    this.#add(s0t, s0f)
    this.#add(s1t, s1w)
    this.#add(s1t, s1f)
    this.#add(b0t, b0w)
    this.#add(b0t, b0f)
    this.#add(b1t, b1w)
    this.#add(s0t, b0t)
    this.#add(s0w, b0w)
    this.#add(s0w, s0t, b0t)
    this.#add(s0t, b0w, b0t)
    this.#add(s0f, b0f, s0t, b0t)
    this.#add(s1t, s0t)
    this.#add(s1w, s0w)
    this.#add(s1w, s0t)
    this.#add(s1t, s0w)
    this.#add(s1f, s0f, s1t, s0t)
    this.#add(s1t, s0t, b0t)
    this.#add(s1w, s0t, b0t)
    this.#add(s1t, s0w, b0t)
    this.#add(s1t, s0t, b0w)
    this.#add(s0t, b0t, b1t)
    this.#add(s0w, b0t, b1t)
    this.#add(b0t, b1t, b2t)
    this.#add(s1t, s0t, b0t, b1t)
    this.#add(s2t, s1t, s0t)
    this.#add(s2t, s1t, s0t, b0t)
    this.#add(s1w, b0w, s0t)
    this.#add(s0t, this.#tag(s0l), b0t)
    this.#add(s0t, this.#tag(s0r), b0t)
    this.#add(s0t, this.#tag(b0l), b0t)
    this.#add(s1t, s0t, this.#tag(s0l))
    this.#add(s1t, s0t, this.#tag(s0r))
    this.#add(s1t, s0t, this.#tag(s1l))
    this.#add(s1t, s0t, this.#tag(s1r))
    this.#add(s0t, this.#word(s0l), b0t)
    this.#add(s0t, this.#word(s0r), b0t)
    this.#add(s1t, this.#word(s1r), s0t)
    this.#add(b0t, this.#word(b0l), s0t)
    this.#add(gap, s0t, b0t)
    this.#add(gap1, s0t, s1t)
    this.#add(gap, s0w, b0w)
    this.#add(s0t, b0t, s0 < 0 ? 0 : 1 + this.#leftCount[s0]! * 16 + this.#rightCount[s0]!)
    this.#add(s1t, s0t, s1 < 0 ? 0 : 1 + this.#rightCount[s1]!)
    this.#add(b0t, s0t, this.#leftCount[b0]!)
    this.#add(this.#tag(s0 - 1), s0t, this.#tag(s0 + 1))
  }

  /** Fills `rows` with the features of the arc from word i to its head. */
  arcFeatures(i: number): void {
    this.count = 0
    const head = this.heads[i]!
    const [dt, ht] = [this.#tag(i), this.#tag(head)]
    const [dw, hw] = [this.#word(i), this.#word(head)]
    const [df, hf] = [this.#feat(i), this.#feat(head)]
    const side = i < head ? 1 : 2
    const near = side * 8 + Math.min(Math.abs(i - head), 7)
    const [l, r] = [this.#left(i), this.#right(i)]
    this.#add(dt, ht, side)
    this.#add(dw, ht, side)
    this.#add(dt, hw, side)
    this.#add(dw, hw, side)
    this.#add(df, ht, side, dt)
    this.#add(dt, hf, side, ht)
    this.#add(dt, ht, near)
    this.#add(dw, side)
    this.#add(hw, side)
    this.#add(dt, ht, this.#word(l), side)
    this.#add(dt, ht, this.#word(r), side)
    this.#add(dt, ht, this.#tag(l), this.#tag(r))
    this.#add(dt, ht, this.#tag(i - 1), this.#tag(i + 1))
    this.#add(dt, ht, this.#tag(this.#left(head)), this.#tag(this.#right(head)))
    this.#add(dt, ht, this.#word(i - 1), side)
    this.#add(dt, ht, this.#word(i + 1), side)
    this.#add(dw, this.#word(l), ht)
    this.#add(hw, this.#word(l), dt)
    this.#add(dt, ht, this.#tag(this.heads[head]!), side)
    this.#add(hf, df, this.#word(this.#left(head)))
  }
}
