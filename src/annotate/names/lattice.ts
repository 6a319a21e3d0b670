import { BEFORE, FINAL, FIRST, LABELS } from './labels.ts'

/**
 * Working space for the words of one sentence, labelled by a linear-chain CRF (Lafferty et al. 2001). Scores are logarithms, row by word, column by label;
 * `steps` holds the scores of label pairs, `[before × LABELS + after]`, `factors` their exponentials.
 */
export interface Lattice {
  room: number
  /** Scores of labels by the words' features. */
  scores: Float64Array
  /** exp(score − best of the word); 0 where the label is ruled out. */
  potentials: Float64Array
  /** Forward and backward sums, scaled so that the forward ones of a word add up to 1; `scales` are the divisors. */
  forward: Float64Array
  backward: Float64Array
  scales: Float64Array
  back: Uint8Array
}

/** Space for sentences of up to `room` words. */
export function createLattice(room: number): Lattice {
  const table = () => new Float64Array(room * LABELS)
  return {
    room,
    scores: table(),
    potentials: table(),
    forward: table(),
    backward: table(),
    scales: new Float64Array(room),
    back: new Uint8Array(room * LABELS),
  }
}

/** The best labels of words `[first, end)`, at least one, written into `out`. What stands before and behind them is outside. */
export function decode({ scores, forward: best, back }: Lattice, first: number, end: number, steps: Float64Array, out: Uint8Array): void {
  best.fill(-Infinity, first * LABELS, (first + 1) * LABELS)
  for (const l of FIRST) best[first * LABELS + l] = scores[first * LABELS + l] as number
  for (let t = first + 1; t < end; t++) {
    const row = t * LABELS
    for (let l = 0; l < LABELS; l++) {
      let top = -Infinity
      let from = 0
      for (const b of BEFORE[l] as readonly number[]) {
        const s = (best[row - LABELS + b] as number) + (steps[b * LABELS + l] as number)
        if (s > top) {
          top = s
          from = b
        }
      }
      best[row + l] = top + (scores[row + l] as number)
      back[row + l] = from
    }
  }
  let label = 0
  const last = (end - 1) * LABELS
  let top = -Infinity
  for (const l of FINAL)
    if ((best[last + l] as number) > top) {
      top = best[last + l] as number
      label = l
    }
  for (let t = end - 1; t >= first; t--) {
    out[t] = label
    label = back[t * LABELS + label] as number
  }
}

/**
 * Sums over all label sequences of words `[first, end)`, or over those that `allowed` (a bit a label, a row a word) leaves. Fills `forward`,
 * `backward` and `scales`; returns the logarithm of the sum, -Infinity where no sequence is left.
 */
export function sum(lattice: Lattice, first: number, end: number, factors: Float64Array, allowed: Int32Array | null): number {
  const { scores, potentials, forward, backward, scales } = lattice
  let log = 0
  for (let t = first; t < end; t++) {
    const row = t * LABELS
    let top = -Infinity
    for (let l = 0; l < LABELS; l++) if (isAllowed(allowed, t, l)) top = Math.max(top, scores[row + l] as number)
    for (let l = 0; l < LABELS; l++) potentials[row + l] = isAllowed(allowed, t, l) ? Math.exp((scores[row + l] as number) - top) : 0
    let total = 0
    for (let l = 0; l < LABELS; l++) {
      let inward = 0
      if (t === first) inward = FIRST.includes(l) ? 1 : 0
      else
        for (const b of BEFORE[l] as readonly number[])
          inward += (forward[row - LABELS + b] as number) * (factors[b * LABELS + l] as number)
      let value = inward * (potentials[row + l] as number)
      if (t === end - 1 && !FINAL.includes(l)) value = 0
      forward[row + l] = value
      total += value
    }
    if (!(total > 0)) return -Infinity
    for (let l = 0; l < LABELS; l++) forward[row + l] = (forward[row + l] as number) / total
    scales[t] = total
    log += Math.log(total) + top
  }
  const last = (end - 1) * LABELS
  for (let l = 0; l < LABELS; l++) backward[last + l] = FINAL.includes(l) ? 1 : 0
  for (let t = end - 1; t > first; t--) {
    const row = t * LABELS
    backward.fill(0, row - LABELS, row)
    for (let l = 0; l < LABELS; l++) {
      const outward = ((backward[row + l] as number) * (potentials[row + l] as number)) / (scales[t] as number)
      if (outward === 0) continue
      for (const b of BEFORE[l] as readonly number[])
        backward[row - LABELS + b] = (backward[row - LABELS + b] as number) + outward * (factors[b * LABELS + l] as number)
    }
  }
  return log
}

function isAllowed(allowed: Int32Array | null, t: number, l: number): boolean {
  return allowed === null || (((allowed[t] as number) >> l) & 1) === 1
}

/** After `sum`: the probability that words `[first, end)` carry exactly the labels from `labels[first]` on. */
export function probabilityOf(lattice: Lattice, factors: Float64Array, labels: Uint8Array, first: number, end: number): number {
  const { potentials, forward, backward, scales } = lattice
  let label = labels[first] as number
  let p = forward[first * LABELS + label] as number
  for (let t = first + 1; t < end; t++) {
    const next = labels[t] as number
    p *= ((factors[label * LABELS + next] as number) * (potentials[t * LABELS + next] as number)) / (scales[t] as number)
    label = next
  }
  return Math.min(1, p * (backward[(end - 1) * LABELS + label] as number))
}
