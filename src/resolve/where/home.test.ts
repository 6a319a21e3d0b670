import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeOf } from './home.ts'

test('the country of an address', () => {
  for (const [url, country] of [
    ['https://www.example.co.uk/news/1', 'GB'],
    ['http://example.bf', 'BF'],
    ['https://example.ml:8080/a.fr', 'ML'],
    ['https://example.com/x.ml/', null],
    ['https://example.io/x', null],
    ['not an address', null],
    [null, null],
  ] as const)
    assert.equal(homeOf(url), country)
})
