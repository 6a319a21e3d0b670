import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatModel, parseModel } from '../resource/model.ts'
import { CASING, casing, clustersOf, coarse, createClusters, fine, middle, NO_CLUSTERS } from './clusters.ts'
import { normalHash } from './normalise.ts'

const WORDS = ['fighters', 'gen', '0000', 'government']
const clusters = createClusters(
  parseModel(
    formatModel(
      {},
      {
        hash: Uint32Array.from(WORDS, normalHash),
        coarse: Uint8Array.from([1, 64, 3, 4]),
        middle: Uint16Array.from([256, 2, 3, 4]),
        fine: Uint16Array.from([1024, 2, 3, 4]),
        casing: Uint8Array.from([1, 5, 0, 6]),
      },
    ),
    'clusters',
  ),
)

test('three grains of a word in any case', () => {
  const packed = clustersOf(clusters, 'Fighters')
  assert.deepEqual([coarse(packed), middle(packed), fine(packed)], [1, 256, 1024])
  assert.equal(casing(packed), CASING.never)
  assert.equal(coarse(clustersOf(clusters, 'Gen.')), 64)
  assert.equal(casing(clustersOf(clusters, 'Gen.')), CASING.always)
  assert.equal(coarse(clustersOf(clusters, '2024')), 3)
  assert.equal(coarse(clustersOf(clusters, 'pro-government')), 4)
})

test('an unknown word is 0, whatever it looks like', () => {
  for (const form of ['', '.', '-', '--', 'gunmen', 'x-', '-x', '😀.']) assert.equal(clustersOf(clusters, form), 0)
  assert.equal(clustersOf(NO_CLUSTERS, 'fighters'), 0)
})
