import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanLine, cleanText } from './clean.ts'

const cases: [name: string, text: string, clean: string, note: RegExp | null][] = [
  ['plain text', 'Two died.\r\nTwo fled.', 'Two died.\r\nTwo fled.', null],
  ['NUL', 'a\0b', 'a\uFFFDb', /NUL/],
  ['a lone surrogate', 'a\uD800b', 'a\uFFFDb', /lone surrogates/],
  ['a pair of surrogates', 'a😀b', 'a😀b', null],
  ['marks that turn the direction', 'a\u202Eb', 'a\u202Eb', /direction/],
  ['a bell', 'a\u0007b', 'a\u0007b', /control characters/],
  ['a space without width', 'a\u200Bb', 'a\u200Bb', /without width/],
  ['nothing', '', '', /is empty/],
  ['white space', ' \n\t', ' \n\t', /white space only/],
  ['letters apart from their accents', 'Se\u0301vare\u0301', 'Se\u0301vare\u0301', null],
]
for (const [name, text, clean, note] of cases)
  test(`${name} ${note ? 'is said' : 'is nothing odd'}`, () => {
    const cleaned = cleanText(text)
    assert.equal(cleaned.text, clean)
    if (note) assert.match(cleaned.notes.join(' '), note)
    else assert.deepEqual(cleaned.notes, [])
  })

test('a line without end is said', () => assert.match(cleanText('a '.repeat(60_000)).notes[0] ?? '', /a line of 120000 characters/))

test('no offset moves, and what comes out holds neither NUL nor half characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })), (text, units) => {
      const input = text + String.fromCharCode(...units)
      const clean = cleanText(input)
      assert.equal(clean.text.length, input.length)
      assert.ok(clean.text.isWellFormed() && !clean.text.includes('\0'))
      assert.deepEqual(cleanText(input), clean)
    }),
  )
})

test('a title comes on one line', () => {
  assert.equal(cleanLine(' Floods\n in  Dosso '), 'Floods in Dosso')
  assert.equal(cleanLine(' \n'), null)
})
