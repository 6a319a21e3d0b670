import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportPlaces } from './support.ts'

test('places near each other speak for each other', () => {
  const town = { place: { lat: 14.1, lon: -1.6 }, weight: 1 }
  const quarter = { place: { lat: 14.15, lon: -1.65 }, weight: 0.8 }
  const elsewhere = { place: { lat: 9.5, lon: 8.9 }, weight: 1.5 }
  assert.deepEqual(
    supportPlaces([elsewhere, town, quarter]).map(({ support }) => support),
    [1.5, 1.8, 1.8],
  )
})
