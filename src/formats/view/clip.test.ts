import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clipRing, cutLine } from './clip.ts'

const size = { width: 100, height: 50 }

test('a ring that lies inside stays, one outside is gone, one across is cut a little beyond the edge', () => {
  const inside = [
    [10, 10],
    [20, 10],
    [20, 20],
  ] as const
  assert.deepEqual(clipRing(inside, size), inside)
  assert.deepEqual(
    clipRing(
      [
        [200, 10],
        [220, 10],
        [220, 20],
      ],
      size,
    ),
    [],
  )
  const across = clipRing(
    [
      [50, 10],
      [150, 10],
      [150, 40],
      [50, 40],
    ],
    size,
  )
  assert.deepEqual(Math.max(...across.map(([x]) => x)), 106)
})

test('a line is left with the pieces that lie in the drawing, cut at its edge', () => {
  assert.deepEqual(
    cutLine(
      [
        [10, 10],
        [20, 20],
        [300, 20],
        [300, 30],
        [301, 30],
      ],
      size,
    ),
    [
      [
        [10, 10],
        [20, 20],
        [100, 20],
      ],
    ],
  )
  assert.deepEqual(cutLine([], size), [])
})
