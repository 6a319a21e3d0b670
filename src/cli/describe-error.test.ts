import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GriotError } from '../util/error.ts'
import { describeError } from './describe-error.ts'

test('message, cause and hint become sentences', () => {
  const error = new GriotError('unreadable', 'a.txt could not be read', {
    cause: new Error('EACCES: permission denied'),
    hint: 'Ask its owner',
  })
  assert.deepEqual(describeError(error, {}), {
    text: 'a.txt could not be read. EACCES: permission denied. Ask its owner.',
    exitCode: 1,
  })
})

test('a bug asks for a report and hides its stack', () => {
  const { text, exitCode } = describeError(new TypeError('x is not a function'), {})
  assert.match(text, /fault in Griot itself: x is not a function\. Please report it/)
  assert.doesNotMatch(text, /\n/)
  assert.equal(exitCode, 1)
})

test('GRIOT_DEBUG shows the stack of a bug', () => {
  assert.match(describeError(new TypeError('x'), { GRIOT_DEBUG: '1' }).text, /TypeError: x\n {4}at /)
})

test('anything thrown is described', () => {
  assert.match(describeError('odd', {}).text, /odd\. Please/)
})
