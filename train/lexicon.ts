import type { Lexicon } from '../src/annotate/lexicon.ts'

/** An open-addressing table of hashes and their values, none of which is 0. */
export function makeLexicon(entries: ReadonlyMap<number, number>): Lexicon {
  let size = 16
  while (size < entries.size * 2) size *= 2
  const out = new Int32Array(2 * size)
  for (const [hash, value] of entries) {
    let place = (hash ^ (hash >>> 16)) & (size - 1)
    while (out[2 * place + 1] !== 0) place = (place + 1) & (size - 1)
    out[2 * place] = hash
    out[2 * place + 1] = value
  }
  return out
}

/** Counts of values by key, keys and values in the order in which they were met. */
export class Counts<Key> {
  readonly #counts = new Map<Key, Map<number, number>>()

  add(key: Key, value: number): void {
    const values = this.#counts.get(key) ?? new Map<number, number>()
    this.#counts.set(key, values)
    values.set(value, (values.get(value) ?? 0) + 1)
  }

  entries(): IterableIterator<[Key, Map<number, number>]> {
    return this.#counts.entries()
  }
}
