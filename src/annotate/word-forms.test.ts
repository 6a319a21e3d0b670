import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_CLUSTERS } from './clusters.ts'
import { NO_LEXICON } from './knowledge.ts'
import { createTokens, pushToken, type Tokens } from './tokens.ts'
import { describeWords } from './word-features.ts'
import { createWordForms, describeForms } from './word-forms.ts'

const KNOWLEDGE = { clusters: NO_CLUSTERS, usage: NO_LEXICON, classes: NO_LEXICON }

function tokensOf(text: string): Tokens {
  const tokens = createTokens(8)
  for (const { index, 0: word } of text.matchAll(/\S+/g)) pushToken(tokens, index, index + word.length, -1)
  return tokens
}

test('a word is described alike whether its form was met before or not', () => {
  const text = `Rebels met rebels in ĐAKOVICA , met in ${'x'.repeat(60)} Rebels`
  const tokens = tokensOf(text)
  const known = createWordForms(KNOWLEDGE)
  for (let turn = 0; turn < 2; turn++) {
    const { forms, lowers, info } = describeForms(text, tokens, 0, tokens.count, known)
    assert.deepEqual(forms, text.split(' '))
    assert.deepEqual(
      lowers,
      text.split(' ').map(word => word.toLowerCase()),
    )
    assert.deepEqual(info, describeWords(text, tokens, 0, tokens.count))
  }
})

test('words beyond what is remembered are described as well', () => {
  const text = Array.from({ length: 30_000 }, (_, i) => `w${(i * 7919) % 20_011}`).join(' ')
  const tokens = tokensOf(text)
  const { forms, info } = describeForms(text, tokens, 0, tokens.count, createWordForms(KNOWLEDGE))
  assert.deepEqual(forms, text.split(' '))
  assert.deepEqual(info, describeWords(text, tokens, 0, tokens.count))
})

test('a part of a multiword token has its own form', () => {
  const tokens = tokensOf('du pain')
  tokens.forms.set(0, 'de')
  assert.deepEqual(describeForms('du pain', tokens, 0, 2, createWordForms(KNOWLEDGE)).forms, ['de', 'pain'])
})
