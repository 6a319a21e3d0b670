import type { Model } from '../../resource/model.ts'
import type { Clusters } from '../clusters.ts'
import { MOST } from './features.ts'
import { LABELS } from './labels.ts'
import { createLists, type NameLists } from './lists.ts'

/**
 * The recogniser: a linear-chain CRF over hashed features. `slots` is an open-addressed table of SLOT numbers a slot, so that all of a
 * feature is read together:
 *   0     the feature
 *   1..4  the weights of four labels each, a byte a label, the weight of label 4k + j in bits 8j to 8j + 7, 128 added
 *   5     the weight of the last label, 128 added, and bit 16, which a free slot lacks
 * Weights are to be multiplied by `scale`. The model file holds the table as it is, so that threads can share it.
 */
export interface NameModel {
  readonly slots: Int32Array
  readonly scale: number
  /** Scores of label pairs, and their exponentials. */
  readonly steps: Float64Array
  readonly factors: Float64Array
  readonly lists: NameLists
  readonly clusters: Clusters
}

/** The recogniser from the model "names". */
export function createNameModel(model: Model, clusters: Clusters): NameModel {
  const steps = Float64Array.from(model.numbers('steps', 'f32'))
  return {
    slots: model.numbers('slots', 'i32'),
    scale: Number(model.head.scale),
    steps,
    factors: steps.map(Math.exp),
    lists: createLists(model),
    clusters,
  }
}

/** The table of the weights of features, LABELS numbers a feature; made when a model is trained. */
export function packWeights(keys: Int32Array, weights: Int8Array): Int32Array {
  let size = 16
  while (size < keys.length * 1.5) size *= 2
  const slots = new Int32Array(size * SLOT)
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number
    let place = placeOf(key, size - 1)
    while (slots[place * SLOT + LAST] !== 0) place = (place + 1) & (size - 1)
    const at = place * SLOT
    slots[at] = key
    for (let l = 0; l < LABELS; l++) {
      const cell = at + 1 + (l >> 2)
      slots[cell] = (slots[cell] as number) | (((weights[row * LABELS + l] as number) + 128) << (8 * (l & 3)))
    }
    slots[at + LAST] = (slots[at + LAST] as number) | USED
  }
  return slots
}

const SLOT = 6
const LAST = 5
const USED = 1 << 16
/** Every second byte: two labels whose sums have 16 bits each, room for 128 features. */
const PAIR = 0x00ff00ff

/** Adds up the weights of some features (MOST or fewer) into the scores of one word, which begin at `at`. The sums, two labels each, stay in registers. */
export function scoreWord({ slots, scale }: NameModel, features: Int32Array, count: number, scores: Float64Array, at: number): void {
  const mask = slots.length / SLOT - 1
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  let g = 0
  let h = 0
  let last = 0
  // First all slots are read, then found, then added: what memory brings late is waited for once and not for each feature.
  for (let k = 0; k < count; k++) found[k] = slots[placeOf(features[k] as number, mask) * SLOT] as number
  for (let k = 0; k < count; k++) {
    const feature = features[k] as number
    let place = placeOf(feature, mask)
    let slot = place * SLOT
    if (found[k] !== feature)
      while (slots[slot] !== feature && slots[slot + LAST] !== 0) {
        place = (place + 1) & mask
        slot = place * SLOT
      }
    found[k] = slot
  }
  for (let k = 0; k < count; k++) {
    const slot = found[k] as number
    // A free slot adds nothing.
    const first = slots[slot + 1] as number
    const second = slots[slot + 2] as number
    const third = slots[slot + 3] as number
    const fourth = slots[slot + 4] as number
    a = (a + (first & PAIR)) | 0
    b = (b + ((first >>> 8) & PAIR)) | 0
    c = (c + (second & PAIR)) | 0
    d = (d + ((second >>> 8) & PAIR)) | 0
    e = (e + (third & PAIR)) | 0
    f = (f + ((third >>> 8) & PAIR)) | 0
    g = (g + (fourth & PAIR)) | 0
    h = (h + ((fourth >>> 8) & PAIR)) | 0
    last = (last + (slots[slot + LAST] as number)) | 0
  }
  const added = 128 * (last >>> 16)
  unpack(a, added, scale, scores, at)
  unpack(b, added, scale, scores, at + 1)
  unpack(c, added, scale, scores, at + 4)
  unpack(d, added, scale, scores, at + 5)
  unpack(e, added, scale, scores, at + 8)
  unpack(f, added, scale, scores, at + 9)
  unpack(g, added, scale, scores, at + 12)
  unpack(h, added, scale, scores, at + 13)
  scores[at + LABELS - 1] = ((last & 0xffff) - added) * scale
}

const found = new Int32Array(MOST)

function unpack(sum: number, added: number, scale: number, scores: Float64Array, at: number): void {
  scores[at] = ((sum & 0xffff) - added) * scale
  scores[at + 2] = ((sum >>> 16) - added) * scale
}

function placeOf(feature: number, mask: number): number {
  return (feature ^ (feature >>> 16)) & mask
}
