import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadTable } from '../resource/table.ts'
import { detectLanguage, languageName } from './detect.ts'

for (const { text, language } of loadTable(new URL('./detect.cases.tsv', import.meta.url), ['text', 'language']))
  test(`${language}: ${text.slice(0, 50)}`, () => assert.equal(detectLanguage(text).code, language))

test('any string has a language or none', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => assert.match(detectLanguage(text).code, /^[a-z]{2,3}$/)))
})

test('a head in another language does not decide over a long text', () => {
  const text = `Communiqué de presse\n\n${'The office said that it was ready to help those who had fled. '.repeat(20)}`
  assert.equal(detectLanguage(text).code, 'en')
})

test('languages have names', () => assert.deepEqual(['fr', 'am', 'qq'].map(languageName), ['French', 'Amharic or Tigrinya', 'qq']))
