import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceReport } from '../formats/source.ts'
import { prepareReport } from './prepare.ts'
import { READ_LIMIT, readablePart } from './read-limit.ts'

test('a text within the limit is read whole', () => assert.equal(readablePart('one two', 7), 'one two'))
test('a longer one is cut between words', () => assert.equal(readablePart('one two three', 10), 'one two'))
test('a word longer than any is cut, but no character', () => {
  assert.equal(readablePart('a'.repeat(3000), 2000).length, 2000)
  assert.equal(readablePart('😀'.repeat(2000), 2001).length, 2000)
})
test('the report keeps what is not read, and says so', () => {
  const { text, notes } = prepareReport(sourceReport({ text: 'word\n'.repeat(READ_LIMIT / 4), language: 'en' }))
  assert.equal(text.length, (READ_LIMIT / 4) * 5)
  assert.deepEqual(notes, ['The text has 1250000 characters; the first 1000000 are read.'])
})
