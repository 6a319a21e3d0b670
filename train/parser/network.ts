import type { Matrices, Matrix } from '../../src/annotate/parser/matrix.ts'
import type { Packing } from '../../src/annotate/parser/packing.ts'
import { mirrorRows, type Run } from '../../src/annotate/parser/recurrence.ts'
import {
  columnsOf,
  describeWords,
  distanceStep,
  fillGates,
  joinPairs,
  type Layer,
  pairWords,
  runLayer,
  SLOPE,
  STEPS,
  scoreArcs,
  scoreLabels,
  transpose,
  type Weights,
} from '../../src/annotate/parser/scoring.ts'
import { createRandom, nextFraction, type Random } from '../random.ts'

/** A learned matrix with its gradient and the moments of Adam. */
export interface Learned {
  readonly name: string
  readonly value: Matrix
  readonly gradient: Matrix
  readonly mean: Float32Array
  readonly square: Float32Array
}

/** Sizes of the network; the widths are multiples of 8. */
export interface Sizes {
  readonly word: number
  readonly vector: number
  readonly suffix: number
  readonly tag: number
  readonly hidden: number
  readonly layers: number
  readonly arc: number
  readonly label: number
  readonly words: number
  readonly suffixes: number
  readonly tags: number
  readonly feats: number
  readonly labels: number
}

/** Words of a batch by number, in packed order. */
export interface Batch {
  readonly packing: Packing
  readonly word: Int32Array
  readonly vector: Int32Array
  readonly suffix: Int32Array
  readonly tag: Int32Array
  readonly feat: Int32Array
  /** Place of the gold head in the sentence counted from 1, 0 for the root; number of the gold label or -1. */
  readonly head: Int32Array
  readonly label: Int32Array
}

export interface Network {
  readonly sizes: Sizes
  readonly all: readonly Learned[]
  readonly weights: Weights
  readonly gradients: Weights
  /** Frozen vectors of words, row by row. */
  readonly vectors: Float32Array
}

/** A network with random weights. */
export function createNetwork(sizes: Sizes, vectors: Float32Array, m: Matrices, seed: number): Network {
  const random = createRandom(seed)
  const all: Learned[] = []
  const learned = (name: string, rows: number, cols: number, scale: number) => {
    const value = m.make(rows, cols)
    for (let i = 0; i < value.data.length; i++) value.data[i] = (nextFraction(random) * 2 - 1) * scale
    const size = rows * cols
    all.push({ name, value, gradient: m.make(rows, cols), mean: new Float32Array(size), square: new Float32Array(size) })
    return value
  }
  const even = (a: number, b: number) => Math.sqrt(6 / (a + b))
  const { hidden, arc, label } = sizes
  learned('word', sizes.words, sizes.word, 0.1)
  learned('suffix', sizes.suffixes, sizes.suffix, 0.1)
  learned('tag', sizes.tags, sizes.tag, 0.1)
  learned('feat', sizes.feats, sizes.tag, 0.1)
  let width = inputWidth(sizes)
  for (let l = 0; l < sizes.layers; l++, width = 2 * hidden) {
    for (const side of ['f', 'b']) {
      learned(`in${l}${side}`, width, 3 * hidden, even(width, hidden))
      learned(`state${l}${side}`, hidden, 3 * hidden, even(hidden, hidden))
      // Cells begin by remembering.
      learned(`bias${l}${side}`, 1, 3 * hidden, 0).data.fill(1, 0, hidden)
    }
  }
  learned('heads', width, 2 * (arc + label), even(width, arc))
  learned('headsBias', 1, 2 * (arc + label), 0)
  learned('pair', arc, arc, even(arc, arc))
  learned('pairBias', 1, arc, 0.1)
  learned('root', 1, arc, 0.3)
  learned('distance', STEPS, arc, 0.05)
  learned('labels', label, sizes.labels, even(label, sizes.labels))
  learned('labelsBias', 1, sizes.labels, 0)
  const named = (of: 'value' | 'gradient'): Weights => Object.fromEntries(all.map(l => [l.name, l[of]]))
  return { sizes, all, weights: named('value'), gradients: named('gradient'), vectors }
}

function inputWidth(sizes: Sizes): number {
  return sizes.word + sizes.vector + sizes.suffix + sizes.tag
}

/** Shares of values left out while learning. */
export interface Dropout {
  readonly input: number
  readonly layer: number
  readonly heads: number
  readonly random: Random
}

/** Everything that a run leaves in the matrices. */
interface Forward {
  readonly input: Matrix
  readonly inputMask: Float32Array | null
  readonly slots: Uint8Array
  readonly layers: { readonly layer: Layer; readonly below: Matrix; readonly turned: Matrix; readonly mask: Float32Array | null }[]
  readonly top: Matrix
  readonly words: Matrix
  readonly wordsMask: Float32Array | null
}

