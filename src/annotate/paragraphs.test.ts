import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findParagraphs } from './paragraphs.ts'

const read = (text: string) => findParagraphs(text).map(span => text.slice(...span))

test('a blank line ends a paragraph', () => assert.deepEqual(read('One.\n \nTwo.\n\n\nThree.'), ['One.', 'Two.', 'Three.']))

test('lines broken where the next word would not fit belong together', () => {
  const wrapped = 'The column left the barracks before\ndawn and reached the river at noon,\nwhere it halted.'
  assert.deepEqual(read(wrapped), [wrapped])
})

test('lines that end early stand alone', () =>
  assert.deepEqual(read('By our reporter\nThe column left the barracks before dawn and reached the river.'), [
    'By our reporter',
    'The column left the barracks before dawn and reached the river.',
  ]))

test('items of a list stand alone', () =>
  assert.deepEqual(read('- rice and cooking oil for all\n- blankets and many plastic sheets'), [
    '- rice and cooking oil for all',
    '- blankets and many plastic sheets',
  ]))

test('a row of a table stands alone', () => assert.deepEqual(read('North\t12\nSouth\t7\n'), ['North\t12', 'South\t7']))

test('nothing gives nothing', () => assert.deepEqual(read(' \n\t\n'), []))
