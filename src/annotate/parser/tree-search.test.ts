import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findTree } from './tree-search.ts'

/** Scores of "word: head by score" rows; word i cannot be its own head. */
function scoresOf(rows: number[][]): { scores: Float32Array; stride: number } {
  const stride = rows.length + 1
  const scores = Float32Array.from(rows.flatMap((row, i) => row.map((score, j) => (j === i + 1 ? -1e9 : score))))
  return { scores, stride }
}

const square = fc.integer({ min: 1, max: 12 }).chain(n => {
  const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n + 1, maxLength: n + 1 })
  return fc.array(row, { minLength: n, maxLength: n })
})

test('any scores give one root and no cycle', () => {
  fc.assert(
    fc.property(square, rows => {
      const { scores, stride } = scoresOf(rows)
      const heads = findTree(scores, stride, rows.length)
      assert.equal(heads.filter(h => h === -1).length, 1)
      for (let i = 0; i < heads.length; i++) {
        let steps = 0
        for (let at = i; at !== -1; at = heads[at]!) assert.ok(steps++ < heads.length)
      }
    }),
    { numRuns: 1000 },
  )
})

test('the best heads are kept where they are a tree', () => {
  // Word 0 hangs on 1, 1 on the root, 2 on 1.
  const { scores, stride } = scoresOf([
    [0, 0, 5, 1],
    [9, 1, 0, 1],
    [0, 1, 3, 0],
  ])
  assert.deepEqual([...findTree(scores, stride, 3)], [1, -1, 1])
})

test('a cycle is opened where it costs least', () => {
  // 0 and 1 want each other; 1 loses less by going to 2, the root.
  const { scores, stride } = scoresOf([
    [0, 0, 9, 2],
    [0, 9, 0, 7],
    [9, 0, 0, 0],
  ])
  assert.deepEqual([...findTree(scores, stride, 3)], [1, 2, -1])
})

test('of two roots the one that needs it more stays', () => {
  const { scores, stride } = scoresOf([
    [5, 0, 4],
    [9, 1, 0],
  ])
  assert.deepEqual([...findTree(scores, stride, 2)], [1, -1])
})

test('no words, no tree', () => {
  assert.deepEqual([...findTree(new Float32Array(0), 1, 0)], [])
})
