import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance, placeKey, soundHash, spelling } from './place-names.ts'

test('keys of place names', () => {
  for (const [name, key] of [
    ['The Hague', 'hague'],
    ['St. Petersburg', 'saint petersburg'],
    ['Mt Elgon', 'mount elgon'],
    ['East', 'east'],
    ['The', 'the'],
  ] as const)
    assert.equal(placeKey(name), key)
})

test('names that sound alike share a hash where they are as long', () => {
  assert.equal(soundHash('diabaly'), soundHash('diabali'))
  assert.equal(soundHash('bani bangou'), soundHash('banibangou'))
  assert.notEqual(soundHash('gao'), soundHash('kati'))
  assert.equal(soundHash('ogossagu', 9), soundHash('ogossagou'))
})

test('one sound, one spelling', () => {
  assert.equal(spelling('diabaly'), spelling('diabali'))
  assert.equal(spelling('al bukamal'), spelling('bukamal'))
  assert.equal(spelling('wadi'), spelling('ouadi'))
})

test('edit distance counts up to its limit', () => {
  for (const [a, b, distance] of [
    ['kidal', 'kidal', 0],
    ['kidal', 'kidl', 1],
    ['kidal', 'kdial', 1],
    ['kidal', 'gao', 3],
  ] as const)
    assert.equal(editDistance(a, b, 2), distance)
})
