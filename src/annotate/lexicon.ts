/** Open-addressing table of pairs [hash, value]; value 0 where the place is free. */
export type Lexicon = Int32Array

/** The value of a hash, 0 where it is unknown. */
export function lookUp(lexicon: Lexicon, hash: number): number {
  const mask = (lexicon.length >> 1) - 1
  let place = (hash ^ (hash >>> 16)) & mask
  for (;;) {
    const value = lexicon[2 * place + 1] as number
    if (value === 0 || lexicon[2 * place] === hash) return value
    place = (place + 1) & mask
  }
}
