import assert from 'node:assert/strict'
import { test } from 'node:test'
import { affixesOf, shapeOf } from './inputs.ts'

test('the shape tells how a word is written', () => {
  const cases: [form: string, shape: number][] = [
    ['', 0],
    ['—', 0],
    ['12', 1],
    ['F-16', 1],
    ['army', 2],
    ["n't", 2],
    ['Élysée', 3],
    ['A', 3],
    ['UN', 4],
    ['U.N.', 4],
    ['McCain', 5],
    ['eLife', 5],
  ]
  for (const [form, shape] of cases) assert.equal(shapeOf(form), shape, form)
})

test('affixes are marked with their kind and may be the whole word', () => {
  assert.deepEqual(affixesOf('attacked'), ['a:ed', 'b:ked', 'c:cked', 'd:att'])
  assert.deepEqual(affixesOf('of'), ['a:of', 'b:of', 'c:of', 'd:of'])
  assert.deepEqual(affixesOf(''), ['a:', 'b:', 'c:', 'd:'])
})
