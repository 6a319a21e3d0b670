import type { Model } from '../../resource/model.ts'
import type { Clusters } from '../clusters.ts'
import { LABELS } from './labels.ts'
import { createLists, type NameLists } from './lists.ts'

/**
 * The recogniser: a linear-chain CRF over hashed features. `rows` is an open-addressed table from a feature to its row + 1 in
 * `weights` (LABELS numbers a row, to be multiplied by `scale`); `keys` holds each row's feature.
 */
export interface NameModel {
  readonly rows: Int32Array
  readonly keys: Int32Array
  readonly weights: Int8Array
  readonly scale: number
  /** Scores of label pairs, and their exponentials. */
  readonly steps: Float64Array
  readonly factors: Float64Array
  readonly lists: NameLists
  readonly clusters: Clusters
}

/** The recogniser from the model "names". */
export function createNameModel(model: Model, clusters: Clusters): NameModel {
  const keys = model.numbers('keys', 'i32')
  const steps = Float64Array.from(model.numbers('steps', 'f32'))
  return {
    rows: indexRows(keys),
    keys,
    weights: model.numbers('weights', 'i8'),
    scale: Number(model.head.scale),
    steps,
    factors: steps.map(Math.exp),
    lists: createLists(model),
    clusters,
  }
}

/** The table from features to rows. */
export function indexRows(keys: Int32Array): Int32Array {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const rows = new Int32Array(size)
  for (let row = 0; row < keys.length; row++) {
    let slot = slotOf(keys[row] as number, size)
    while (rows[slot] !== 0) slot = (slot + 1) & (size - 1)
    rows[slot] = row + 1
  }
  return rows
}

/** Adds up the weights of some features into the scores of one word, which begin at `at`. */
export function scoreWord(model: NameModel, features: Int32Array, count: number, scores: Float64Array, at: number): void {
  const { rows, keys, weights, scale } = model
  const mask = rows.length - 1
  sums.fill(0)
  for (let f = 0; f < count; f++) {
    const feature = features[f] as number
    let slot = slotOf(feature, rows.length)
    for (;;) {
      const row = (rows[slot] as number) - 1
      if (row < 0) break
      if (keys[row] === feature) {
        const base = row * LABELS
        for (let l = 0; l < LABELS; l++) sums[l] = (sums[l] as number) + (weights[base + l] as number)
        break
      }
      slot = (slot + 1) & mask
    }
  }
  for (let l = 0; l < LABELS; l++) scores[at + l] = (sums[l] as number) * scale
}

const sums = new Int32Array(LABELS)

function slotOf(feature: number, size: number): number {
  return (feature ^ (feature >>> 16)) & (size - 1)
}
