import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSlots } from './slots.ts'

/** Asks for keys in one turn; the places, those given only now negative. */
function ask(slots: ReturnType<typeof createSlots>, ...keys: number[]): number[] {
  slots.begin()
  return keys.map(slots.find)
}

test('a key keeps its place as long as there is room', () => {
  const slots = createSlots(4)
  assert.deepEqual(ask(slots, 7, 8, 7), [~0, ~1, 0])
  assert.deepEqual(ask(slots, 8, 9, 7), [1, ~2, 0])
})

test('what was asked for again stays longer than what was not', () => {
  const slots = createSlots(3)
  ask(slots, 1, 2, 3)
  ask(slots, 1)
  assert.deepEqual(ask(slots, 4), [~1])
  assert.deepEqual(ask(slots, 1), [0])
  assert.ok((ask(slots, 2)[0] as number) < 0)
})

test('what is asked for in one turn never shares a place', () => {
  const slots = createSlots(8)
  for (let from = 0; from < 200; from += 3) {
    const places = ask(slots, from, from + 1, from + 2, from + 3, from + 4, from + 5).map(place => (place < 0 ? ~place : place))
    assert.equal(new Set(places).size, places.length)
  }
})

test('cleared, all places are free', () => {
  const slots = createSlots(3)
  ask(slots, 1, 2, 3)
  slots.clear()
  assert.deepEqual(ask(slots, 3), [~0])
})
