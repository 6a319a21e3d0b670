import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgress, describeProgress } from './progress.ts'
import type { Output } from './world.ts'

test('rate and time left, where the whole is known', () => {
  assert.equal(describeProgress(1240, 250, 1000, 6), '1240 reports, 25 %, 207/s, 0:18 left')
  assert.equal(describeProgress(1, 0, null, 4), '1 report, 0.3/s')
  assert.equal(describeProgress(10, 1, 3601, 2), '10 reports, 0 %, 5.0/s, 2:00:00 left')
})

function drawn(isTTY: boolean): string {
  const written: string[] = []
  let now = 0
  const progress = createProgress({ isTTY, write: (text: string) => written.push(text) } as unknown as Output, 100, () => now)
  for (const time of [50, 300, 350, 900]) {
    now = time
    progress.step(10)
  }
  progress.clear()
  return written.join('')
}

test('a terminal sees it a few times a second and is left clean; anything else sees nothing', () => {
  assert.equal(drawn(true), '\r\u001b[K2 reports, 20 %, 6.7/s, 0:02 left\r\u001b[K4 reports, 40 %, 4.4/s, 0:02 left\r\u001b[K')
  assert.equal(drawn(false), '')
})
