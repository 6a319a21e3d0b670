import { SHAPES } from '../../src/annotate/parser/inputs.ts'
import type { Matrices, Matrix } from '../../src/annotate/parser/matrix.ts'
import type { Packing } from '../../src/annotate/parser/packing.ts'
import { describeWords, fillGates, type Layer, runLayer, STEPS, type Weights } from '../../src/annotate/parser/scoring.ts'
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
  readonly affix: number
  readonly tag: number
  readonly hidden: number
  readonly layers: number
  readonly arc: number
  readonly label: number
  readonly words: number
  readonly affixes: number
  readonly tags: number
  readonly feats: number
  readonly labels: number
}

/** What is known of words, by number. */
export interface Columns {
  readonly word: Int32Array
  /** Row of the frozen vector, -1 without one. */
  readonly vector: Int32Array
  readonly affix0: Int32Array
  readonly affix1: Int32Array
  readonly affix2: Int32Array
  readonly affix3: Int32Array
  readonly tag: Int32Array
  readonly feat: Int32Array
  readonly shape: Int32Array
  /** Place of the gold head in the sentence counted from 1, 0 for the root; number of the gold label or -1; gold tag. */
  readonly head: Int32Array
  readonly label: Int32Array
  readonly trueTag: Int32Array
}

/** Words of a batch in packed order. */
export interface Batch extends Columns {
  readonly packing: Packing
}

export interface Network {
  readonly sizes: Sizes
  readonly all: readonly Learned[]
  readonly weights: Weights
  readonly gradients: Weights
  /** Frozen vectors of words, row by row. */
  readonly vectors: Float32Array
}

/** Columns of the tag scores: the tags of UD, filled up to a multiple of 8. */
export const TAGS = 24

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
  learned('affix', sizes.affixes, sizes.affix, 0.1)
  learned('tag', sizes.tags, sizes.tag, 0.1)
  learned('feat', sizes.feats, sizes.tag, 0.1)
  learned('shape', SHAPES, sizes.tag, 0.1)
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
  learned('tags', width, TAGS, even(width, TAGS))
  learned('tagsBias', 1, TAGS, 0)
  const named = (of: 'value' | 'gradient'): Weights => Object.fromEntries(all.map(l => [l.name, l[of]]))
  return { sizes, all, weights: named('value'), gradients: named('gradient'), vectors }
}

function inputWidth(sizes: Sizes): number {
  return sizes.word + sizes.vector + sizes.affix + sizes.tag
}

/** Shares of values left out while learning. */
export interface Dropout {
  readonly input: number
  readonly layer: number
  readonly heads: number
  readonly random: Random
}

/** Everything that a run leaves in the matrices. */
export interface Forward {
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
export function eachPart(
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
    for (const affix of [batch.affix0, batch.affix1, batch.affix2, batch.affix3])
      visit(tables.affix!.data, affix[r]! * sizes.affix, sizes.affix, at + sizes.word + sizes.vector)
    visit(tables.tag!.data, (slot & TAG ? batch.tag[r]! : 0) * sizes.tag, sizes.tag, at + width - sizes.tag)
    visit(tables.shape!.data, batch.shape[r]! * sizes.tag, sizes.tag, at + width - sizes.tag)
    visit(tables.feat!.data, (slot & FEAT ? batch.feat[r]! : 0) * sizes.tag, sizes.tag, at + width - sizes.tag)
  }
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
