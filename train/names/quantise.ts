import { LABELS } from '../../src/annotate/names/labels.ts'

/** Weights as they go into the model: the `most` rows that matter most, in whole numbers of −127 to 127 times `scale`. */
export interface Quantised {
  readonly keys: Int32Array<ArrayBuffer>
  readonly weights: Int8Array<ArrayBuffer>
  readonly scale: number
}

/** Keeps the rows with large weights that are used often; `uses` lists the rows of all words seen. */
export function quantise(keys: Int32Array, weights: Float32Array, uses: Int32Array, most: number): Quantised {
  const counts = new Int32Array(keys.length)
  for (const row of uses) counts[row] = (counts[row] as number) + 1
  const sizes = new Float32Array(keys.length)
  let largest = 0
  for (let row = 0; row < keys.length; row++) {
    let size = 0
    for (let l = 0; l < LABELS; l++) size = Math.max(size, Math.abs(weights[row * LABELS + l] as number))
    sizes[row] = size * Math.log(1 + (counts[row] as number))
    largest = Math.max(largest, size)
  }
  const kept = Array.from(keys, (_, row) => row)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
    .slice(0, most)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number))
  // The few largest weights are cut off so that the many small ones keep their steps.
  const scale = Math.min(largest, LARGEST) / 127
  const out = new Int8Array(kept.length * LABELS)
  for (const [i, row] of kept.entries())
    for (let l = 0; l < LABELS; l++)
      out[i * LABELS + l] = Math.max(-127, Math.min(127, Math.round((weights[row * LABELS + l] as number) / scale)))
  return { keys: Int32Array.from(kept, row => keys[row] as number), weights: out, scale }
}

const LARGEST = 3
