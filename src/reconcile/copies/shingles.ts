import type { WeighWord } from '../../resource/word-weights.ts'
import { mixHash } from '../../util/hash.ts'
import type { Word } from '../../util/split-words.ts'
import type { Shingles } from '../sketch.ts'

/** Words of a shingle. Five in a row are rarely the same by chance. */
const LENGTH = 5
/** Shingles that are kept of a text at most: those with the lowest hashes, which are the same ones in every text that has them. */
const MOST = 512
/** Shingles by which copies are found. */
const KEYS = 16
/** Of the shingles the share with the rarest words from which keys are taken: "all rights reserved" stands in thousands of texts. */
const RARE = 1 / 3

/** Runs of five words as hashes (Broder 1997), those with the lowest hashes; two texts are compared by those below the lower of their bounds. */
export function shinglesOf(words: readonly Word[], weigh: WeighWord): Shingles {
  const told = new Map<number, number>()
  const weights = words.map(({ hash }) => weigh(hash))
  for (let i = 0; i + LENGTH <= words.length; i++) {
    let hash = 0
    let weight = 0
    for (let k = i; k < i + LENGTH; k++) {
      hash = mixHash(hash ^ (words[k] as Word).hash)
      weight += weights[k] as number
    }
    told.set(hash, weight)
  }
  const lowest = [...told.keys()].sort((a, b) => a - b).slice(0, MOST)
  return {
    hashes: Uint32Array.from(lowest),
    bound: told.size > MOST ? (lowest.at(-1) as number) : 0xffffffff,
    keys: keysOf(told),
  }
}

/** Of the third with the rarest words those with the lowest hashes. The third is told by a weight of the words alone, so that copies agree on it. */
function keysOf(told: ReadonlyMap<number, number>): number[] {
  const order = [...told].sort(([a, x], [b, y]) => y - x || a - b)
  const rare = order.slice(0, Math.max(KEYS, Math.ceil(order.length * RARE)))
  return rare
    .map(([hash]) => hash)
    .sort((a, b) => a - b)
    .slice(0, KEYS)
}

/** How many shingles two texts share, as shares: of all that either has (Jaccard), and of the shorter one's (containment). */
export function compareShingles(a: Shingles, b: Shingles): { readonly jaccard: number; readonly containment: number } {
  const bound = Math.min(a.bound, b.bound)
  let [shared, left, right] = [0, 0, 0]
  let [i, j] = [0, 0]
  while (i < a.hashes.length || j < b.hashes.length) {
    const x = i < a.hashes.length ? (a.hashes[i] as number) : Number.POSITIVE_INFINITY
    const y = j < b.hashes.length ? (b.hashes[j] as number) : Number.POSITIVE_INFINITY
    if (Math.min(x, y) > bound) break
    if (x <= y) {
      left++
      i++
    }
    if (y <= x) {
      right++
      j++
    }
    if (x === y) shared++
  }
  const all = left + right - shared
  const shorter = Math.min(left, right)
  return { jaccard: all === 0 ? 0 : shared / all, containment: shorter === 0 ? 0 : shared / shorter }
}
