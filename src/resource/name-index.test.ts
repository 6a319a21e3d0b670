import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packNames, posting } from '../../train/name-index.ts'
import { formatModel, parseModel } from './model.ts'
import { openNameIndex } from './name-index.ts'

const entries = Array.from(
  { length: 1000 },
  (_, i) => [`name ${String(i).padStart(4, '0')}`, [posting(i, i % 3), posting(i + 1, 0)]] as const,
)
const index = openNameIndex(parseModel(formatModel({}, packNames(entries)), 'names'))

test('each name of a packed list is found with what bears it', () => {
  for (const [i, [key]] of entries.entries())
    assert.deepEqual(index.find(key), [
      { number: i, form: i % 3 },
      { number: i + 1, form: 0 },
    ])
})

test('names between, before and after the listed ones are not found', () => {
  for (const key of ['', 'a', 'name', 'name 0000x', 'name 00005', 'name 9999', 'zzz', 'x'.repeat(1000)])
    assert.deepEqual(index.find(key), [])
})

test('a name is found by its number', () => {
  assert.equal(index.at(517)?.key, 'name 0517')
  assert.deepEqual(index.at(517)?.hits()[1], { number: 518, form: 0 })
})

test('an empty list has no names', () => {
  assert.deepEqual(openNameIndex(parseModel(formatModel({}, packNames([])), 'none')).find('a'), [])
})
