import { SLOPE } from '../../src/annotate/parser/kernels.ts'
import type { Matrices, Matrix } from '../../src/annotate/parser/matrix.ts'
import type { Packing } from '../../src/annotate/parser/packing.ts'
import { biasRows, mirrorRows, type Run } from '../../src/annotate/parser/recurrence.ts'
import {
  columnsOf,
  distanceStep,
  joinPairs,
  pairWords,
  STEPS,
  scoreArcs,
  scoreLabels,
  transpose,
} from '../../src/annotate/parser/scoring.ts'
import { type Batch, type Dropout, eachPart, type Forward, type Network, runForward, TAGS } from './network.ts'

/** Weight of the tags in the loss: finding them again makes the parser mend what the tagger got wrong. */
const TAG_WEIGHT = 0.3

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
  const tagLoss = learnTags(m, net, batch, run.top, dTop)
  learnLayers(m, net, batch, run, dTop)
  return (loss + TAG_WEIGHT * tagLoss) / batch.packing.size
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

function learnTags(m: Matrices, net: Network, batch: Batch, top: Matrix, dTop: Matrix): number {
  const { weights, gradients } = net
  const scores = biasRows(m, top.rows, weights.tagsBias!)
  m.plain.multiply(top, weights.tags!, scores)
  const dScores = m.make(top.rows, TAGS)
  let loss = 0
  for (let r = 0; r < top.rows; r++) loss += softmax(scores.data, r * TAGS, TAGS, batch.trueTag[r]!, dScores.data, TAG_WEIGHT / top.rows)
  m.multiplyTurned(top, dScores, gradients.tags!)
  addColumns(dScores, gradients.tagsBias!)
  m.plain.multiply(dScores, transpose(m, weights.tags!), dTop)
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
