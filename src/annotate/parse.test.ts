import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { UPOS } from '../document/layers.ts'
import { modelsIn } from '../resource/model.ts'
import { createParser, parse, parseAll, type TaggedSentence, type Tree } from './parse.ts'

const model = modelsIn(new URL('../../data/en/', import.meta.url))('parser')
const parser = createParser(model)

/** "form/TAG form/TAG" as a sentence without features. */
function tagged(text: string): TaggedSentence {
  const words = text.split(' ').map(word => word.split('/') as [string, string])
  return { forms: words.map(w => w[0]), upos: words.map(w => w[1]), feats: words.map(() => '_') }
}

function checkTree(tree: Tree, length: number): void {
  assert.equal(tree.heads.length, length)
  assert.equal(tree.deprels.length, length)
  assert.equal(tree.heads.filter(h => h === -1).length, Math.min(1, length))
  for (const [i, head] of tree.heads.entries()) {
    assert.equal(tree.deprels[i] === 'root', head === -1)
    let steps = 0
    for (let at = i; at !== -1; at = tree.heads[at]!) assert.ok(steps++ < length, 'a cycle')
  }
}

const word = fc.tuple(fc.string(), fc.constantFrom(...UPOS, '?'), fc.constantFrom('_', 'Number=Plur', 'x'))
const sentence = fc.array(word, { maxLength: 60 }).map(words => ({
  forms: words.map(w => w[0]),
  upos: words.map(w => w[1]),
  feats: words.map(w => w[2]),
}))

test('any words with any tags get one root and no cycle', () => {
  fc.assert(fc.property(sentence, s => checkTree(parse(s, parser), s.forms.length)))
})

test('a sentence gets the same tree alone and among others, from a parser that has read much and from a new one', () => {
  const fresh = createParser(model)
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), sentences => {
      const together = parseAll(sentences, parser)
      assert.equal(together.length, sentences.length)
      for (const [i, s] of sentences.entries()) assert.deepEqual(parse(s, fresh), together[i])
    }),
    { numRuns: 30 },
  )
})

test('a very long sentence is one tree', () => {
  for (const [form, tag] of [
    ['-', 'PUNCT'],
    ['word', 'NOUN'],
  ] as const) {
    const length = 5000
    const forms = Array<string>(length).fill(form)
    checkTree(parse({ forms, upos: forms.map(() => tag), feats: forms.map(() => '_') }, parser), length)
  }
})

test('who did what is found in plain sentences', () => {
  const cases: [text: string, tree: string][] = [
    [
      'Gunmen/NOUN killed/VERB three/NUM soldiers/NOUN near/ADP the/DET border/NOUN ./PUNCT',
      'nsubj:killed root nummod:soldiers obj:killed case:border det:border obl:killed punct:killed',
    ],
    [
      'Two/NUM villages/NOUN were/AUX attacked/VERB by/ADP rebels/NOUN on/ADP Monday/PROPN ./PUNCT',
      'nummod:villages nsubj:pass:attacked aux:pass:attacked root case:rebels obl:agent:attacked case:Monday obl:attacked punct:attacked',
    ],
    [
      'The/DET minister/NOUN said/VERB that/SCONJ talks/NOUN would/AUX resume/VERB ./PUNCT',
      'det:minister nsubj:said root mark:resume nsubj:resume aux:resume ccomp:said punct:said',
    ],
    [
      '“/PUNCT We/PRON will/AUX leave/VERB ,/PUNCT ”/PUNCT said/VERB the/DET governor/NOUN ./PUNCT',
      'punct:leave nsubj:leave aux:leave ccomp:said punct:leave punct:leave root det:governor nsubj:said punct:said',
    ],
  ]
  for (const [text, expected] of cases) {
    const { forms, ...tags } = tagged(text)
    const { heads, deprels } = parse({ forms, ...tags }, parser)
    const found = [...heads].map((head, i) => (head < 0 ? 'root' : `${deprels[i]}:${forms[head]}`))
    // The place of punctuation is a matter of convention.
    const told = (list: string[]) => list.filter(item => !item.startsWith('punct')).join(' ')
    assert.equal(told(found), told(expected.split(' ')))
  }
})
