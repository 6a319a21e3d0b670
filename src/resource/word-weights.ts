import type { Model } from './model.ts'

/** Steps of a stored weight to one natural unit of information. */
export const STEPS = 20

/** How much a word tells by its rarity, in natural units: 0 for "the", about 9 for a name never seen before. */
export type WeighWord = (hash: number) => number

/** The weights of words: `hashes` in order, and for each the logarithm of its rarity in steps; `most` for a word that is not there. */
export function openWordWeights(model: Model): WeighWord {
  const hashes = model.numbers('hashes', 'u32')
  const weights = model.numbers('weights', 'u8')
  const most = (model.head.most as number) / STEPS
  return hash => {
    let low = 0
    let high = hashes.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = hashes[middle] as number
      if (found === hash) return (weights[middle] as number) / STEPS
      if (found < hash) low = middle + 1
      else high = middle - 1
    }
    return most
  }
}
