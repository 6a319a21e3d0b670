import { calibrate, type KindCalibration } from '../../src/resource/calibration.ts'

/** A record that was judged, as calibration sees it. */
export interface Sample {
  readonly text: string
  readonly raw: number
  readonly traits: readonly string[]
  readonly right: boolean
}

/** A probability and what came of it. */
export interface Outcome {
  readonly sure: number
  readonly right: boolean
}

/** A point of the curve rests on at least so many records. */
const CROWD = 25
/** A trait's own share of right records weighs as much as the kind's when it has so many records. */
const WEIGHT = 40

/**
 * Fits a kind: a rising curve from raw confidence to the share of right records (pool adjacent violators, Ayer et al. 1955), then for
 * each trait the odds by which its records differ from what the curve expects, shrunk towards 1.
 */
export function fitKind(samples: readonly Sample[]): KindCalibration {
  const curve = fitCurve(samples)
  const odds: Record<string, number> = {}
  // One trait after another, each against what is expected with those before it.
  for (const trait of [...new Set(samples.flatMap(s => s.traits))].sort()) {
    const own = samples.filter(s => s.traits.includes(trait))
    const expected = own.reduce((sum, s) => sum + calibrate({ curve, odds }, s.raw, s.traits), 0)
    const mean = expected / own.length
    const right = own.filter(s => s.right).length
    const share = (right + WEIGHT * mean) / (own.length + WEIGHT)
    odds[trait] = round(share / (1 - share) / (mean / (1 - mean)))
  }
  return { curve, odds }
}

function fitCurve(samples: readonly Sample[]): [number, number][] {
  const sorted = [...samples].sort((a, b) => a.raw - b.raw)
  const blocks: { n: number; raw: number; right: number }[] = []
  for (const [i, s] of sorted.entries()) {
    const last = blocks.at(-1)
    if (last && (last.n < CROWD || sorted[i - 1]?.raw === s.raw)) add(last, 1, s.raw, Number(s.right))
    else blocks.push({ n: 1, raw: s.raw, right: Number(s.right) })
  }
  const pooled: typeof blocks = []
  for (const block of blocks) {
    pooled.push(block)
    for (let top = pooled.length - 1; top > 0; top--) {
      const [a, b] = [pooled[top - 1], pooled[top]] as [typeof block, typeof block]
      if (a.right / a.n < b.right / b.n && b.n >= CROWD) break
      add(a, b.n, b.raw, b.right)
      pooled.pop()
    }
  }
  // As if one more record of the kind's mean stood in every point: no share is 0 or 1.
  const mean = samples.filter(s => s.right).length / Math.max(1, samples.length)
  return pooled.map(({ n, raw, right }) => [round(raw / n), round((right + mean) / (n + 1))])
}

function add(block: { n: number; raw: number; right: number }, n: number, raw: number, right: number): void {
  block.n += n
  block.raw += raw
  block.right += right
}

/** What records of texts that were not fitted on are given: texts in `folds` parts, each read with the table of the others. */
export function crossValidate(samples: readonly Sample[], folds: number): Outcome[] {
  const texts = [...new Set(samples.map(s => s.text))]
  const foldOf = new Map(texts.map((text, i) => [text, i % folds]))
  return Array.from({ length: folds }, (_, fold) => {
    const table = fitKind(samples.filter(s => foldOf.get(s.text) !== fold))
    return samples
      .filter(s => foldOf.get(s.text) === fold)
      .map(s => ({ sure: Math.round(100 * calibrate(table, s.raw, s.traits)) / 100, right: s.right }))
  }).flat()
}

/** One of the bins of equal count of a reliability diagram. */
export interface Bin {
  readonly count: number
  /** Mean probability. */
  readonly sure: number
  /** Share of right records. */
  readonly right: number
}

/** Bins of equal count, least sure first. */
export function binsOf(outcomes: readonly Outcome[], bins = 5): Bin[] {
  const sorted = [...outcomes].sort((a, b) => a.sure - b.sure)
  const cuts = Array.from({ length: bins + 1 }, (_, i) => Math.round((i * sorted.length) / bins))
  return Array.from({ length: bins }, (_, i) => {
    const part = sorted.slice(cuts[i], cuts[i + 1])
    const count = Math.max(1, part.length)
    return {
      count: part.length,
      sure: part.reduce((sum, o) => sum + o.sure, 0) / count,
      right: part.filter(o => o.right).length / count,
    }
  })
}

/** Expected calibration error: how far the bins' probabilities are from their shares of right records, on average over the records. */
export function expectedError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, b) => sum + b.count, 0)
  return bins.reduce((sum, b) => sum + (b.count * Math.abs(b.sure - b.right)) / Math.max(1, all), 0)
}

function round(x: number): number {
  return Math.round(1000 * x) / 1000
}
