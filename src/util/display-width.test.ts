import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { displayWidth, makePrintable, wrap } from './display-width.ts'

for (const [text, width] of [
  ['', 0],
  ['plain', 5],
  ['Sévaré', 6],
  ['e\u0301te\u0301', 3],
  ['漢字', 4],
  ['한국', 4],
  ['👩‍👩‍👧‍👦', 2],
  ['a\u200Bb', 2],
] as const)
  test(`${JSON.stringify(text)} is ${width} columns wide`, () => assert.equal(displayWidth(text), width))

const lines = (text: string, width: number) => wrap(text, width).map(span => text.slice(...span))

test('lines break at spaces, and a word that is too wide between graphemes', () => {
  assert.deepEqual(lines('one two three', 7), ['one two', 'three'])
  assert.deepEqual(lines('abcdefgh ij', 3), ['abc', 'def', 'gh', 'ij'])
  assert.deepEqual(lines('漢字漢字', 5), ['漢字', '漢字'])
  assert.deepEqual(lines('e\u0301e\u0301e\u0301', 2), ['e\u0301e\u0301', 'e\u0301'])
  assert.deepEqual(lines('', 10), [])
  assert.deepEqual(lines('  two   spaces ', 20), ['two   spaces'])
})

test('no line is wider than asked, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', 'é', '漢', 'e\u0301', '-') }),
      fc.integer({ min: 2, max: 12 }),
      (text, width) => {
        const broken = lines(text, width)
        for (const line of broken) assert.ok(displayWidth(line) <= width, line)
        assert.equal(broken.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
      },
    ),
  )
})

test('what a terminal would obey is shown or dropped', () => {
  assert.equal(makePrintable('a\u001B[31mb\u0007\u009Bc'), 'a\uFFFD[31mb\uFFFD\uFFFDc')
  assert.equal(makePrintable('a\u202Eb\u2066c\td\ne'), 'abc d e')
})
