import { UPOS, type Upos } from '../document/layers.ts'
import type { Model } from '../resource/model.ts'
import { createInputs, type Inputs } from './parser/inputs.ts'
import { WHOLE_SUM } from './parser/kernels.ts'
import { createMatrices, halves, type Matrices, type Matrix, whole } from './parser/matrix.ts'
import { type Packing, packSentences } from './parser/packing.ts'
import { biasRows } from './parser/recurrence.ts'
import {
  columnsOf,
  describeWords,
  fillGates,
  joinPairs,
  pairWords,
  runLayer,
  scoreArcs,
  scoreLabels,
  transpose,
  type Weights,
} from './parser/scoring.ts'
import { findTree } from './parser/tree-search.ts'
import { formOf } from './parser/whole.ts'

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
  /** Numbers of UPOS: the tags as the parser would have them, mended where the whole sentence speaks against the tagger's. */
  readonly tags: Uint8Array
}

/**
 * A graph-based parser: words as vectors, layers of recurrent cells in both directions, a score for every arc of a sentence
 * (Kiperwasser & Goldberg 2016; Dozat & Manning 2017, at a hundredth of their size), the best tree, then a label for each arc.
 */
export interface Parser {
  readonly labels: readonly string[]
  readonly layers: number
  readonly matrices: Matrices
  readonly weights: Weights
  /** The distance matrix, turned. */
  readonly steps: Matrix
  readonly inputs: Inputs
}

/** Words of a sentence, above which it is parsed in pieces: time stays linear in its length. */
const LONGEST = 160
/** Words that go through the network together. */
const TOGETHER = 768
/** By how much the logarithm of a tag's odds must be above that of the tagger's tag, for the parser to mend it. */
const SURE = 1
const MEMORY = 26 << 20

/** The parser of a model file. Its memory is its own, so one parser serves one thread. */
export function createParser(model: Model): Parser {
  const matrices = createMatrices(MEMORY)
  const weights: Record<string, Matrix> = {}
  for (const [name, [rows, cols]] of Object.entries(model.head.matrices as Record<string, [number, number]>)) {
    const form = formOf(name)
    if (form === 'table') {
      // Looked up and never multiplied: it stays where the model is, which threads share.
      weights[name] = { at: -1, rows, cols, data: model.numbers(name, 'f32') }
      continue
    }
    const matrix = matrices.make(rows, cols)
    if (form === 'halves') halves(matrix).set(model.numbers(name, 'i16'))
    else if (form === 'sums') whole(matrix).set(model.numbers(name, 'i32'))
    else matrix.data.set(model.numbers(name, 'f32'))
    weights[name] = matrix
  }
  return {
    labels: model.text('labelNames').split('\n'),
    layers: Object.keys(weights).filter(name => /^bias\d+f$/.test(name)).length,
    matrices,
    weights,
    steps: transpose(matrices, weights.distance!),
    inputs: createInputs(matrices, model, weights),
  }
}

/** Parses one sentence; any words with any tags get a tree with one root and no cycle. */
export function parse(sentence: TaggedSentence, parser: Parser): Tree {
  return parseAll([sentence], parser)[0] as Tree
}

/** Parses sentences, several at once, which is faster than one by one; the trees are the same. */
export function parseAll(sentences: readonly TaggedSentence[], parser: Parser): Tree[] {
  const pieces = sentences.flatMap(cutSentence)
  // Pieces of like length go together: each step of the network then has as many words as can be.
  const order = pieces.map((_, i) => i).sort((a, b) => pieces[b]!.forms.length - pieces[a]!.forms.length || a - b)
  const trees: Tree[] = []
  for (let from = 0, to = 0; from < order.length; from = to) {
    let words = 0
    while (to < order.length && (to === from || words + pieces[order[to]!]!.forms.length <= TOGETHER))
      words += pieces[order[to++]!]!.forms.length
    const batch = order.slice(from, to)
    const parsed = parsePieces(
      batch.map(i => pieces[i]!),
      parser,
    )
    for (const [k, i] of batch.entries()) trees[i] = parsed[k]!
  }
  let next = 0
  return sentences.map(({ forms }) => {
    const first = trees[next++] as Tree
    if (first.heads.length === forms.length) return first
    const parts = [first]
    for (let n = first.heads.length; n < forms.length; n += parts.at(-1)!.heads.length) parts.push(trees[next++] as Tree)
    return joinPieces(parts)
  })
}

/** Cuts a sentence that is too long, after a word that is punctuation if there is one in the second half of a piece. */
function cutSentence(sentence: TaggedSentence): TaggedSentence[] {
  const { forms, upos, feats } = sentence
  if (forms.length <= LONGEST) return [sentence]
  const pieces: TaggedSentence[] = []
  for (let from = 0, to = 0; from < forms.length; from = to) {
    to = Math.min(from + LONGEST, forms.length)
    if (to < forms.length) {
      let cut = to
      while (cut > from + LONGEST / 2 && upos[cut - 1] !== 'PUNCT') cut--
      if (upos[cut - 1] === 'PUNCT') to = cut
    }
    pieces.push({ forms: forms.slice(from, to), upos: upos.slice(from, to), feats: feats.slice(from, to) })
  }
  return pieces
}

