import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTable } from '../../resource/table.ts'
import { isPublicAddress } from './addresses.ts'
import { nextTry } from './retry.ts'

for (const { address, public: isPublic } of loadTable(new URL('./addresses.cases.tsv', import.meta.url), ['address', 'public']))
  test(`${address || 'nothing'} is ${isPublic === 'yes' ? '' : 'not '}public`, () => {
    assert.equal(isPublicAddress(address), isPublic === 'yes')
  })

const HOUR = 3_600_000
const NOW = Date.parse('2026-01-05T08:00:00Z')
const RETRIES: readonly (readonly [number, string | undefined, number])[] = [
  [1, undefined, HOUR],
  [2, undefined, 2 * HOUR],
  [4, undefined, 8 * HOUR],
  [60, undefined, 24 * HOUR],
  [1, '120', 120_000],
  [1, 'Mon, 05 Jan 2026 10:00:00 GMT', 2 * HOUR],
  [1, 'Mon, 05 Jan 2026 06:00:00 GMT', 0],
  [1, '99999999', 168 * HOUR],
  [1, 'soon', HOUR],
  [1, '-5', HOUR],
]
for (const [failures, retryAfter, wait] of RETRIES)
  test(`after ${failures} failures and "${retryAfter}" a server is asked again in ${wait} ms`, () => {
    assert.equal(nextTry(NOW, HOUR, failures, retryAfter) - NOW, wait)
  })
