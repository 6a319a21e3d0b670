import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CASE, CASE_LOWER, LENGTH, LOWER, WIDTH } from './word-features.ts'
import { createWordSums, findSlot } from './word-sums.ts'

const wordOf = (lower: number): Int32Array => {
  const info = new Int32Array(WIDTH)
  info[LOWER] = lower
  info[LENGTH] = 4
  info[CASE] = CASE_LOWER
  return info
}

test('a word is found again at a place of the same kind only', () => {
  const known = createWordSums(2)
  const first = findSlot(known, wordOf(7), 0, 0)
  assert.equal(first.found, false)
  known.sums[first.at] = 5
  const again = { ...findSlot(known, wordOf(7), 0, 0) }
  assert.equal(again.found, true)
  assert.equal(known.sums[again.at], 5)
  assert.equal(findSlot(known, wordOf(7), 0, 1).found, false)
  assert.equal(findSlot(known, wordOf(8), 0, 0).found, false)
})

test('a word that takes the place of another begins with nothing', () => {
  const known = createWordSums(1)
  for (let lower = 1; lower <= 20_000; lower++) {
    const { at, found } = findSlot(known, wordOf(lower), 0, 0)
    assert.equal(found, false)
    assert.equal(known.sums[at], 0)
    known.sums[at] = lower
  }
})
