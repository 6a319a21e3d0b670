import type { Arithmetic, Matrices, Matrix } from './matrix.ts'
import type { Packing } from './packing.ts'
import { biasRows, joinDirections, mirrorRows, type Run, runCells } from './recurrence.ts'

/** Learned matrices by name; the widths of the network are theirs. */
export type Weights = Readonly<Record<string, Matrix>>

/** Distances between a word and its head fall into this many steps; see `distanceStep`. */
export const STEPS = 32

/** A layer over packed rows whose gates have been filled from its input. */
export interface Layer {
  readonly forward: Run
  readonly backward: Run
  readonly joined: Matrix
}

/** Runs both directions of layer `l`; the gates of the backward one stand in mirrored order. */
export function runLayer(
  m: Matrices,
  by: Arithmetic,
  weights: Weights,
  l: number,
  gates: { forward: Matrix; backward: Matrix },
  packing: Packing,
): Layer {
  const forward = runCells(m, by, gates.forward, weights[`state${l}f`]!, packing)
  const backward = runCells(m, by, gates.backward, weights[`state${l}b`]!, packing)
  return { forward, backward, joined: joinDirections(m, forward.hidden, backward.hidden, packing.mirror) }
}

/** What the rows below give to the gates of layer `l`. */
export function fillGates(m: Matrices, by: Arithmetic, weights: Weights, l: number, rows: Matrix, packing: Packing) {
  const turned = mirrorRows(m, rows, packing.mirror)
  const forward = biasRows(m, rows.rows, weights[`bias${l}f`]!)
  const backward = biasRows(m, rows.rows, weights[`bias${l}b`]!)
  by.multiply(rows, weights[`in${l}f`]!, forward)
  by.multiply(turned, weights[`in${l}b`]!, backward)
  return { forward, backward, turned }
}

/** What every word is as dependent and as head of an arc, and as dependent and as head of a label: four blocks of columns. */
export function describeWords(m: Matrices, by: Arithmetic, weights: Weights, rows: Matrix): Matrix {
  const out = biasRows(m, rows.rows, weights.headsBias!)
  by.multiply(rows, weights.heads!, out)
  if (by === m.whole) m.toFloats(out)
  m.bend(out, 2 * weights.pair!.rows)
  return out
}

/** Columns of a matrix as a matrix of its own. */
export function columnsOf(m: Matrices, from: Matrix, first: number, count: number): Matrix {
  const out = m.room(from.rows, count)
  m.gather({ matrix: from, column: first }, out, 0, count)
  return out
}

/** The dependents seen through the pair matrix. */
export function pairWords(m: Matrices, weights: Weights, dependents: Matrix): Matrix {
  const paired = biasRows(m, dependents.rows, weights.pairBias!)
  m.plain.multiply(dependents, weights.pair!, paired)
  return paired
}

/** Scores of the arcs of one sentence with what went into them; `scores` is words × heads, head 0 the root, head j + 1 word j. */
export interface Arcs {
  readonly paired: Matrix
  readonly dependents: Matrix
  /** The heads, one in a column. */
  readonly others: Matrix
  readonly scores: Matrix
}

/** Scores all arcs of the sentence at place s. */
export function scoreArcs(m: Matrices, weights: Weights, steps: Matrix, words: Matrix, paired: Matrix, packing: Packing, s: number): Arcs {
  const n = packing.lengths[s]!
  const width = paired.cols
  const stride = (n + 8) & ~7
  const arcs = { paired: m.room(n, width), dependents: m.room(n, width), others: m.make(width, stride), scores: m.make(n, stride) }
  const others = arcs.others.data
  for (let k = 0; k < width; k++) others[k * stride] = weights.root!.data[k]!
  const index = new Int32Array(n)
  for (let i = 0; i < n; i++) index[i] = packing.starts[i]! + s
  m.gather({ matrix: paired, index }, arcs.paired, 0, width)
  m.gather({ matrix: words, index }, arcs.dependents, 0, width)
  for (let i = 0; i < n; i++) {
    const at = index[i]! * words.cols + width
    for (let k = 0; k < width; k++) others[k * stride + i + 1] = words.data[at + k]!
  }
  m.plain.multiply(arcs.paired, arcs.others, arcs.scores)
  addDistances(m, arcs, steps, n)
  return arcs
}

function addDistances(m: Matrices, { dependents, scores }: Arcs, steps: Matrix, n: number): void {
  const near = m.make(n, STEPS)
  m.plain.multiply(dependents, steps, near)
  for (let i = 0; i < n; i++) {
    const row = i * scores.cols
    scores.data[row]! += near.data[i * STEPS]!
    // The steps of the distances from -i on stand side by side.
    for (let j = 0, step = FARTHEST - i; j < n; j++, step++) scores.data[row + j + 1]! += near.data[i * STEPS + ALL_STEPS[step]!]!
    scores.data[row + i + 1] = -1e9
  }
}

/** The step of a distance (head minus word; 0, which no head has, is the root's step). */
export function distanceStep(distance: number): number {
  return (distance < 0 ? 0 : distance > 0 ? 16 : 0) + (FAR[Math.min(Math.abs(distance), FAR.length - 1)] as number)
}

const FAR = Uint8Array.from({ length: 62 }, (_, d) =>
  d <= 8 ? d : d <= 10 ? 9 : d <= 13 ? 10 : d <= 17 ? 11 : d <= 23 ? 12 : d <= 35 ? 13 : d <= 60 ? 14 : 15,
)

/** Words of a sentence at most, for which steps of distances are at hand. */
const FARTHEST = 512
const ALL_STEPS = Uint8Array.from({ length: 2 * FARTHEST + 1 }, (_, i) => distanceStep(i - FARTHEST))

/** The columns turned into rows, padded to a multiple of 8. */
export function transpose(m: Matrices, from: Matrix): Matrix {
  const cols = (from.rows + 7) & ~7
  const out = m.make(from.cols, cols)
  for (let r = 0; r < from.rows; r++) for (let c = 0; c < from.cols; c++) out.data[c * cols + r] = from.data[r * from.cols + c]!
  return out
}

/** Word and head joined for the choice of the label; rows of words without a head (-1) stay zero. */
export function joinPairs(m: Matrices, weights: Weights, words: Matrix, heads: Int32Array): Matrix {
  const width = weights.labels!.rows
  const from = 2 * weights.pair!.rows
  const out = m.room(words.rows, width)
  m.gather({ matrix: words, column: from + width, index: heads.map(head => Math.max(head, 0)) }, out, 0, width)
  m.addBend(out, words, from)
  for (let r = 0; r < words.rows; r++) if (heads[r]! < 0) out.data.fill(0, r * width, (r + 1) * width)
  return out
}

/** Scores of the labels of joined pairs. */
export function scoreLabels(m: Matrices, weights: Weights, pairs: Matrix): Matrix {
  const scores = biasRows(m, pairs.rows, weights.labelsBias!)
  m.plain.multiply(pairs, weights.labels!, scores)
  return scores
}