// The parts of a word's input that can be left out as a whole.
const [WORD, VECTOR, TAG, FEAT] = [1, 2, 4, 8]

/** What the words of a batch are, up to the scores. */
export function runForward(m: Matrices, net: Network, batch: Batch, dropout: Dropout | null): Forward {
  const { weights, sizes } = net
  const slots = new Uint8Array(batch.packing.size).fill(15)
  if (dropout)
    for (let r = 0; r < slots.length; r++)
      for (const slot of [WORD, VECTOR, TAG, FEAT])
        if (nextFraction(dropout.random) < (slot === VECTOR ? dropout.input / 2 : dropout.input)) slots[r]! &= ~slot
  const input = m.make(slots.length, inputWidth(sizes))
  eachPart(net, batch, slots, net.weights, (table, from, width, to) => {
    for (let i = 0; i < width; i++) input.data[to + i]! += table[from + i]!
  })
  const inputMask = dropout && drop(input, dropout.layer / 2, dropout.random)
  const layers: Forward['layers'] = []
  let below = input
  for (let l = 0; l < sizes.layers; l++) {
    const gates = fillGates(m, m.plain, weights, l, below, batch.packing)
    const layer = runLayer(m, m.plain, weights, l, gates, batch.packing)
    layers.push({ layer, below, turned: gates.turned, mask: dropout && drop(layer.joined, dropout.layer, dropout.random) })
    below = layer.joined
  }
  const words = describeWords(m, m.plain, weights, below)
  return { input, inputMask, slots, layers, top: below, words, wordsMask: dropout && drop(words, dropout.heads, dropout.random) }
}

/** Visits the parts of the input: the table and place a part comes from, its width and its place in the input. */
function eachPart(
  { sizes, vectors }: Network,
  batch: Batch,
  slots: Uint8Array,
  tables: Weights,
  visit: (table: Float32Array, from: number, width: number, to: number) => void,
): void {
  const width = inputWidth(sizes)
  for (let r = 0; r < slots.length; r++) {
    const [slot, at] = [slots[r]!, r * width]
    visit(tables.word!.data, (slot & WORD ? batch.word[r]! : 0) * sizes.word, sizes.word, at)
    if (slot & VECTOR && batch.vector[r]! >= 0) visit(vectors, batch.vector[r]! * sizes.vector, sizes.vector, at + sizes.word)
    visit(tables.suffix!.data, batch.suffix[r]! * sizes.suffix, sizes.suffix, at + sizes.word + sizes.vector)
    visit(tables.tag!.data, (slot & TAG ? batch.tag[r]! : 0) * sizes.tag, sizes.tag, at + width - sizes.tag)
    visit(tables.feat!.data, (slot & FEAT ? batch.feat[r]! : 0) * sizes.tag, sizes.tag, at + width - sizes.tag)
  }
}

/** Adds the gradients of a batch's mean loss to those of the network; gives the loss. */
export function learnBatch(m: Matrices, net: Network, batch: Batch, dropout: Dropout): number {
  const run = runForward(m, net, batch, dropout)
  const dWords = m.make(run.words.rows, run.words.cols)
  const loss = learnArcs(m, net, batch, run.words, dWords) + learnLabels(m, net, batch, run.words, dWords)
  undrop(dWords, run.wordsMask)
  const arcs = 2 * net.sizes.arc
  for (let r = 0; r < dWords.data.length; r += dWords.cols)
    for (let k = r; k < r + arcs; k++) if (run.words.data[k]! < 0) dWords.data[k]! *= SLOPE
  m.multiplyTurned(run.top, dWords, net.gradients.heads!)
  addColumns(dWords, net.gradients.headsBias!)
  const dTop = m.make(run.top.rows, run.top.cols)
  m.plain.multiply(dWords, transpose(m, net.weights.heads!), dTop)
  learnLayers(m, net, batch, run, dTop)
  return loss / batch.packing.size
}

