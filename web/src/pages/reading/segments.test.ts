import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutText, type Span } from './segments.ts'

const anchors = (...spans: Span[]) => spans.map((span, i) => ({ of: `r${i}`, span }))

test('words of several records carry all of them, the shortest first', () => {
  const text = 'Rebels killed 12 people.'
  const [paragraph] = cutText(text, anchors([0, 24], [14, 16], [7, 23]))
  assert.deepEqual(
    paragraph?.segments.map(({ start, end, of }) => [text.slice(start, end), of.join(' ')]),
    [
      ['Rebels ', 'r0'],
      ['killed ', 'r2 r0'],
      ['12', 'r1 r2 r0'],
      [' people', 'r2 r0'],
      ['.', 'r0'],
    ],
  )
})

test('an anchor over several lines is in each of them', () => {
  const paragraphs = cutText('one\n\ntwo', anchors([1, 7]))
  assert.deepEqual(
    paragraphs.map(({ segments }) => segments.map(({ of }) => of.length)),
    [
      [0, 1],
      [1, 0],
    ],
  )
})

test('every letter outside of line ends is in exactly one piece, in the anchors that hold it', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)])
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '\n', '.'), maxLength: 60 }),
      fc.array(span, { maxLength: 8 }),
      (text, spans) => {
        const inside = spans.filter(([, end]) => end <= text.length)
        const segments = cutText(text, anchors(...inside)).flatMap(paragraph => paragraph.segments)
        assert.equal(segments.map(({ start, end }) => text.slice(start, end)).join(''), text.replaceAll('\n', ''))
        for (const { start, end, of } of segments)
          for (let at = start; at < end; at++) {
            const holding = inside.flatMap(([from, to], i) => (from <= at && at < to ? [`r${i}`] : []))
            assert.deepEqual([...of].sort(), holding.sort())
          }
      },
    ),
  )
})
