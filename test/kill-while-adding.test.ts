import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killWhileAdding } from '../bench/kill-while-adding.ts'

test('a library that was killed while it grew is whole, and the same command goes on: nothing lost, nothing doubled', async () => {
  assert.deepEqual(await killWhileAdding(3, 400, 3000, 1), { kills: 3, opened: 3, lost: 0, doubled: 0 })
})