function learnArcs(m: Matrices, net: Network, batch: Batch, words: Matrix, dWords: Matrix): number {
  const { weights, gradients, sizes } = net
  const { packing } = batch
  const width = sizes.arc
  const dependents = columnsOf(m, words, 0, width)
  const paired = pairWords(m, weights, dependents)
  const steps = transpose(m, weights.distance!)
  const dPaired = m.make(words.rows, width)
  const dDependents = m.make(words.rows, width)
  let loss = 0
  packing.lengths.forEach((n, s) => {
    const arcs = scoreArcs(m, weights, steps, words, paired, packing, s)
    const stride = arcs.scores.cols
    const dScores = m.make(n, stride)
    const dNear = m.make(n, STEPS)
    for (let i = 0; i < n; i++) {
      loss += softmax(arcs.scores.data, i * stride, n + 1, batch.head[packing.starts[i]! + s]!, dScores.data, 1 / packing.size)
      for (let j = 0; j <= n; j++) dNear.data[i * STEPS + (j ? distanceStep(j - 1 - i) : 0)]! += dScores.data[i * stride + j]!
    }
    m.multiplyTurned(dNear, arcs.dependents, gradients.distance!)
    const dRows = m.make(n, width)
    const dNearWords = m.make(n, width)
    const dOthers = m.make(stride, width)
    m.plain.multiply(dNear, weights.distance!, dNearWords)
    m.plain.multiply(dScores, transpose(m, arcs.others), dRows)
    m.multiplyTurned(dScores, arcs.paired, dOthers)
    for (let k = 0; k < width; k++) gradients.root!.data[k]! += dOthers.data[k]!
    for (let i = 0; i < n; i++) {
      const row = packing.starts[i]! + s
      dPaired.data.set(dRows.data.subarray(i * width, i * width + width), row * width)
      dDependents.data.set(dNearWords.data.subarray(i * width, i * width + width), row * width)
      dWords.data.set(dOthers.data.subarray((i + 1) * width, (i + 2) * width), row * words.cols + width)
    }
  })
  m.multiplyTurned(dependents, dPaired, gradients.pair!)
  addColumns(dPaired, gradients.pairBias!)
  m.plain.multiply(dPaired, transpose(m, weights.pair!), dDependents)
  for (let r = 0; r < words.rows; r++) dWords.data.set(dDependents.data.subarray(r * width, r * width + width), r * words.cols)
  return loss
}

/** Labels are learned under the gold heads. */
function learnLabels(m: Matrices, net: Network, batch: Batch, words: Matrix, dWords: Matrix): number {
  const { weights, gradients, sizes } = net
  const { packing } = batch
  const heads = new Int32Array(words.rows).fill(-1)
  packing.lengths.forEach((n, s) => {
    for (let i = 0; i < n; i++) {
      const row = packing.starts[i]! + s
      if (batch.label[row]! >= 0) heads[row] = packing.starts[batch.head[row]! - 1]! + s
    }
  })
  const pairs = joinPairs(m, weights, words, heads)
  const scores = scoreLabels(m, weights, pairs)
  const dScores = m.make(scores.rows, scores.cols)
  let loss = 0
  for (let r = 0; r < heads.length; r++)
    if (heads[r]! >= 0) loss += softmax(scores.data, r * scores.cols, scores.cols, batch.label[r]!, dScores.data, 1 / packing.size)
  m.multiplyTurned(pairs, dScores, gradients.labels!)
  addColumns(dScores, gradients.labelsBias!)
  const dPairs = m.make(pairs.rows, pairs.cols)
  m.plain.multiply(dScores, transpose(m, weights.labels!), dPairs)
  const [from, width] = [2 * sizes.arc, sizes.label]
  for (let r = 0; r < heads.length; r++) {
    if (heads[r]! < 0) continue
    for (let k = 0; k < width; k++) {
      const d = dPairs.data[r * width + k]! * (pairs.data[r * width + k]! > 0 ? 1 : SLOPE)
      dWords.data[r * words.cols + from + k]! += d
      dWords.data[heads[r]! * words.cols + from + width + k]! += d
    }
  }
  return loss
}

function learnLayers(m: Matrices, net: Network, batch: Batch, run: Forward, dTop: Matrix): void {
  const { mirror } = batch.packing
  const h = net.sizes.hidden
  let d = dTop
  for (let l = net.sizes.layers - 1; l >= 0; l--) {
    const { layer, below, turned, mask } = run.layers[l]!
    undrop(d, mask)
    const forward = learnCells(m, net, `${l}f`, layer.forward, below, columnsOf(m, d, 0, h), batch.packing)
    const backward = learnCells(m, net, `${l}b`, layer.backward, turned, mirrorRows(m, columnsOf(m, d, h, h), mirror), batch.packing)
    const back = mirrorRows(m, backward, mirror)
    for (let i = 0; i < forward.data.length; i++) forward.data[i]! += back.data[i]!
    d = forward
  }
  undrop(d, run.inputMask)
  eachPart(net, batch, run.slots, net.gradients, (table, from, width, to) => {
    if (table !== net.vectors) for (let i = 0; i < width; i++) table[from + i]! += d.data[to + i]!
  })
}

