import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bitsOf, createTable, extend, LISTED, PHRASE_LISTS, pieceHash, USES } from '../../src/annotate/names/lists.ts'
import { packUses, type Uses } from '../../src/annotate/names/usage.ts'
import type { BuiltLists } from './lists.ts'
import { toEntries } from './lists.ts'
import { addUses } from './usage.ts'

const none: Uses = { first: 0, last: 0, places: 0, organisations: 0, others: 0 }
const lists: BuiltLists = {
  phrases: toEntries(new Map([[phrase('Lake', 'Orba'), 1]])),
  words: toEntries(new Map([[pieceHash('Tovin'), 2]])),
  countries: [],
  places: [],
  people: [],
  organisations: [],
  acronyms: [],
}

function phrase(...words: string[]): number {
  return words.map(pieceHash).reduce(extend, 0)
}

test('uses stand above the lists of a word; words seen twice only are left out', () => {
  const tovin = { ...none, last: 8 }
  const words = new Map([
    [pieceHash('Tovin'), tovin],
    [pieceHash('Gessel'), { ...none, places: 3 }],
    [pieceHash('Rare'), { ...none, places: 2 }],
  ])
  const made = addUses(lists, { words, phrases: new Map() })
  const table = createTable(made.words.keys, made.words.bits)
  assert.equal(bitsOf(table, pieceHash('Tovin')) & LISTED, 2)
  assert.equal(bitsOf(table, pieceHash('Tovin')) >> USES, packUses(tovin))
  assert.equal(bitsOf(table, pieceHash('Gessel')) >> USES, packUses({ ...none, places: 3 }))
  assert.equal(bitsOf(table, pieceHash('Rare')), 0)
})

test('a phrase is listed where raw text uses it as one kind of name four times in five', () => {
  const phrases = new Map([
    [phrase('Lake', 'Orba'), Float64Array.of(0, 4, 1, 0)],
    [phrase('Orba', 'Herald'), Float64Array.of(0, 1, 2, 0)],
    [phrase('Nima', 'Tovin'), Float64Array.of(2, 0, 0, 0)],
  ])
  const made = addUses(lists, { words: new Map(), phrases })
  const table = createTable(made.phrases.keys, made.phrases.bits)
  assert.equal(bitsOf(table, phrase('Lake', 'Orba')), 1 | (1 << PHRASE_LISTS.indexOf('found-place')))
  assert.equal(bitsOf(table, phrase('Orba', 'Herald')), 0)
  assert.equal(bitsOf(table, phrase('Nima', 'Tovin')), 0)
})
