import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { markedText } from '../../test/marked-text.ts'
import { english } from '../lang/en/index.ts'
import { loadGazetteer } from '../resource/gazetteer.ts'
import { resolveWhere, whereRules } from './where.ts'

const gazetteer = loadGazetteer()
const rows = readFileSync(new URL('./where.cases.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(2)

for (const row of rows) {
  const [text = '', country = '', admin1 = '', precision = ''] = row.split('\t')
  test(`where: ${text}`, () => {
    const entity = resolveWhere(markedText(text), english, gazetteer).find(e => e.id === 'e1')
    if (country.startsWith('where/')) assert.equal(entity?.not?.place?.rule, country)
    else {
      const place = entity?.place
      assert.deepEqual([place?.country ?? '—', place?.admin1 ?? '—', place?.precision], [country, admin1, precision])
    }
  })
}

test('a place keeps its ids, the rule that found it and what spoke for it', () => {
  const [djibo] = resolveWhere(markedText('<e1:place:n>Djibo</>, <e2:place:n>Soum</> province, was shelled.'), english, gazetteer)
  assert.equal(djibo?.ref?.geonames, '2361177')
  assert.equal(djibo?.from.place?.rule, 'where/name')
  assert.deepEqual(djibo?.from.place?.spans, [[0, 5]])
  assert.ok(djibo?.from.place?.because?.some(why => why.rule === 'where/inside-named'))
})

test('two villages of one name and nothing to tell them apart are no place, with both as candidates', () => {
  const text =
    'Shots were heard in <e1:place:n>Kongoussi</> and <e2:place:n>Tougouri</>, then in <e3:place:n>Bangao</>, all in <e4:country:n>Burkina Faso</>.'
  const entities = resolveWhere(markedText(text), english, gazetteer)
  const unsure = entities.filter(e => e.kind === 'place' && e.place === null && e.not?.place?.rule === 'where/equal-weight')
  for (const entity of unsure) assert.ok(entity.candidates.length >= 2)
  assert.equal(entities.find(e => e.id === 'e1')?.place?.country, 'BFA')
})

test('a country code comes with its Wikidata id', () => {
  const [mali] = resolveWhere(markedText('<e1:country:n>Mali</> voted.'), english, gazetteer)
  assert.deepEqual(mali?.ref, { country: 'MLI', wikidata: 'Q912', geonames: '2453866' })
})

test('the kind follows the place that was chosen', () => {
  const entities = resolveWhere(markedText('Votes in <e1:place:n>Atlanta</>, <e2:country:n>Georgia</>, were counted.'), english, gazetteer)
  assert.equal(entities.find(e => e.id === 'e2')?.kind, 'place')
})

test('any name is read without failing', () => {
  for (const name of ['', ' ', '.', '\u0000', 'the', 'of', '💥', 'ß'.repeat(5000), 'x'.repeat(100_000), 'Gao '.repeat(2000).trim()])
    assert.equal(resolveWhere(markedText(`<e1:place:n>${name}</> fell.`), english, gazetteer).length, 1)
})

test('each rule that is given is in the catalogue', () => {
  const known = new Set<string>(whereRules.map(r => r.name))
  for (const row of rows)
    for (const entity of resolveWhere(markedText(row.split('\t')[0] ?? ''), english, gazetteer))
      for (const why of [entity.from.place, entity.not?.place, ...(entity.from.place?.because ?? [])])
        if (why) assert.ok(known.has(why.rule))
})
