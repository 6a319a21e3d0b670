import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Recent } from './recent.ts'

test('what is asked for stays, what is not goes, and no more is held than was said', () => {
  const recent = new Recent<number, string>(10)
  for (let i = 0; i < 100; i++) {
    recent.set(i, `n${i}`)
    assert.equal(recent.get(0), 'n0')
  }
  const held = Array.from({ length: 100 }, (_, i) => i).filter(i => recent.get(i) !== undefined)
  assert.ok(held.length <= 10, String(held))
  assert.ok(held.includes(0) && held.includes(99))
})

test('what is taken away is gone', () => {
  const recent = new Recent<string, number>(4)
  for (const [i, key] of ['a', 'b', 'c'].entries()) recent.set(key, i)
  recent.delete('a')
  assert.equal(recent.get('a'), undefined)
  recent.clear()
  assert.deepEqual([recent.get('b'), recent.get('c')], [undefined, undefined])
})
