import type { Clusters } from '../../src/annotate/clusters.ts'
import { createAttributes, describeSentence } from '../../src/annotate/names/attributes.ts'
import { describeName, MOST } from '../../src/annotate/names/features.ts'
import { BEFORE, LABELS } from '../../src/annotate/names/labels.ts'
import { createLattice, type Lattice, sum } from '../../src/annotate/names/lattice.ts'
import type { NameLists } from '../../src/annotate/names/lists.ts'
import { nextFraction, nextInteger, type Random } from '../random.ts'
import type { Sample } from './samples.ts'

/**
 * Stretches of words that may belong to names, as rows of features: word `t` of all has `rows[from[t] … from[t + 1])`, stretch `s` has words
 * `first[s] … first[s + 1])`. Words that cannot are left out, as the recogniser does.
 */
export interface Encoded {
  readonly rows: Int32Array
  readonly from: Int32Array
  readonly first: Int32Array
  readonly allowed: Int32Array
  /** The corpus of each stretch; see `Sample`. */
  readonly corpora: Uint8Array
  /** The feature of each row. */
  readonly keys: Int32Array<ArrayBuffer>
}

/** Sentences seen without the lists, that the model can do without them where they are silent. */
const UNLISTED = 0.2
/** Sentences seen without the uses of words in raw text, for the same reason. */
const UNUSED = 0.25

/** Features that occur at least `minimum` times get a row each, in the order in which they are met. `tagsOf` gives the parts of speech of a sentence. */
export function encode(
  samples: readonly Sample[],
  tagsOf: (sample: Sample) => Uint8Array,
  clusters: Clusters,
  lists: NameLists,
  minimum: number,
  random: Random,
): Encoded {
  const words = samples.reduce((n, s) => n + s.forms.length, 0)
  const from = new Int32Array(words + 1)
  const first = [0]
  const corpora: number[] = []
  const allowed = new Int32Array(words)
  const longest = samples.reduce((n, s) => Math.max(n, s.forms.length), 0)
  const attributes = createAttributes(longest)
  const features = new Int32Array(MOST)
  const counts = new Uint8Array(1 << 26)
  let hashes = new Int32Array(1 << 24)
  let length = 0
  let t = 0
  for (const sample of samples) {
    const end = () => {
      if (first.at(-1) === t) return
      first.push(t)
      corpora.push(sample.corpus ?? 0)
    }
    const listed = nextFraction(random) >= UNLISTED
    const used = nextFraction(random) >= UNUSED
    describeSentence(sample.forms, tagsOf(sample), clusters, lists, attributes)
    for (let i = 0; i < sample.forms.length; i++) {
      if (attributes.live[i] === 0) {
        end()
        continue
      }
      from[t] = length
      allowed[t] = sample.allowed[i] as number
      const n = describeName(attributes, i, features, listed, used)
      if (length + n > hashes.length) {
        const wider = new Int32Array(hashes.length * 2)
        wider.set(hashes)
        hashes = wider
      }
      for (let f = 0; f < n; f++) {
        const feature = features[f] as number
        hashes[length++] = feature
        const slot = countSlot(feature, counts.length)
        if ((counts[slot] as number) < 255) counts[slot] = (counts[slot] as number) + 1
      }
      t++
    }
    end()
  }
  from[t] = length
  return {
    ...toRows(hashes.subarray(0, length), from.subarray(0, t + 1), counts, minimum),
    first: Int32Array.from(first),
    corpora: Uint8Array.from(corpora),
    allowed: allowed.subarray(0, t),
  }
}

function countSlot(feature: number, size: number): number {
  return Math.imul(feature, 0x85ebca6b) >>> (32 - Math.log2(size))
}

