import { createRandom, nextFraction, nextInteger, type Random } from '../random.ts'
import type { NumberedText } from './text.ts'

export const DIMENSIONS = 64
const WINDOW = 4
const NEGATIVES = 5
/** Negatives drawn for a centre word and shared by all its contexts (pWord2Vec, Ji et al. 2016): half the arithmetic, same gradient in the mean. */
const SHARED = 8
const RATE = 0.05
/** Words more frequent than this share are read only now and then (word2vec's subsampling). */
const FREQUENT = 1e-4

/** A training under way: the epochs done and both vector tables. */
export interface SkipGram {
  epoch: number
  readonly epochs: number
  readonly seed: number
  readonly inner: Float32Array<ArrayBuffer>
  readonly outer: Float32Array<ArrayBuffer>
}

/** A training at its beginning: small random inner vectors, outer ones zero. */
export function createSkipGram(text: NumberedText, epochs: number, seed: number): SkipGram {
  const random = createRandom(seed)
  const inner = new Float32Array(text.words.length * DIMENSIONS)
  for (let i = 0; i < inner.length; i++) inner[i] = (nextFraction(random) - 0.5) / DIMENSIONS
  return { epoch: 0, epochs, seed, inner, outer: new Float32Array(inner.length) }
}

/**
 * Reads the text once more: skip-gram with negative sampling (Mikolov et al. 2013), the rate falling in a line to nothing at
 * the end of the last epoch.
 */
export function trainEpoch(model: SkipGram, text: NumberedText, told: (share: number) => void): void {
  const { tokens } = text
  const keep = keepTable(text)
  const draw = drawTable(text)
  // A stream of its own for each epoch: a training that goes on needs no state of the generator.
  const random = createRandom(model.seed + 1 + model.epoch)
  const line = new Int32Array(4096)
  let length = 0
  let lines = 0
  for (let i = 0; i <= tokens.length; i++) {
    const id = i < tokens.length ? (tokens[i] as number) : -1
    if (id >= 0 && length < line.length) {
      if (nextFraction(random) < (keep[id] as number)) line[length++] = id
      continue
    }
    const done = (model.epoch + i / tokens.length) / model.epochs
    trainLine(model, line, length, draw, random, RATE * Math.max(1e-4, 1 - done))
    length = 0
    if (++lines % 20000 === 0) told(i / tokens.length)
  }
  model.epoch++
}

function keepTable({ counts }: NumberedText): Float32Array {
  const total = counts.reduce((a, b) => a + b, 0)
  return Float32Array.from(counts, count => Math.sqrt(FREQUENT / (count / total)))
}

/** Word numbers, each as often as the square root of its count asks: a negative is one read. */
function drawTable({ counts }: NumberedText): Int32Array {
  const table = new Int32Array(1 << 20)
  const total = counts.reduce((a, b) => a + Math.sqrt(b), 0)
  let sum = 0
  let at = 0
  for (let id = 0; id < counts.length; id++) {
    sum += Math.sqrt(counts[id] as number)
    while (at < table.length && at < (sum / total) * table.length) table[at++] = id
  }
  while (at < table.length) table[at++] = counts.length - 1
  return table
}

const gradient = new Float32Array(DIMENSIONS)

function trainLine(model: SkipGram, line: Int32Array, length: number, draw: Int32Array, random: Random, rate: number): void {
  const { inner, outer } = model
  for (let i = 0; i < length; i++) {
    const reach = 1 + (nextInteger(random) % WINDOW)
    const from = Math.max(0, i - reach)
    const to = Math.min(length - 1, i + reach)
    if (from === to) continue
    const centre = (line[i] as number) * DIMENSIONS
    gradient.fill(0)
    for (let j = from; j <= to; j++) if (j !== i) learn(inner, outer, centre, (line[j] as number) * DIMENSIONS, 1, rate)
    const weight = ((to - from) * NEGATIVES) / SHARED
    for (let k = 0; k < SHARED; k++) {
      const other = draw[nextInteger(random) & (draw.length - 1)] as number
      if (other !== line[i]) learn(inner, outer, centre, other * DIMENSIONS, 0, rate * weight)
    }
    for (let d = 0; d < DIMENSIONS; d++) inner[centre + d] = (inner[centre + d] as number) + (gradient[d] as number)
  }
}

/** One logistic step on an outer vector; the inner one's share is gathered in `gradient`. */
function learn(inner: Float32Array, outer: Float32Array, centre: number, other: number, label: number, rate: number): void {
  let dot = 0
  for (let d = 0; d < DIMENSIONS; d++) dot += (inner[centre + d] as number) * (outer[other + d] as number)
  const step = (label - 1 / (1 + Math.exp(-dot))) * rate
  for (let d = 0; d < DIMENSIONS; d++) {
    const out = outer[other + d] as number
    gradient[d] = (gradient[d] as number) + step * out
    outer[other + d] = out + step * (inner[centre + d] as number)
  }
}
