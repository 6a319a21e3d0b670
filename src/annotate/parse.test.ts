import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { UPOS } from '../document/layers.ts'
import { modelsIn } from '../resource/model.ts'
import { parse, parserWeights } from './parse.ts'

const weights = parserWeights(modelsIn(new URL('../../data/en/', import.meta.url))('parser'))

test('any words with any tags get one root and no cycle', () => {
  const word = fc.tuple(fc.string(), fc.constantFrom(...UPOS, '?'), fc.constantFrom('_', 'Number=Plur', 'x'))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), words => {
      const tree = parse({ forms: words.map(w => w[0]), upos: words.map(w => w[1]), feats: words.map(w => w[2]) }, weights)
      assert.equal(tree.heads.length, words.length)
      assert.equal(tree.heads.filter(h => h === -1).length, Math.min(1, words.length))
      for (const [i, head] of tree.heads.entries()) {
        assert.equal(tree.deprels[i] === 'root', head === -1)
        let steps = 0
        for (let at = i; at !== -1; at = tree.heads[at]!) assert.ok(steps++ < words.length)
      }
    }),
  )
})
