import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeLine, loadOutlines, OUTLINE_STEP } from './outlines.ts'

test('a line becomes short letters, steps of nothing left out', () => {
  assert.equal(encodeLine([[0, 0]]), '??')
  assert.equal(encodeLine([[0.05, -0.05]]), 'A@')
  assert.equal(
    encodeLine([
      [10, 10],
      [10.01, 10.01],
    ]),
    encodeLine([[10, 10]]),
  )
})

test('the outlines are those of the earth', () => {
  const { land, borders } = loadOutlines()
  assert.ok(land.length > 100 && borders.length > 200)
  for (const [lon, lat] of [...land, ...borders].flat())
    assert.ok(Math.abs(lon) <= 180 + OUTLINE_STEP && Math.abs(lat) <= 90 + OUTLINE_STEP)
  // Lake Chad's shores are shared by four countries: a border ends within a degree of it.
  assert.ok(borders.some(line => line.some(([lon, lat]) => Math.hypot(lon - 14, lat - 13) < 1)))
  // Africa is one ring that reaches from Dakar to Cape Agulhas.
  assert.ok(land.some(ring => ring.some(([lon]) => lon < -17) && ring.some(([, lat]) => lat < -34.5)))
})
