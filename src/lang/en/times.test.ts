import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TimeMention, Word } from '../../document/layers.ts'
import { findTimes } from '../../extract/times.ts'
import type { Time } from '../../record/time.ts'
import { time as timeSchema } from '../../record/time.ts'
import { setDays } from '../../resolve/when.ts'
import { loadTable } from '../../resource/table.ts'
import { loadTimesAnswers } from './times.ts'

const answers = loadTimesAnswers()

/** Words without tags: the finder must live with a text of which it knows the letters alone. */
function wordsOf(text: string): Word[] {
  let sentence = 0
  return [...text.matchAll(/[\p{L}\d](?:[\p{L}\d]|[-–'’.:,/](?=[\p{L}\d]))*|\p{L}\.|\S/gu)].map((match, index) => {
    const word = plainWord(match[0], index, match.index, sentence)
    if (match[0] === '.' && /^\s+\p{Lu}/u.test(text.slice(match.index + 1))) sentence++
    return word
  })
}

function plainWord(form: string, index: number, start: number, sentence: number): Word {
  const lower = form.toLowerCase()
  return {
    index,
    sentence,
    start,
    end: start + form.length,
    form,
    lower,
    lemma: lower,
    upos: 'X',
    feats: '_',
    head: -1,
    deprel: 'root',
    children: [],
    token: null,
  }
}

function read(text: string, published: string): TimeMention[] {
  const words = wordsOf(text)
  const day: Time | null =
    published === '-'
      ? null
      : { start: published, end: published, type: 'date', value: published, precision: 'day', basis: 'stated', span: null }
  return setDays(findTimes(words, answers), words, day, answers)
}

function show(text: string, { time }: TimeMention): string {
  const days = time.start === null && time.end === null ? '' : `[${time.start ?? ''}..${time.end ?? ''}]`
  return `${text.slice(...(time.span ?? [0, 0]))}=${time.value}${days}`
}

for (const { text, published, expected, line } of loadTable(new URL('times.cases.tsv', import.meta.url), ['text', 'published', 'expected']))
  test(`case ${line}: ${text}`, () => {
    assert.equal(
      read(text, published)
        .map(m => show(text, m))
        .join('; ') || 'none',
      expected,
    )
  })

test('both ends of a period carry the whole of it', () => {
  const [first, last] = read('It ran from 3 to 7 March 2024.', '2024-04-01')
  assert.equal(first?.range?.start, '2024-03-03')
  assert.equal(first?.range?.end, '2024-03-07')
  assert.equal(first?.range, last?.range)
  assert.equal(first?.range?.value, '2024-03-03/2024-03-07')
})

test('what is stated, resolved and inferred is told apart', () => {
  const basis = (text: string, published: string) => read(text, published).map(m => m.time.basis)
  assert.deepEqual(basis('On 5 March 2024 he left.', '2024-04-01'), ['stated'])
  assert.deepEqual(basis('On 5 March he left.', '2024-04-01'), ['resolved'])
  assert.deepEqual(basis('In 2024 he left. Last year he came.', '-'), ['stated', 'inferred'])
})

const bits = fc.constantFrom(
  ...'the of in last next 5 31 2024 March May Friday quarter week years ago later 10:35 a.m. - to and early end since until every BC 1990s 00 first . , Christmas'.split(
    ' ',
  ),
)

test('any words give well-formed, ordered times whose spans lie on words', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: bits }, fc.string())), fc.boolean(), (parts, dated) => {
      const text = parts.join(' ')
      const times = read(text, dated ? '2024-03-20' : '-')
      let end = 0
      for (const { time } of times) {
        timeSchema.parse(time)
        assert.ok(time.span && time.span[0] >= end && time.span[1] > time.span[0] && time.span[1] <= text.length)
        end = time.span[1]
        if (time.start && time.end && !time.start.startsWith('-')) assert.ok(time.start <= time.end, `${time.start} > ${time.end}`)
      }
    }),
  )
})

test('a sentence in front moves the spans and changes nothing else', () => {
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 8 }), parts => {
      const text = `${parts.join(' ')} .`
      const alone = read(text, '2024-03-20')
      const behind = read(`Nobody came . ${text}`, '2024-03-20')
      assert.deepEqual(
        behind.map(m => [m.time.value, m.time.start, m.time.end, (m.time.span?.[0] ?? 0) - 14]),
        alone.map(m => [m.time.value, m.time.start, m.time.end, m.time.span?.[0]]),
      )
    }),
  )
})

test('every rule has a name and a sentence', () => {
  for (const rule of answers.layers.flat()) {
    assert.match(rule.name, /^[a-z]+(?:-[a-z]+)*$/)
    assert.match(rule.says, /^[A-Z].*\.$/)
  }
})
