import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follows, KINDS, LABELS, labelIn } from './labels.ts'
import { createLattice, decode, probabilityOf, sum } from './lattice.ts'

const STEPS = new Float64Array(LABELS * LABELS).map((_, i) => Math.sin(i))
const FACTORS = STEPS.map(Math.exp)
const COUNT = 3

function scored() {
  const lattice = createLattice(8)
  for (let i = 0; i < 8 * LABELS; i++) lattice.scores[i] = 2 * Math.cos(i * i)
  return lattice
}

/** Every label sequence that the scheme allows for the words from `first` on, with its score. */
function sequences(scores: Float64Array, first: number): { labels: number[]; score: number }[] {
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }]
  for (let t = 0; t < COUNT; t++)
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, l) => l)
        .filter(l => follows(labels.at(-1) ?? 0, l))
        .map(l => {
          const before = labels.at(-1)
          const step = before === undefined ? 0 : (STEPS[before * LABELS + l] as number)
          return { labels: [...labels, l], score: score + step + (scores[(first + t) * LABELS + l] as number) }
        }),
    )
  return all.filter(({ labels }) => follows(labels.at(-1) as number, 0))
}

test('the best sequence, the sum and the probability of a name are those of all sequences written out', () => {
  for (const first of [0, 2]) {
    const lattice = scored()
    const all = sequences(lattice.scores, first)
    const out = new Uint8Array(8)
    decode(lattice, first, first + COUNT, STEPS, out)
    const best = all.reduce((a, b) => (b.score > a.score ? b : a))
    assert.deepEqual([...out.subarray(first, first + COUNT)], best.labels)
    const total = all.reduce((z, { score }) => z + Math.exp(score), 0)
    assert.ok(Math.abs(sum(lattice, first, first + COUNT, FACTORS, null) - Math.log(total)) < 1e-9)
    const name = [labelIn(KINDS.indexOf('ORG'), 0, 2), labelIn(KINDS.indexOf('ORG'), 1, 2)]
    const labels = Uint8Array.from([...new Array(first).fill(0), ...name, 0, 0, 0])
    const share =
      all.filter(s => s.labels[0] === name[0] && s.labels[1] === name[1]).reduce((z, { score }) => z + Math.exp(score), 0) / total
    assert.ok(Math.abs(probabilityOf(lattice, FACTORS, labels, first, first + 2) - share) < 1e-9)
  }
})

test('a sum over no sequence at all is minus infinity', () => {
  const lattice = scored()
  const beginOnly = Int32Array.of(1 << labelIn(0, 0, 2))
  assert.equal(sum(lattice, 0, 1, FACTORS, beginOnly), -Infinity)
})