/** Undoes one direction: gradients of its weights are added; gives the gradient of its input. */
function learnCells(m: Matrices, net: Network, layer: string, run: Run, input: Matrix, dHidden: Matrix, packing: Packing): Matrix {
  const { weights, gradients } = net
  const h = net.sizes.hidden
  const stateTurned = transpose(m, weights[`state${layer}`]!)
  const dGates = m.make(packing.size, 3 * h)
  const dCells = m.make(packing.size, h)
  const previous = m.make(packing.size, h)
  for (let step = packing.starts.length - 1; step >= 0; step--) {
    const [at, before, count] = [packing.starts[step]!, step ? packing.starts[step - 1]! : -1, packing.widths[step]!]
    undoStep(run, dGates.data, dCells.data, dHidden.data, at * h, before * h, count * h, h)
    if (!step) continue
    previous.data.set(run.hidden.data.subarray(before * h, (before + count) * h), at * h)
    m.plain.multiply(dGates, stateTurned, dHidden, { a: at, c: before, count })
  }
  m.multiplyTurned(previous, dGates, gradients[`state${layer}`]!)
  m.multiplyTurned(input, dGates, gradients[`in${layer}`]!)
  addColumns(dGates, gradients[`bias${layer}`]!)
  const dInput = m.make(packing.size, input.cols)
  m.plain.multiply(dGates, transpose(m, weights[`in${layer}`]!), dInput)
  return dInput
}

function undoStep(
  run: Run,
  dg: Float32Array,
  dc: Float32Array,
  dh: Float32Array,
  at: number,
  before: number,
  count: number,
  h: number,
): void {
  const [g, c] = [run.gates.data, run.cells.data]
  for (let i = 0; i < count; i += h) {
    const gate = 3 * (at + i)
    for (let k = 0; k < h; k++) {
      const forget = g[gate + k]!
      const open = g[gate + h + k]!
      const fresh = g[gate + 2 * h + k]!
      const out = dh[at + i + k]!
      const cell = dc[at + i + k]! + out * open
      const last = before < 0 ? 0 : c[before + i + k]!
      dg[gate + k] = cell * (last - fresh) * forget * (1 - forget)
      dg[gate + h + k] = out * c[at + i + k]! * open * (1 - open)
      dg[gate + 2 * h + k] = cell * (1 - forget) * (1 - fresh * fresh)
      if (before >= 0) dc[before + i + k] = cell * forget
    }
  }
}

function addColumns(m: Matrix, into: Matrix): void {
  const { data, cols } = m
  for (let r = 0; r < data.length; r += cols) for (let k = 0; k < cols; k++) into.data[k]! += data[r + k]!
}

function drop(m: Matrix, share: number, random: Random): Float32Array | null {
  if (share <= 0) return null
  const mask = new Float32Array(m.data.length)
  const scale = 1 / (1 - share)
  for (let i = 0; i < mask.length; i++) {
    mask[i] = nextFraction(random) < share ? 0 : scale
    m.data[i]! *= mask[i]!
  }
  return mask
}

function undrop(m: Matrix, mask: Float32Array | null): void {
  if (mask) for (let i = 0; i < mask.length; i++) m.data[i]! *= mask[i]!
}

/** Cross entropy of a row of scores; writes its gradient times `weight`. */
function softmax(scores: Float32Array, at: number, count: number, gold: number, gradient: Float32Array, weight: number): number {
  let most = -Infinity
  for (let j = 0; j < count; j++) if (scores[at + j]! > most) most = scores[at + j]!
  let sum = 0
  for (let j = 0; j < count; j++) {
    const e = Math.exp(scores[at + j]! - most)
    gradient[at + j] = e
    sum += e
  }
  const p = gradient[at + gold]! / sum
  for (let j = 0; j < count; j++) gradient[at + j] = (gradient[at + j]! / sum) * weight
  gradient[at + gold]! -= weight
  return -Math.log(Math.max(p, 1e-12))
}

/** One step of Adam over all gradients, which are first cut to a norm of 5 and then cleared. */
export function adam(net: Network, rate: number, step: number): void {
  let norm = 0
  for (const { gradient } of net.all) for (let i = 0; i < gradient.data.length; i++) norm += gradient.data[i]! * gradient.data[i]!
  const cut = Math.min(1, 5 / Math.sqrt(norm + 1e-12))
  const [b1, b2] = [0.9, 0.95]
  const [c1, c2] = [rate / (1 - b1 ** step), 1 / (1 - b2 ** step)]
  for (const { value, gradient, mean, square } of net.all) {
    const [w, d] = [value.data, gradient.data]
    for (let i = 0; i < w.length; i++) {
      const x = d[i]! * cut
      if (x === 0 && square[i]! < 1e-20) continue
      mean[i] = b1 * mean[i]! + (1 - b1) * x
      square[i] = b2 * square[i]! + (1 - b2) * x * x
      w[i]! -= (c1 * mean[i]!) / (Math.sqrt(square[i]! * c2) + 1e-8)
    }
    d.fill(0)
  }
}
