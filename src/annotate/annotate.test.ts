import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Language } from '../document/language.ts'
import type { Word } from '../document/layers.ts'
import { loadLanguage } from '../lang/index.ts'
import { loadTable } from '../resource/table.ts'
import { annotate } from './annotate.ts'
import { formatConllu, parseConllu } from './conllu.ts'
import { LONGEST } from './sentences.ts'

const languages = new Map<string, Language>()
const english = await languageOf('en')

async function languageOf(code: string): Promise<Language> {
  const language = languages.get(code) ?? (await loadLanguage(code))
  assert.ok(language, `no language ${code}`)
  languages.set(code, language)
  return language
}

for (const { language, text: marked } of loadTable(new URL('sentences.cases.tsv', import.meta.url), ['language', 'text']))
  test(`sentences: ${marked}`, async () => {
    const text = marked.replaceAll(' ‖ ', ' ')
    const { sentences } = annotate(text, await languageOf(language))
    assert.equal(sentences.map(s => text.slice(...s.span)).join(' ‖ '), marked)
  })

for (const { language, text, words: expected } of loadTable(new URL('words.cases.tsv', import.meta.url), ['language', 'text', 'words']))
  test(`words: ${text}`, async () => {
    const { words } = annotate(text, await languageOf(language))
    const written = words.map((w, i) => (i === 0 ? '' : w.token !== null && w.token !== i ? '+' : ' ') + w.form).join('')
    assert.equal(written, expected)
  })

const lemmas = loadTable(new URL('lemmas.cases.tsv', import.meta.url), ['language', 'text', 'word', 'upos', 'lemma'])
for (const { language, text, word, upos, lemma } of lemmas)
  test(`lemma of ${word} in: ${text}`, async () => {
    const found = annotate(text, await languageOf(language)).words.find(w => w.form === word)
    assert.deepEqual([found?.upos, found?.lemma], [upos, lemma])
  })

test('a cell of a table row is a sentence of its own, a wrapped line is not', () => {
  const text = 'Region\tKilled\nNorth\t12\n\nThe army said on Monday that it had\ntaken the town without a fight.'
  const { sentences } = annotate(text, english)
  assert.deepEqual(
    sentences.map(s => text.slice(...s.span)),
    ['Region', 'Killed', 'North', '12', 'The army said on Monday that it had\ntaken the town without a fight.'],
  )
  assert.deepEqual(
    sentences.map(s => s.paragraph),
    [0, 0, 1, 1, 2],
  )
})

const pieces = fc.constantFrom(
  '.',
  ' ',
  '\n',
  '\n\n',
  '\t',
  "don't",
  'U.S.',
  '’',
  '“',
  '”',
  '(',
  '--',
  '1,200',
  'Mali',
  'the',
  'e.g.',
  '😀',
  '\ud800',
  '\u0000',
  'http://',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(pieces, { maxLength: 40 }).map(list => list.join('')),
)

test('any string gives words in order that re-read as their forms', () => {
  fc.assert(
    fc.property(texts, text => {
      const { sentences, words } = annotate(text, english)
      let at = 0
      for (const [i, word] of words.entries()) {
        assert.equal(word.index, i)
        const shared = word.token !== null && word.token !== i && word.start < at
        if (shared) assert.equal(word.end, at)
        else assert.equal(text.slice(at, word.start).trim(), '')
        if (!shared && word.token === null) assert.equal(text.slice(word.start, word.end), word.form)
        assert.ok(word.end > word.start && word.lemma !== '' && word.feats !== '')
        at = word.end
      }
      assert.equal(text.slice(at).trim(), '')
      let first = 0
      for (const [i, sentence] of sentences.entries()) {
        assert.deepEqual([sentence.index, sentence.first], [i, first])
        assert.ok(sentence.end > sentence.first)
        const own = words.slice(sentence.first, sentence.end)
        assert.equal(own.filter(w => w.head < 0).length, 1)
        for (const word of own) assert.ok(word.sentence === i && (word.head < 0 || inside(word.head, sentence.first, sentence.end)))
        first = sentence.end
      }
      assert.equal(first, words.length)
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('what is printed as CoNLL-U reads back as the same words', () => {
  fc.assert(
    fc.property(texts, text => {
      const { sentences, words } = annotate(text, english)
      const read = parseConllu(formatConllu(text, sentences, words))
      assert.deepEqual(
        read.map(s => s.words.map(w => [w.form, w.upos, w.head])),
        sentences.map(s => words.slice(s.first, s.end).map(w => [w.form, w.upos, headOf(w, s.first)])),
      )
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('a paragraph in front shifts spans and changes nothing else', () => {
  const text = 'Mr. Ba left. “We can’t stay,” he said.'
  const front = 'An earlier paragraph.\n\n'
  const alone = annotate(text, english).words
  const later = annotate(front + text, english).words.slice(4)
  assert.deepEqual(
    later.map(w => [w.form, w.upos, w.lemma, w.start - front.length, w.end - front.length]),
    alone.map(w => [w.form, w.upos, w.lemma, w.start, w.end]),
  )
})

test('long and odd texts are read; a sentence has its limit', () => {
  for (const text of [
    'a'.repeat(1_000_000),
    '-'.repeat(200_000),
    '-a'.repeat(50_000),
    '('.repeat(50_000),
    "'s".repeat(20_000),
    'U.S.'.repeat(20_000),
  ])
    assert.ok(annotate(text, english).words.length > 0)
  const { sentences, words } = annotate('people and '.repeat(5_000), english)
  assert.equal(words.length, 10_000)
  for (const s of sentences) assert.ok(s.end - s.first <= LONGEST)
})

function inside(head: number, first: number, end: number): boolean {
  return head >= first && head < end
}

function headOf(word: Word, first: number): number {
  return word.head < 0 ? -1 : word.head - first
}