function toRows(hashes: Int32Array, from: Int32Array, counts: Uint8Array, minimum: number): Pick<Encoded, 'rows' | 'from' | 'keys'> {
  const index = new Map<number, number>()
  const kept = new Int32Array(from.length)
  let length = 0
  for (let t = 0; t + 1 < from.length; t++) {
    kept[t] = length
    for (let f = from[t] as number; f < (from[t + 1] as number); f++) {
      const feature = hashes[f] as number
      if ((counts[countSlot(feature, counts.length)] as number) < minimum) continue
      let row = index.get(feature)
      if (row === undefined) {
        row = index.size
        index.set(feature, row)
      }
      // Rows are never more than hashes, so they can take their place.
      hashes[length++] = row
    }
  }
  kept[from.length - 1] = length
  return { rows: hashes.subarray(0, length), from: kept, keys: Int32Array.from(index.keys()) }
}

/**
 * Weights in training: LABELS numbers a row for all, and as many again for each corpus that has ways of its own, which are added where it
 * is read and left out of the model (Daumé 2007: what corpora share is learned apart from what is peculiar to one). With the sums of squared
 * gradients (AdaGrad, Duchi et al. 2011).
 */
export interface Weights {
  readonly rows: Float32Array<ArrayBuffer>
  readonly rowSquares: Float32Array<ArrayBuffer>
  readonly steps: Float64Array<ArrayBuffer>
  readonly stepSquares: Float64Array<ArrayBuffer>
}

/** All zero. */
export function createWeights({ keys, corpora }: Pick<Encoded, 'keys' | 'corpora'>): Weights {
  const size = keys.length * (1 + corpora.reduce((most, corpus) => Math.max(most, corpus), 0)) * LABELS
  return {
    rows: new Float32Array(size),
    rowSquares: new Float32Array(size),
    steps: new Float64Array(LABELS * LABELS),
    stepSquares: new Float64Array(LABELS * LABELS),
  }
}

/** Adds a share of some weights to others. */
export function addUp(total: Weights, some: Weights, share: number): void {
  for (let i = 0; i < total.rows.length; i++) total.rows[i] = (total.rows[i] as number) + share * (some.rows[i] as number)
  for (let i = 0; i < total.steps.length; i++) total.steps[i] = (total.steps[i] as number) + share * (some.steps[i] as number)
}

export interface Settings {
  readonly rate: number
  /** Share of a word's features left out each time it is seen. */
  readonly dropout: number
  /** Weight of the squared weights, a word seen. */
  readonly decay: number
}

/**
 * One pass over the stretches in the order given: stochastic gradient of the log likelihood of the allowed label sequences
 * (known labels, or sums over open ones). Returns the mean loss a word.
 */
export function trainEpoch(data: Encoded, order: Int32Array, weights: Weights, settings: Settings, random: Random): number {
  let longest = 0
  for (let s = 0; s + 1 < data.first.length; s++) longest = Math.max(longest, (data.first[s + 1] as number) - (data.first[s] as number))
  const free = createLattice(longest)
  const bound = createLattice(longest)
  const factors = new Float64Array(LABELS * LABELS)
  const active = new Int32Array(2 * longest * MOST)
  const activeFrom = new Int32Array(longest + 1)
  let loss = 0
  let words = 0
  for (const s of order) {
    const start = data.first[s] as number
    const count = (data.first[s + 1] as number) - start
    if (count === 0) continue
    chooseFeatures(data, start, count, (data.corpora[s] as number) * data.keys.length, settings.dropout, active, activeFrom, random)
    scoreWords(weights, count, active, activeFrom, 1 / (1 - settings.dropout), free)
    for (let i = 0; i < factors.length; i++) factors[i] = Math.exp(weights.steps[i] as number)
    const all = sum(free, 0, count, factors, null)
    bound.scores.set(free.scores.subarray(0, count * LABELS))
    const allowed = data.allowed.subarray(start, start + count)
    const right = sum(bound, 0, count, factors, allowed)
    if (right === -Infinity) continue
    loss += all - right
    words += count
    updateRows(weights, count, active, activeFrom, free, bound, settings)
    updateSteps(weights, count, factors, free, bound, settings.rate)
  }
  return loss / words
}

