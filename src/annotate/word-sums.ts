import { mix } from './linear.ts'
import { CASE, LENGTH, LOWER, PREFIX, SHAPE, SUFFIX } from './word-features.ts'

/** Words that are remembered, each at one place only: a word that comes to the place of another takes it. */
const SLOTS = 4096
/** Numbers that tell words apart, with where they stand. */
const KEY = 7

/**
 * What the features of a word alone add up to, remembered for words that come again. It depends on nothing but the word, so what was
 * read before changes no result.
 */
export interface WordSums {
  readonly keys: Int32Array
  readonly sums: Int32Array
  readonly lanes: number
  readonly slot: { at: number; found: boolean }
}

/** Room for sums of `lanes` numbers. */
export function createWordSums(lanes: number): WordSums {
  return { keys: new Int32Array(SLOTS * KEY), sums: new Int32Array(SLOTS * lanes), lanes, slot: { at: 0, found: false } }
}

/**
 * Where the sums of the word described at `base` begin; `place` is what its sums depend on besides. Where it was not found the
 * sums are 0 and are taken for its own from now on. The answer is good until the next call.
 */
export function findSlot({ keys, sums, lanes, slot }: WordSums, info: Int32Array, base: number, place: number): WordSums['slot'] {
  const lower = info[base + LOWER] as number
  const shape = info[base + SHAPE] as number
  // A length is never 0, nor is the number made of it.
  const how = ((info[base + LENGTH] as number) << 6) | ((info[base + CASE] as number) << 3) | place
  const hash = mix(mix(lower, shape), how)
  const index = (hash ^ (hash >>> 16)) & (SLOTS - 1)
  const key = index * KEY
  const suffix = info[base + SUFFIX + 3] as number
  const prefix = info[base + PREFIX + 3] as number
  const suffix2 = info[base + SUFFIX + 1] as number
  const prefix2 = info[base + PREFIX + 1] as number
  slot.at = index * lanes
  slot.found =
    keys[key] === lower &&
    keys[key + 1] === shape &&
    keys[key + 2] === how &&
    keys[key + 3] === suffix &&
    keys[key + 4] === prefix &&
    keys[key + 5] === suffix2 &&
    keys[key + 6] === prefix2
  if (slot.found) return slot
  keys[key] = lower
  keys[key + 1] = shape
  keys[key + 2] = how
  keys[key + 3] = suffix
  keys[key + 4] = prefix
  keys[key + 5] = suffix2
  keys[key + 6] = prefix2
  sums.fill(0, slot.at, slot.at + lanes)
  return slot
}
