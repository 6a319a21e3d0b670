import type { WeighWord } from '../resource/word-weights.ts'
import type { Word } from '../util/split-words.ts'

/** The words of a text and how much each tells: hashes in order, and weights of whole numbers, so that sums are the same everywhere. */
export interface WordVector {
  readonly hashes: Uint32Array
  readonly weights: Uint16Array
  /** How many words the text has. */
  readonly words: number
}

/** The heaviest words that are kept of a text; those behind them are common and say little. */
const MOST = 250
/** Steps of a weight to one natural unit of information. */
const STEPS = 64

/** Weighs the words of a text: the rarer a word and the more often it stands there, the heavier (tf-idf with a logarithm of the count). */
export function weighWords(words: readonly Word[], weigh: WeighWord): WordVector {
  const counts = new Map<number, number>()
  for (const { hash } of words) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const weighed = [...counts].map(([hash, count]) => ({ hash, weight: Math.round(STEPS * weigh(hash) * (1 + Math.log(count))) }))
  weighed.sort((a, b) => b.weight - a.weight || a.hash - b.hash)
  const kept = weighed.slice(0, MOST).sort((a, b) => a.hash - b.hash)
  return {
    hashes: Uint32Array.from(kept, word => word.hash),
    weights: Uint16Array.from(kept, word => Math.min(65535, word.weight)),
    words: words.length,
  }
}

const norms = new WeakMap<WordVector, number>()

/** The cosine of two texts by their words: 1 where they have the same ones equally often, 0 where they share none. */
export function cosine(a: WordVector, b: WordVector): number {
  const product = normOf(a) * normOf(b)
  return product === 0 ? 0 : dot(a, b) / product
}

function dot(a: WordVector, b: WordVector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const [x, y] = [a.hashes[i] as number, b.hashes[j] as number]
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}

function normOf(vector: WordVector): number {
  const known = norms.get(vector)
  if (known !== undefined) return known
  let sum = 0
  for (const weight of vector.weights) sum += weight * weight
  const norm = Math.sqrt(sum)
  norms.set(vector, norm)
  return norm
}

/** The heaviest words, heaviest first. */
export function heaviest({ hashes, weights }: WordVector, most: number): number[] {
  const order = Array.from(hashes, (hash, i) => ({ hash, weight: weights[i] as number }))
  return order
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most)
    .map(word => word.hash)
}
