import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_CLUSTERS } from '../../src/annotate/clusters.ts'
import { KINDS, LABELS, labelIn } from '../../src/annotate/names/labels.ts'
import { createTable, type NameLists } from '../../src/annotate/names/lists.ts'
import { UPOS } from '../../src/document/layers.ts'
import { createRandom } from '../random.ts'
import { createWeights, encode, trainEpoch } from './crf.ts'
import { OUTSIDE, type Sample } from './samples.ts'

const nothing = createTable(new Int32Array(0), new Uint16Array(0))
const lists: NameLists = { phrases: nothing, words: nothing }

function sentence(kind: 'LOC' | 'ORG', corpus: number): Sample {
  const name = 1 << labelIn(KINDS.indexOf(kind), 0, 1)
  return { doc: 'made', corpus, forms: ['They', 'saw', 'Tovin', '.'], allowed: Int32Array.of(OUTSIDE, OUTSIDE, name, OUTSIDE) }
}

/** How much more the weights that stay say for an organisation than for a place. */
function learn(samples: readonly Sample[]): number {
  const random = createRandom(5)
  const tags = Uint8Array.from(['PRON', 'VERB', 'PROPN', 'PUNCT'], tag => UPOS.indexOf(tag as 'VERB'))
  const data = encode(samples, () => tags, NO_CLUSTERS, lists, 1, random)
  const weights = createWeights(data)
  const order = Int32Array.from({ length: data.first.length - 1 }, (_, s) => s)
  for (let epoch = 0; epoch < 20; epoch++) trainEpoch(data, order, weights, { rate: 0.05, dropout: 0, decay: 0 }, random)
  let more = 0
  for (let row = 0; row < data.keys.length; row++)
    for (const [kind, sign] of [
      ['ORG', 1],
      ['LOC', -1],
    ] as const)
      more += sign * (weights.rows[row * LABELS + labelIn(KINDS.indexOf(kind), 0, 1)] as number)
  return more
}

const marked = (others: number): Sample[] => [
  ...Array.from({ length: 3 }, () => sentence('ORG', 0)),
  ...Array.from({ length: 6 }, () => sentence('LOC', others)),
]

test('what a corpus has its own way of marking is learned as its own', () => {
  assert.ok(learn(marked(1)) > 0)
})

test('without ways of their own the more win', () => {
  assert.ok(learn(marked(0)) < 0)
})
