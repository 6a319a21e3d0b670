import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalHash, normalise } from './normalise.ts'

test('case, digits, quotes and dashes are levelled, accents stay', () => {
  assert.equal(normalise('Traoré’s'), "traoré's")
  assert.equal(normalise('2,450'), '0,000')
  assert.equal(normalise('“Wagner”'), '"wagner"')
  assert.equal(normalise('al–Shabaab'), 'al-shabaab')
  assert.equal(normalise(''), '')
})

test('length is kept, and normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), s => {
      const once = normalise(s)
      assert.equal(once.length, s.length)
      assert.equal(normalise(once), once)
      assert.equal(normalHash(once), normalHash(s))
    }),
  )
})
