import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LARGEST, packRows, ROOM, scorePacked } from './packed.ts'

test('sums of packed weights are those of the weights', () => {
  const weights = new Map<number, number[]>()
  for (let f = 0; f < 40; f++)
    weights.set(
      f * 7919 - 5,
      Array.from({ length: 17 }, (_, l) => ((f * 31 + l * 97) % (2 * LARGEST + 1)) - LARGEST),
    )
  const features = Int32Array.from([...weights.keys(), 12345, 0])
  const scores = new Int32Array(ROOM)
  scorePacked(packRows(weights), features, features.length, scores)
  for (let l = 0; l < 17; l++)
    assert.equal(
      scores[l],
      [...weights.values()].reduce((sum, row) => sum + (row[l] as number), 0),
    )
})

test('sixty weights of the largest size do not run over', () => {
  const weights = new Map([[9, Array.from({ length: 17 }, (_, l) => (l % 2 ? LARGEST : -LARGEST))]])
  const scores = new Int32Array(ROOM)
  scorePacked(packRows(weights), new Int32Array(60).fill(9), 60, scores)
  assert.deepEqual([...scores.subarray(0, 4)], [-60 * LARGEST, 60 * LARGEST, -60 * LARGEST, 60 * LARGEST])
})
