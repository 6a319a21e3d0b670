import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packSentences } from './packing.ts'

test('sentences are packed by falling length, step by step', () => {
  assert.deepEqual(packSentences([1, 3, 0, 2]), {
    size: 6,
    order: [1, 3, 0, 2],
    lengths: [3, 2, 1, 0],
    widths: [3, 2, 1],
    starts: [0, 3, 5],
    mirror: Int32Array.of(5, 4, 2, 3, 1, 0),
  })
})

test('nothing is packed into nothing', () => {
  assert.equal(packSentences([]).size, 0)
  assert.equal(packSentences([0]).size, 0)
})
