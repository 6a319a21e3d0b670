import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packUses, sharesOf, type Uses } from './usage.ts'

function uses(some: Partial<Uses>): Uses {
  return { first: 0, last: 0, places: 0, organisations: 0, others: 0, ...some }
}

test('each share has its two bits: under 5 %, under 30, under 70, more', () => {
  assert.equal(sharesOf(packUses(uses({ last: 10 }))), 0b00_00_00_11)
  assert.equal(sharesOf(packUses(uses({ places: 9, organisations: 1 }))), 0b00_01_11_00)
  assert.equal(sharesOf(packUses(uses({ last: 1, organisations: 50, others: 50 }))), 0b10_10_00_00)
})

test('the times seen and the place in the names of people stand above the shares', () => {
  assert.equal(packUses(uses({ last: 3 })) >> 8, 0b00_00)
  assert.equal(packUses(uses({ first: 20 })) >> 8, 0b11_10)
  assert.equal(packUses(uses({ first: 50, last: 50 })) >> 8, 0b10_11)
  assert.equal(packUses(uses({ places: 100 })) >> 8, 0b00_11)
})

test('twelve bits are enough, and a word that was seen is never 0', () => {
  for (const key of ['first', 'last', 'places', 'organisations', 'others'] as const) {
    const code = packUses(uses({ [key]: 1_000_000 }))
    assert.ok(code > 0 && code < 1 << 12, key)
  }
})