/** One tree of the pieces of a sentence: the roots of later pieces hang on that of the first. */
function joinPieces(parts: readonly Tree[]): Tree {
  const root = parts[0]!.heads.indexOf(-1)
  const heads: number[] = []
  const deprels: string[] = []
  const tags: number[] = []
  for (const [p, part] of parts.entries()) {
    const offset = heads.length
    for (const [i, head] of part.heads.entries()) {
      heads.push(head >= 0 ? head + offset : p ? root : -1)
      deprels.push(head < 0 && p ? 'parataxis' : part.deprels[i]!)
    }
    tags.push(...part.tags)
  }
  return { heads: Int32Array.from(heads), deprels, tags: Uint8Array.from(tags) }
}

function parsePieces(pieces: readonly TaggedSentence[], parser: Parser): Tree[] {
  const { matrices: m, weights, labels } = parser
  const packing = packSentences(pieces.map(p => p.forms.length))
  if (packing.size === 0) return pieces.map(() => ({ heads: new Int32Array(0), deprels: [], tags: new Uint8Array(0) }))
  const mark = m.mark()
  const top = runLayers(pieces, packing, parser)
  const words = describeWords(m, m.whole, weights, top)
  const tagScores = biasRows(m, top.rows, weights.tagsBias!)
  m.whole.multiply(top, weights.tags!, tagScores)
  const paired = pairWords(m, weights, columnsOf(m, words, 0, weights.pair!.rows))
  const headRows = new Int32Array(packing.size).fill(-1)
  const trees: Tree[] = []
  for (const [s, piece] of packing.order.entries()) {
    const inner = m.mark()
    const { scores } = scoreArcs(m, weights, parser.steps, words, paired, packing, s)
    const heads = findTree(scores.data, scores.cols, packing.lengths[s]!)
    m.release(inner)
    for (let i = 0; i < heads.length; i++) if (heads[i]! >= 0) headRows[packing.starts[i]! + s] = packing.starts[heads[i]!]! + s
    trees[piece] = { heads, deprels: [], tags: new Uint8Array(heads.length) }
  }
  const scores = scoreLabels(m, weights, joinPairs(m, weights, words, headRows))
  const wholeTags = whole(tagScores)
  for (let s = 0; s < packing.order.length; s++) {
    const piece = packing.order[s]!
    const { heads, deprels, tags } = trees[piece]!
    const { upos } = pieces[piece]!
    for (let i = 0; i < heads.length; i++) {
      const row = packing.starts[i]! + s
      deprels.push(heads[i]! < 0 ? 'root' : labels[bestLabel(scores.data, row * scores.cols, labels.length)]!)
      tags[i] = mendTag(wholeTags, row * tagScores.cols, UPOS.indexOf(upos[i] as Upos))
    }
  }
  m.release(mark)
  return trees
}

/** The layers over packed sentences. */
function runLayers(pieces: readonly TaggedSentence[], packing: Packing, { matrices: m, weights, layers, inputs }: Parser): Matrix {
  const { gates } = inputs
  const half = gates.cols
  // All words are looked up in one call: the next one may drop what this one found.
  const rows = inputs.rows(
    pieces.flatMap(p => p.forms),
    pieces.flatMap(p => p.upos),
    pieces.flatMap(p => p.feats),
  )
  const index = new Int32Array(packing.size)
  let next = 0
  const places = invert(packing.order)
  for (const [piece, { forms }] of pieces.entries())
    for (let i = 0; i < forms.length; i++) index[packing.starts[i]! + places[piece]!] = rows[next++]!
  const first = { forward: m.room(packing.size, half), backward: m.room(packing.size, half) }
  m.gatherShort({ matrix: gates, index }, first.forward)
  m.gatherShort({ matrix: gates, column: half, index: mirrored(index, packing.mirror) }, first.backward)
  let below = runLayer(m, m.whole, weights, 0, first, packing).joined
  for (let l = 1; l < layers; l++)
    below = runLayer(m, m.whole, weights, l, fillGates(m, m.whole, weights, l, below, packing), packing).joined
  return below
}

function mirrored(index: Int32Array, mirror: Int32Array): Int32Array {
  const out = new Int32Array(index.length)
  for (let i = 0; i < index.length; i++) out[i] = index[mirror[i]!]!
  return out
}

/** Of a permutation the one that undoes it. */
function invert(order: readonly number[]): number[] {
  const out: number[] = []
  for (const [place, piece] of order.entries()) out[piece] = place
  return out
}

/** The best tag where it is much likelier than the tagger's, else the tagger's. */
function mendTag(scores: Int32Array, from: number, given: number): number {
  let best = 0
  for (let k = 1; k < UPOS.length; k++) if (scores[from + k]! > scores[from + best]!) best = k
  return given >= 0 && scores[from + best]! - scores[from + given]! < SURE * WHOLE_SUM ? given : best
}

function bestLabel(scores: Float32Array, from: number, count: number): number {
  let found = 0
  let most = scores[from]!
  for (let k = 1; k < count; k++) {
    const score = scores[from + k]!
    if (score > most) {
      most = score
      found = k
    }
  }
  return found
}
