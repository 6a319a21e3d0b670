import type { Model } from '../resource/model.ts'

/**
 * A linear classifier over hashed features. `table` is an open-addressing hash table of pairs [feature, place of its row in `cells`],
 * -1 where it is free. A row has one cell for each label whose weight is not 0:
 *   bits 0-14 label, bit 15 set in the last cell of the row, bits 16-31 weight (signed).
 */
export interface Linear {
  readonly labels: number
  readonly table: Int32Array
  readonly cells: Int32Array
}

/** The classifier that a model holds under a name. */
export function linearOf(model: Model, name: string): Linear {
  const table = model.numbers(`${name}.table`, 'i32')
  const cells = model.numbers(`${name}.cells`, 'i32')
  const labels = (model.head.labels as Record<string, number>)[name]
  if (labels === undefined) throw new Error(`model ${model.name} has no classifier ${name}`)
  return { labels, table, cells }
}

/** Mixes a value into a hash of 32 bits. */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1)
  h ^= h >>> 15
  return h
}

/** Features that a classifier is asked about at a time. */
const MOST = 128
const found = new Int32Array(MOST)

/** Adds up the rows of `count` features (MOST or fewer) into `scores` (cleared first). */
export function score(linear: Linear, features: Int32Array, count: number, scores: Int32Array): void {
  const { labels, table, cells } = linear
  const mask = (table.length >> 1) - 1
  for (let l = 0; l < labels; l++) scores[l] = 0
  // First all places are read, then all rows found, then added: what memory brings late is waited for once and not for each feature.
  for (let f = 0; f < count; f++) {
    const feature = features[f] as number
    found[f] = table[2 * ((feature ^ (feature >>> 16)) & mask) + 1] as number
  }
  let n = 0
  for (let f = 0; f < count; f++) {
    const feature = features[f] as number
    let place = (feature ^ (feature >>> 16)) & mask
    let row = found[f] as number
    while (row >= 0 && table[2 * place] !== feature) {
      place = (place + 1) & mask
      row = table[2 * place + 1] as number
    }
    if (row >= 0) found[n++] = row
  }
  for (let f = 0; f < n; f++) {
    for (let c = found[f] as number; ; c++) {
      const cell = cells[c] as number
      const label = cell & 0x7fff
      scores[label] = (scores[label] as number) + (cell >> 16)
      if ((cell & 0x8000) !== 0) break
    }
  }
}

/** The label with the highest score; the first of equals. */
export function best(scores: Int32Array, labels: number): number {
  let top = 0
  for (let l = 1; l < labels; l++) if ((scores[l] as number) > (scores[top] as number)) top = l
  return top
}
