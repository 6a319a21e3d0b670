import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GriotError } from '../util/error.ts'
import { decodeBytes } from './decode.ts'

const utf16 = (text: string, mark: boolean, swap: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return swap ? bytes.swap16() : bytes
}
const SENTENCE = 'Troops left Sévaré on Monday, the ministry said.'

test('UTF-8 is read without a word, its mark goes', () => {
  assert.deepEqual(decodeBytes(Buffer.from(SENTENCE), 'a'), { text: SENTENCE, notes: [] })
  assert.deepEqual(decodeBytes(Buffer.from(`\uFEFF${SENTENCE}`), 'a'), { text: SENTENCE, notes: [] })
})

for (const [name, mark, swap] of [
  ['UTF-16LE', true, false],
  ['UTF-16BE', true, true],
  ['UTF-16LE', false, false],
  ['UTF-16BE', false, true],
] as const)
  test(`${name} ${mark ? 'with' : 'without'} a mark is read and said`, () => {
    const { text, notes } = decodeBytes(utf16(SENTENCE, mark, swap), 'a')
    assert.equal(text, SENTENCE)
    assert.match(notes[0] ?? '', new RegExp(`as ${name}, by its ${mark ? 'byte order mark' : 'zero bytes'}`))
  })

test('bytes that are no UTF-8 are Windows-1252, and that is said', () => {
  const { text, notes } = decodeBytes(Buffer.from([0x93, 0x53, 0xe9, 0x76, 0x61, 0x72, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35]), 'a')
  assert.equal(text, '“Sévaré” – €5')
  assert.match(notes[0] ?? '', /Windows-1252/)
})

test('UTF-8 with a byte lost stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('Sévaré, Ségou, Koulikoro à côté '), Buffer.from([0xe9]), Buffer.from(' fin')])
  const { text, notes } = decodeBytes(bytes, 'a')
  assert.equal(text, 'Sévaré, Ségou, Koulikoro à côté \uFFFD fin')
  assert.match(notes[0] ?? '', /no UTF-8/)
})

test('a declared encoding is obeyed where the bytes are no UTF-8, and passed over where it is unknown', () => {
  const bytes = Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0])
  assert.equal(decodeBytes(bytes, 'a', () => 'windows-1251').text, 'Москва')
  assert.match(decodeBytes(bytes, 'a', () => 'no-such-thing').notes[0] ?? '', /Windows-1252/)
  assert.equal(decodeBytes(Buffer.from('Москва'), 'a', () => 'windows-1251').text, 'Москва')
})

for (const [what, bytes, message] of [
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), /report\.bin is a PDF, not text/],
  ['a ZIP archive', Buffer.from('PK\u0003\u0004rest'), /packed file/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /picture/],
  ['control characters', Buffer.from(Array.from({ length: 256 }, (_, i) => i % 32)), /binary data/],
] as const)
  test(`${what} is no text, and the message names file and mend`, () => {
    assert.throws(
      () => decodeBytes(bytes, 'report.bin'),
      error =>
        error instanceof GriotError &&
        message.test(error.message) &&
        error.message.startsWith('report.bin') &&
        (error.hint ?? '') !== '' &&
        error.exitCode === 2,
    )
  })

test('a few NULs do not make a text binary', () => {
  assert.equal(decodeBytes(Buffer.from(`${SENTENCE}\0${SENTENCE}`), 'a').text.length, 2 * SENTENCE.length + 1)
})
