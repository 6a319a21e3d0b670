import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyScript, parseScript, scriptFor } from './lemmatize.ts'

const cases: [form: string, lemma: string, script: string][] = [
  ['cities', 'city', 'keep:3:y'],
  ['Cities', 'city', 'lower:3:y'],
  ['Goma', 'Goma', 'keep:0:'],
  ['were', 'be', 'keep:4:be'],
  ['1,200', '1200', 'bare:0:'],
  ['n’t', 'not', 'keep:2:ot'],
]

for (const [form, lemma, script] of cases)
  test(`${form} → ${lemma}`, () => {
    assert.equal(scriptFor(form, lemma), script)
    assert.equal(applyScript(form, parseScript(script)), lemma)
  })

test('a script that takes off more than there is leaves the form', () => {
  assert.equal(applyScript('of', parseScript('keep:3:y')), 'of')
  assert.equal(applyScript('s', parseScript('keep:1:')), 's')
})
