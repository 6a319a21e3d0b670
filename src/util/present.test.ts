import assert from 'node:assert/strict'
import { test } from 'node:test'
import { present } from './present.ts'

test('what is undefined goes, all else stays', () => {
  assert.deepEqual(present({ a: undefined, b: null, c: 0, d: '', e: false }), { b: null, c: 0, d: '', e: false })
})
