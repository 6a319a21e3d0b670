import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GriotError } from './error.ts'

test('an error without a cause is the user’s mistake', () => {
  const error = new GriotError('file-missing', 'There is no file a.txt.', { hint: 'Check the name.' })
  assert.equal(error.exitCode, 2)
  assert.equal(error.hint, 'Check the name.')
})

test('an error with a cause is the world’s fault', () => {
  assert.equal(new GriotError('disk', 'a.txt could not be read.', { cause: new Error('EIO') }).exitCode, 1)
})
