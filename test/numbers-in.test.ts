import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeBrief } from '../src/answers/brief/brief.ts'
import { libraryOf } from './library-of.ts'
import { numbersIn, untraced } from './numbers-in.ts'

const CASES: readonly (readonly [text: string, said: readonly number[], unsaid: readonly number[]])[] = [
  ['4 million people and 2.5 billion dollars', [4e6, 2.5e9], [2e9]],
  ['more than four million fled', [4e6], [1e6]],
  ['nearly one million of them, around a million more', [1e6], [2e6]],
  ['two hundred and fifty thousand tents', [250_000], [50_000, 2e5 + 51]],
  ['twenty-five houses, nineteen huts', [25, 19], [44, 45]],
  ['three hundred', [300], [3e6]],
  ['a town, a bridge and a road', [], [1]],
  ['millions fled, hundreds of thousands stayed', [], [1e6, 1e5]],
  ['two villages. A million left', [2, 1e6], [2e6]],
  ['seven, eight and nine', [7, 8, 9], [15, 24]],
]
for (const [text, said, unsaid] of CASES)
  test(`numbers of “${text}”`, () => {
    const found = numbersIn(text)
    for (const number of said) assert.ok(found.has(number), `${number} is said: ${[...found]}`)
    for (const number of unsaid) assert.ok(!found.has(number), `${number} is not said: ${[...found]}`)
  })

test('a number of a brief that its report spells out is traced to those words', async () => {
  const library = await libraryOf([
    {
      id: 'a',
      published: '2024-03-05',
      publisher: 'Delta Post',
      text: 'Four million people have fled their homes in Senegal, the government said.',
    },
    {
      id: 'b',
      published: '2024-04-05',
      publisher: 'Delta Post',
      text: 'Nearly a million people have been displaced in Senegal, aid agencies said.',
    },
  ])
  const sentences = writeBrief(library, { country: 'SEN', language: 'en' }).sections.flatMap(section => section.sentences)
  library.close()
  const texts = sentences.map(({ text }) => text).join('\n')
  assert.match(texts, /4,000,000/)
  assert.match(texts, /1,000,000/)
  for (const sentence of sentences) assert.deepEqual(untraced(sentence), [], sentence.text)
})
