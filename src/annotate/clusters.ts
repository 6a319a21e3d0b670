import type { Model } from '../resource/model.ts'
import { normalHash } from './normalise.ts'

/**
 * Word clusters: words that occur in like company share a number. Three grains: coarse 1..64, middle 1..256, fine 1..1,024.
 * Beside them the word's casing: how raw text writes it inside a sentence.
 * An open-addressed table from the hash of a word (see `normalHash`) to the numbers, packed into one:
 *   bits 0-6 coarse, 7-15 middle, 16-26 fine, 27-29 casing; 0 is an unknown word.
 */
export interface Clusters {
  readonly keys: Uint32Array
  readonly packed: Int32Array
}

/** With a capital inside a sentence: under 2 % of the time, under 20, under 70, under 97, more; or mostly all in capitals. Unknown: seen under five times. */
export const CASING = { unknown: 0, never: 1, seldom: 2, either: 3, mostly: 4, always: 5, capitals: 6 } as const

/** No word is known: for a language without clusters. */
export const NO_CLUSTERS: Clusters = { keys: new Uint32Array(1), packed: new Int32Array(1) }

const known = new WeakMap<Model, Clusters>()

/** The table from the model "clusters", made once. */
export function createClusters(model: Model): Clusters {
  const clusters = known.get(model) ?? makeTable(model)
  known.set(model, clusters)
  return clusters
}

function makeTable(model: Model): Clusters {
  const hash = model.numbers('hash', 'u32')
  const coarse = model.numbers('coarse', 'u8')
  const middle = model.numbers('middle', 'u16')
  const fine = model.numbers('fine', 'u16')
  const casing = model.numbers('casing', 'u8')
  let size = 16
  while (size < hash.length * 2) size *= 2
  const keys = new Uint32Array(size)
  const packed = new Int32Array(size)
  for (let i = 0; i < hash.length; i++) {
    const key = hash[i] as number
    let slot = key & (size - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1)
    if (keys[slot] === key) continue
    keys[slot] = key
    packed[slot] = (coarse[i] as number) | ((middle[i] as number) << 7) | ((fine[i] as number) << 16) | ((casing[i] as number) << 27)
  }
  return { keys, packed }
}

/** The packed clusters of a word by its `normalHash`; 0 where it is unknown. */
function findClusters({ keys, packed }: Clusters, hash: number): number {
  const mask = keys.length - 1
  let slot = hash & mask
  for (;;) {
    const key = keys[slot]
    if (key === hash) return packed[slot] as number
    if (key === 0) return 0
    slot = (slot + 1) & mask
  }
}

/**
 * The packed clusters of a word as written (any case, any quotes): of the whole word, else without a final stop ("Gen."), else of
 * what stands after the last hyphen ("anti-government"). `hash` is its `normalHash`, if known.
 */
export function clustersOf(clusters: Clusters, form: string, hash = normalHash(form)): number {
  const whole = findClusters(clusters, hash)
  if (whole !== 0 || form.length < 3) return whole
  if (form.endsWith('.')) return findClusters(clusters, normalHash(form.slice(0, -1)))
  const hyphen = form.lastIndexOf('-')
  return hyphen > 0 && hyphen < form.length - 1 ? findClusters(clusters, normalHash(form.slice(hyphen + 1))) : 0
}

/** 1..64, 0 for an unknown word. */
export function coarse(packed: number): number {
  return packed & 127
}

/** 1..256, 0 for an unknown word. */
export function middle(packed: number): number {
  return (packed >> 7) & 511
}

/** 1..1,024, 0 for an unknown word. */
export function fine(packed: number): number {
  return (packed >> 16) & 2047
}

/** One of `CASING`. */
export function casing(packed: number): number {
  return packed >> 27
}
