import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseClaims } from './parse-claims.ts'

const told = { no: 1, text: 'Four died.', trouble: null, fields: null, cites: ['a'] }

test('CSV, JSON and JSON Lines give the same claims', () => {
  for (const content of [
    'claim,cite\nFour died.,a\n',
    'claim;cite\nFour died.;a\n',
    '[{"claim":"Four died.","cite":"a"}]',
    '{"claim":"Four died.","cite":["a"]}\n',
  ])
    assert.deepEqual(parseClaims(content, 'x'), [told])
})

test('fields, and several cited texts in a cell and in columns', () => {
  const [claim] = parseClaims('Number,Measure,Place,Time,Source,cite,url\n"1,200",displaced,Mopti,,UN,a; b,https://x.example/1\n', 'x')
  assert.deepEqual(claim?.fields, { number: '1,200', measure: 'displaced', place: 'Mopti', time: null, source: 'UN' })
  assert.deepEqual(claim?.cites, ['a', 'b', 'https://x.example/1'])
})

test('odd rows stay, for each to say what is wrong with it', () => {
  assert.deepEqual(
    parseClaims('claim,cite\n,a\nFour died.,\n', 'x').map(({ text, cites }) => [text, cites.length]),
    [
      [null, 1],
      ['Four died.', 0],
    ],
  )
})

test('a comma without quotation marks is told', () => {
  assert.match(parseClaims('claim,cite\nFour, or five, died.,a\n', 'x')[0]?.trouble ?? '', /quotation marks/)
})

test('what is no table is an error with a mend', () => {
  assert.throws(() => parseClaims('[{"claim":', 'claims.json'), { code: 'bad-claims' })
})