/** The rows of the words' features but for those left out; with each its own of the corpus, `own` rows behind it (0: none). */
function chooseFeatures(
  data: Encoded,
  start: number,
  count: number,
  own: number,
  dropout: number,
  active: Int32Array,
  activeFrom: Int32Array,
  random: Random,
): void {
  const limit = dropout * 4294967296
  let n = 0
  for (let t = 0; t < count; t++) {
    activeFrom[t] = n
    for (let f = data.from[start + t] as number; f < (data.from[start + t + 1] as number); f++) {
      if (nextInteger(random) < limit) continue
      const row = data.rows[f] as number
      active[n++] = row
      if (own > 0) active[n++] = row + own
    }
  }
  activeFrom[count] = n
}

function scoreWords(
  { rows }: Weights,
  count: number,
  active: Int32Array,
  activeFrom: Int32Array,
  factor: number,
  { scores }: Lattice,
): void {
  for (let t = 0; t < count; t++) {
    const at = t * LABELS
    scores.fill(0, at, at + LABELS)
    for (let f = activeFrom[t] as number; f < (activeFrom[t + 1] as number); f++) {
      const base = (active[f] as number) * LABELS
      for (let l = 0; l < LABELS; l++) scores[at + l] = (scores[at + l] as number) + (rows[base + l] as number)
    }
    for (let l = 0; l < LABELS; l++) scores[at + l] = (scores[at + l] as number) * factor
  }
}

const delta = new Float64Array(LABELS)
/** Gradients smaller than this are not worth the writing. */
const SMALL = 1e-3

function updateRows(
  weights: Weights,
  count: number,
  active: Int32Array,
  activeFrom: Int32Array,
  free: Lattice,
  bound: Lattice,
  settings: Settings,
): void {
  const { rows, rowSquares } = weights
  const { rate, decay } = settings
  for (let t = 0; t < count; t++) {
    let largest = 0
    for (let l = 0; l < LABELS; l++) {
      const i = t * LABELS + l
      const d = (free.forward[i] as number) * (free.backward[i] as number) - (bound.forward[i] as number) * (bound.backward[i] as number)
      delta[l] = d
      largest = Math.max(largest, Math.abs(d))
    }
    if (largest < SMALL) continue
    for (let f = activeFrom[t] as number; f < (activeFrom[t + 1] as number); f++) {
      const base = (active[f] as number) * LABELS
      for (let l = 0; l < LABELS; l++) {
        const d = delta[l] as number
        if (d < SMALL && d > -SMALL) continue
        const i = base + l
        const w = rows[i] as number
        const g = d + decay * w
        const squares = (rowSquares[i] as number) + g * g
        rowSquares[i] = squares
        rows[i] = w - (rate * g) / Math.sqrt(squares + 1e-6)
      }
    }
  }
}

function updateSteps(weights: Weights, count: number, factors: Float64Array, free: Lattice, bound: Lattice, rate: number): void {
  const gradient = new Float64Array(LABELS * LABELS)
  addPairs(free, count, factors, gradient, 1)
  addPairs(bound, count, factors, gradient, -1)
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i] as number
    if (g === 0) continue
    const squares = (weights.stepSquares[i] as number) + g * g
    weights.stepSquares[i] = squares
    weights.steps[i] = (weights.steps[i] as number) - (rate * g) / Math.sqrt(squares + 1e-6)
  }
}

function addPairs(
  { forward, backward, potentials, scales }: Lattice,
  count: number,
  factors: Float64Array,
  gradient: Float64Array,
  sign: number,
): void {
  for (let t = 1; t < count; t++) {
    const row = t * LABELS
    for (let l = 0; l < LABELS; l++) {
      const outward = ((potentials[row + l] as number) * (backward[row + l] as number)) / (scales[t] as number)
      if (outward < 1e-9) continue
      for (const b of BEFORE[l] as readonly number[]) {
        const p = (forward[row - LABELS + b] as number) * (factors[b * LABELS + l] as number) * outward
        if (p > 1e-9) gradient[b * LABELS + l] = (gradient[b * LABELS + l] as number) + sign * p
      }
    }
  }
}
