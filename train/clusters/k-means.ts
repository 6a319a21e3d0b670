import { createRandom, nextInteger } from '../random.ts'

/**
 * Spherical k-means: the number (from 0) of the cluster of each row. Rows are unit vectors; starts at random rows, an emptied
 * cluster starts again at the row that fits its own cluster worst.
 */
export function clusterRows(rows: Float32Array, dimensions: number, k: number, rounds: number, seed: number): Uint16Array<ArrayBuffer> {
  const count = rows.length / dimensions
  const centres = startingCentres(rows, dimensions, k, seed)
  const cluster = new Uint16Array(count)
  const fit = new Float32Array(count)
  for (let round = 0; round < rounds; round++) {
    const moved = assign(rows, centres, dimensions, cluster, fit)
    if (round > 0 && moved === 0) break
    recentre(rows, centres, dimensions, cluster, fit)
  }
  assign(rows, centres, dimensions, cluster, fit)
  return cluster
}

/** Scales every row to length 1, in place. */
export function scaleRows(rows: Float32Array, dimensions: number): void {
  for (let at = 0; at < rows.length; at += dimensions) {
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += (rows[at + d] as number) ** 2
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0
    for (let d = 0; d < dimensions; d++) rows[at + d] = (rows[at + d] as number) * scale
  }
}

function startingCentres(rows: Float32Array, dimensions: number, k: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const count = rows.length / dimensions
  const taken = new Set<number>()
  while (taken.size < Math.min(k, count)) taken.add(nextInteger(random) % count)
  const centres = new Float32Array(k * dimensions)
  let c = 0
  for (const row of taken) centres.set(rows.subarray(row * dimensions, (row + 1) * dimensions), c++ * dimensions)
  return centres
}

function assign(rows: Float32Array, centres: Float32Array, dimensions: number, cluster: Uint16Array, fit: Float32Array): number {
  let moved = 0
  for (let row = 0; row < cluster.length; row++) {
    const at = row * dimensions
    let best = 0
    let bestDot = -Infinity
    for (let c = 0; c * dimensions < centres.length; c++) {
      const from = c * dimensions
      let dot = 0
      for (let d = 0; d < dimensions; d++) dot += (rows[at + d] as number) * (centres[from + d] as number)
      if (dot > bestDot) {
        bestDot = dot
        best = c
      }
    }
    if (cluster[row] !== best) moved++
    cluster[row] = best
    fit[row] = bestDot
  }
  return moved
}

function recentre(rows: Float32Array, centres: Float32Array, dimensions: number, cluster: Uint16Array, fit: Float32Array): void {
  centres.fill(0)
  const size = new Int32Array(centres.length / dimensions)
  for (let row = 0; row < cluster.length; row++) {
    const c = cluster[row] as number
    size[c] = (size[c] as number) + 1
    for (let d = 0; d < dimensions; d++)
      centres[c * dimensions + d] = (centres[c * dimensions + d] as number) + (rows[row * dimensions + d] as number)
  }
  for (let c = 0; c < size.length; c++) {
    if (size[c] !== 0) continue
    let worst = 0
    for (let row = 1; row < fit.length; row++) if ((fit[row] as number) < (fit[worst] as number)) worst = row
    fit[worst] = 2
    centres.set(rows.subarray(worst * dimensions, (worst + 1) * dimensions), c * dimensions)
  }
  scaleRows(centres, dimensions)
}
