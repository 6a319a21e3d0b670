import type { Linear } from '../src/annotate/linear.ts'
import { LARGEST, type PackedLinear, packRows } from '../src/annotate/packed.ts'

/** An averaged perceptron over hashed features (Collins 2002), which becomes a {@link Linear}. */
export interface Perceptron {
  readonly labels: number
  scores(features: Int32Array, count: number, out: Float64Array): void
  /** Moves the weights of the features towards one label and away from another. Counts as one step of the average. */
  update(features: Int32Array, count: number, good: number, bad: number): void
  /** One step without a mistake. */
  pass(): void
  /** Averaged weights in whole numbers; features with less than `least` updates are left out. */
  finish(least?: number): Linear
}

export function createPerceptron(labels: number): Perceptron {
  let places = 1 << 16
  let table = new Int32Array(2 * places).fill(-1)
  let rows = 0
  let room = 1 << 14
  let weights = new Float32Array(room * labels)
  let totals = new Float64Array(room * labels)
  let stamps = new Int32Array(room * labels)
  let updates = new Int32Array(room)
  let step = 1

  const find = (feature: number): number => {
    const mask = places - 1
    let place = (feature ^ (feature >>> 16)) & mask
    for (;;) {
      const row = table[2 * place + 1] as number
      if (row < 0) return -1 - place
      if (table[2 * place] === feature) return row
      place = (place + 1) & mask
    }
  }
  const grow = () => {
    if (rows === room) {
      room *= 2
      const wider = <T extends Float32Array | Float64Array | Int32Array>(from: T, to: T): T => {
        to.set(from)
        return to
      }
      weights = wider(weights, new Float32Array(room * labels))
      totals = wider(totals, new Float64Array(room * labels))
      stamps = wider(stamps, new Int32Array(room * labels))
      updates = wider(updates, new Int32Array(room))
    }
    if (rows * 2 > places) {
      const before = table
      places *= 2
      table = new Int32Array(2 * places).fill(-1)
      for (let i = 0; i < before.length; i += 2) if ((before[i + 1] as number) >= 0) insert(before[i] as number, before[i + 1] as number)
    }
  }
  const insert = (feature: number, row: number) => {
    const place = -1 - find(feature)
    table[2 * place] = feature
    table[2 * place + 1] = row
  }
  const add = (index: number, by: number) => {
    totals[index] = (totals[index] as number) + (step - (stamps[index] as number)) * (weights[index] as number)
    stamps[index] = step
    weights[index] = (weights[index] as number) + by
  }

  return {
    labels,
    scores(features, count, out) {
      for (let l = 0; l < labels; l++) out[l] = 0
      for (let f = 0; f < count; f++) {
        const row = find(features[f] as number)
        if (row < 0) continue
        const base = row * labels
        for (let l = 0; l < labels; l++) out[l] = (out[l] as number) + (weights[base + l] as number)
      }
    },
    update(features, count, good, bad) {
      for (let f = 0; f < count; f++) {
        const feature = features[f] as number
        let row = find(feature)
        if (row < 0) {
          grow()
          row = rows++
          insert(feature, row)
        }
        updates[row] = (updates[row] as number) + 1
        add(row * labels + good, 1)
        add(row * labels + bad, -1)
      }
      step++
    },
    pass() {
      step++
    },
    finish(least = 2) {
      const kept: [feature: number, row: number][] = []
      let top = 0
      for (let i = 0; i < table.length; i += 2) {
        const row = table[i + 1] as number
        if (row < 0 || (updates[row] as number) < least) continue
        kept.push([table[i] as number, row])
        for (let l = 0; l < labels; l++) {
          add(row * labels + l, 0)
          top = Math.max(top, Math.abs(totals[row * labels + l] as number))
        }
      }
      // Sums of some fifty rows stay far below 2^31; a weight itself must fit 16 bits. One scale for all, so that models can be merged.
      const scale = Math.min(512, (32000 * step) / top) / step
      const rowsOf = kept.map(([feature, row]): [number, Float64Array] => [
        feature,
        totals.slice(row * labels, (row + 1) * labels).map(x => x * scale),
      ])
      return makeLinear(labels, rowsOf, 1)
    },
  }
}

function makeTable(places: readonly [feature: number, place: number][]): Int32Array {
  let size = 16
  while (size < places.length * 1.5) size *= 2
  const table = new Int32Array(2 * size).fill(-1)
  for (const [feature, row] of places) {
    let place = (feature ^ (feature >>> 16)) & (size - 1)
    while ((table[2 * place + 1] as number) >= 0) place = (place + 1) & (size - 1)
    table[2 * place] = feature
    table[2 * place + 1] = row
  }
  return table
}

/** The mean of classifiers that learned the same in different orders; weights below `least` are left out. */
export function mergeLinears(linears: readonly Linear[], least: number): Linear {
  const labels = (linears[0] as Linear).labels
  const rows = new Map<number, Float64Array>()
  for (const { table, cells } of linears)
    for (let i = 0; i < table.length; i += 2) {
      if ((table[i + 1] as number) < 0) continue
      const row = rows.get(table[i] as number) ?? new Float64Array(labels)
      rows.set(table[i] as number, row)
      for (let c = table[i + 1] as number; ; c++) {
        const cell = cells[c] as number
        row[cell & 0x7fff] = (row[cell & 0x7fff] as number) + (cell >> 16) / linears.length
        if ((cell & 0x8000) !== 0) break
      }
    }
  return makeLinear(labels, rows, least)
}

function makeLinear(labels: number, rows: Iterable<[feature: number, row: Float64Array]>, least: number): Linear {
  const cells: number[] = []
  const places: [feature: number, place: number][] = []
  for (const [feature, row] of rows) {
    const place = cells.length
    for (let l = 0; l < labels; l++) {
      const weight = Math.round(row[l] as number)
      if (Math.abs(weight) >= least) cells.push((weight << 16) | l)
    }
    if (cells.length === place) continue
    cells[cells.length - 1] = (cells.at(-1) as number) | 0x8000
    places.push([feature, place])
  }
  return { labels, table: makeTable(places), cells: Int32Array.from(cells) }
}

/** The same classifier packed: weights are scaled so that the largest has the largest size there is; rows with none of `least` are left out. */
export function packLinear({ labels, table, cells }: Linear, least: number): PackedLinear {
  let top = 0
  for (const cell of cells) top = Math.max(top, Math.abs(cell >> 16))
  const rows = new Map<number, Int32Array>()
  for (let i = 0; i < table.length; i += 2) {
    if ((table[i + 1] as number) < 0) continue
    const row = new Int32Array(labels)
    let highest = 0
    for (let c = table[i + 1] as number; ; c++) {
      const cell = cells[c] as number
      highest = Math.max(highest, Math.abs(cell >> 16))
      row[cell & 0x7fff] = Math.round(((cell >> 16) * LARGEST) / top)
      if ((cell & 0x8000) !== 0) break
    }
    if (highest >= least) rows.set(table[i] as number, row)
  }
  return packRows(rows)
}
