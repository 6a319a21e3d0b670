import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { english } from '../lang/en/index.ts'
import { loadTable } from '../resource/table.ts'
import { annotate } from './annotate.ts'
import { namesStage } from './names.ts'

function namesIn(text: string) {
  const { sentences, words } = annotate(text, english)
  const { names } = namesStage.run({ sentences, words }, english)
  return { names, words, sentences }
}

function marked(text: string): string {
  let out = ''
  let at = 0
  for (const { span, label } of namesIn(text).names) {
    out += `${text.slice(at, span[0])}[${text.slice(span[0], span[1])}]${label}`
    at = span[1]
  }
  return out + text.slice(at)
}

for (const { text, line } of loadTable(new URL('names.cases.tsv', import.meta.url), ['text']))
  test(`names.cases.tsv:${line}`, () => assert.equal(marked(text.replace(/\[([^\]]+)\](?:PER|LOC|ORG|MISC)/g, '$1')), text))

test('a name that is clear in one place tells what its last word and its initials are elsewhere', () => {
  const text = 'Kanda asked for calm.\n\nThe mayor, Benoît Kanda, spoke for the Union of Free Fishermen. UFF boats stayed ashore.'
  const found = namesIn(text).names.map(({ span, label }) => `${text.slice(span[0], span[1])}/${label}`)
  assert.equal(found[0], 'Kanda/PER')
  assert.ok(found.includes('UFF/ORG'), found.join(', '))
})

test('names lie inside sentences, in order, apart, and re-read as their words', () => {
  const pieces = fc.constantFrom(
    'Mali',
    'al',
    '-',
    'de',
    'Shabaab',
    'the',
    '(',
    ')',
    'UN',
    '.',
    '\n\n',
    'said',
    'Nord',
    "'s",
    '12',
    '“',
    'Ünïcode',
    '😀',
    'A',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces, { maxLength: 60 }).map(words => words.join(' ')),
      ),
      text => {
        const { names, words, sentences } = namesIn(text)
        let end = 0
        for (const name of names) {
          assert.ok(name.first >= end && name.end > name.first && name.end <= words.length)
          end = name.end
          const sentence = sentences.find(s => s.first <= name.first && name.first < s.end)
          assert.ok(sentence && name.end <= sentence.end)
          assert.deepEqual(name.span, [words[name.first]?.start, words[name.end - 1]?.end])
          assert.ok(name.confidence >= 0 && name.confidence <= 1)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('the same text gives the same names', () => {
  const text = 'The governor of Kidal met MINUSMA officers. Kidal is calm, MINUSMA said.'
  assert.deepEqual(namesIn(text).names, namesIn(text).names)
})
