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

/** Adds up the rows of `count` features into `scores` (cleared first). */
export function score(linear: Linear, features: Int32Array, count: number, scores: Int32Array): void {
  const { labels, table, cells } = linear
  const mask = (table.length >> 1) - 1
  for (let l = 0; l < labels; l++) scores[l] = 0
  for (let f = 0; f < count; f++) {
    const feature = features[f] as number
    let place = (feature ^ (feature >>> 16)) & mask
    for (;;) {
      const row = table[2 * place + 1] as number
      if (row < 0) break
      if (table[2 * place] === feature) {
        for (let c = row; ; c++) {
          const cell = cells[c] as number
          const label = cell & 0x7fff
          scores[label] = (scores[label] as number) + (cell >> 16)
          if ((cell & 0x8000) !== 0) break
        }
        break
      }
      place = (place + 1) & mask
    }
  }
}

/** The label with the highest score; the first of equals. */
export function best(scores: Int32Array, labels: number): number {
  let top = 0
  for (let l = 1; l < labels; l++) if ((scores[l] as number) > (scores[top] as number)) top = l
  return top
}
