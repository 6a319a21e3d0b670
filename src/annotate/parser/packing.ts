/**
 * Order of the words of several sentences for going through all of them at once: the sentences by falling length, first
 * all their first words, then all their second words …
 */
export interface Packing {
  /** Words in all. */
  readonly size: number
  /** Which sentence (as given) is at each place by length. */
  readonly order: readonly number[]
  /** Lengths in that order. */
  readonly lengths: readonly number[]
  /** By step: how many sentences have that many words; the rows of step t begin at `starts[t]`. */
  readonly widths: readonly number[]
  readonly starts: readonly number[]
  /** For every row the row that stands as far from the end of its sentence as it stands from the beginning. */
  readonly mirror: Int32Array
}

/** The row of word i of the sentence at place s is `starts[i] + s`. */
export function packSentences(given: readonly number[]): Packing {
  const order = given.map((_, i) => i).sort((a, b) => given[b]! - given[a]! || a - b)
  const lengths = order.map(i => given[i]!)
  const size = lengths.reduce((a, b) => a + b, 0)
  const widths: number[] = []
  const starts: number[] = []
  for (let step = 0, at = 0, width = lengths.length; at < size; step++, at += width) {
    while (lengths[width - 1]! <= step) width--
    starts.push(at)
    widths.push(width)
  }
  const mirror = new Int32Array(size)
  lengths.forEach((length, s) => {
    for (let i = 0; i < length; i++) mirror[starts[i]! + s] = starts[length - 1 - i]! + s
  })
  return { size, order, lengths, widths, starts, mirror }
}
