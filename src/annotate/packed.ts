import type { Model } from '../resource/model.ts'

/** Labels that a packed classifier has room for. */
export const ROOM = 18
/** Numbers a row, and packed sums. */
export const LANES = ROOM / 2
/** Weights lie within ±LARGEST, so that sums of sixty fit 16 bits. */
export const LARGEST = 540

/**
 * A linear classifier over hashed features with few labels, made for speed. `table` is an open-addressing hash table of pairs
 * [feature, place of its row in `rows`], -1 where it is free. A row has nine numbers with two weights each, weight of label 2k +
 * (weight of label 2k + 1) × 65,536, so that one addition adds two weights.
 */
export interface PackedLinear {
  readonly table: Int32Array
  readonly rows: Int32Array
}

/** The packed classifier that a model holds under a name. */
export function packedOf(model: Model, name: string): PackedLinear {
  return { table: model.numbers(`${name}.table`, 'i32'), rows: model.numbers(`${name}.rows`, 'i32') }
}

/** Adds up the rows of `count` features into `scores`, ROOM numbers. */
export function scorePacked(linear: PackedLinear, features: Int32Array, count: number, scores: Int32Array): void {
  sums.fill(0)
  addPacked(linear, features, count, sums, 0)
  unpackSums(sums, 0, scores)
}

const sums = new Int32Array(LANES)

/** Adds the rows of `count` features to the packed sums from `at` on, LANES numbers. Nine sums stay in registers: no inner loop over labels. */
export function addPacked({ table, rows }: PackedLinear, features: Int32Array, count: number, sums: Int32Array, at: number): void {
  const mask = (table.length >> 1) - 1
  let a = sums[at] as number
  let b = sums[at + 1] as number
  let c = sums[at + 2] as number
  let d = sums[at + 3] as number
  let e = sums[at + 4] as number
  let f = sums[at + 5] as number
  let g = sums[at + 6] as number
  let h = sums[at + 7] as number
  let i = sums[at + 8] as number
  // First all places are read, then all rows found, then added: what memory brings late is waited for once and not for each feature.
  for (let k = 0; k < count; k++) {
    const feature = features[k] as number
    found[k] = table[2 * ((feature ^ (feature >>> 16)) & mask) + 1] as number
  }
  let n = 0
  for (let k = 0; k < count; k++) {
    const feature = features[k] as number
    let place = (feature ^ (feature >>> 16)) & mask
    let row = found[k] as number
    while (row >= 0 && table[2 * place] !== feature) {
      place = (place + 1) & mask
      row = table[2 * place + 1] as number
    }
    if (row >= 0) found[n++] = row
  }
  for (let k = 0; k < n; k++) {
    const row = found[k] as number
    a = (a + (rows[row] as number)) | 0
    b = (b + (rows[row + 1] as number)) | 0
    c = (c + (rows[row + 2] as number)) | 0
    d = (d + (rows[row + 3] as number)) | 0
    e = (e + (rows[row + 4] as number)) | 0
    f = (f + (rows[row + 5] as number)) | 0
    g = (g + (rows[row + 6] as number)) | 0
    h = (h + (rows[row + 7] as number)) | 0
    i = (i + (rows[row + 8] as number)) | 0
  }
  sums[at] = a
  sums[at + 1] = b
  sums[at + 2] = c
  sums[at + 3] = d
  sums[at + 4] = e
  sums[at + 5] = f
  sums[at + 6] = g
  sums[at + 7] = h
  sums[at + 8] = i
}

const found = new Int32Array(64)

/** Packed sums from `at` on as scores, ROOM numbers. */
export function unpackSums(sums: Int32Array, at: number, scores: Int32Array): void {
  for (let lane = 0; lane < LANES; lane++) {
    const sum = sums[at + lane] as number
    const low = (sum << 16) >> 16
    scores[2 * lane] = low
    scores[2 * lane + 1] = (sum - low) >> 16
  }
}

/** Packs rows of weights: feature → a weight for each label, within ±LARGEST. */
export function packRows(weights: ReadonlyMap<number, ArrayLike<number>>): PackedLinear {
  let size = 16
  while (size < weights.size * 1.4) size *= 2
  const table = new Int32Array(2 * size).fill(-1)
  const rows = new Int32Array(weights.size * LANES)
  let next = 0
  for (const [feature, row] of weights) {
    let place = (feature ^ (feature >>> 16)) & (size - 1)
    while ((table[2 * place + 1] as number) >= 0) place = (place + 1) & (size - 1)
    table[2 * place] = feature
    table[2 * place + 1] = next
    for (let lane = 0; lane < LANES; lane++) rows[next + lane] = (row[2 * lane] ?? 0) + (row[2 * lane + 1] ?? 0) * 65536
    next += LANES
  }
  return { table, rows }
}
