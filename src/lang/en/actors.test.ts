import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ENTITY_KINDS } from '../../record/entity.ts'
import { SECTORS } from '../../record/vocab/sectors.ts'
import { loadTable } from '../../resource/table.ts'
import { loadActorAnswers } from './actors.ts'
import { loadCountryRows } from './countries.ts'

const actors = loadActorAnswers()
const file = new URL('./actors.tsv', import.meta.url)
const rows = loadTable(file, ['name', 'aliases', 'kind', 'sector', 'countries', 'wikidata', 'place'])

test('every row names a kind, a sector, countries and an id that exist', () => {
  const countries = new Set(loadCountryRows().map(r => r.iso3))
  for (const row of rows) {
    assert.ok((ENTITY_KINDS as readonly string[]).includes(row.kind), `line ${row.line}: ${row.kind}`)
    assert.ok((SECTORS as readonly string[]).includes(row.sector), `line ${row.line}: ${row.sector}`)
    for (const iso3 of row.countries.split('; ').filter(Boolean)) assert.ok(countries.has(iso3), `line ${row.line}: ${iso3}`)
    assert.match(row.wikidata, /^(?:Q\d+)?$/, `line ${row.line}`)
  }
  assert.ok(!readFileSync(file, 'utf8').includes('\r'))
})

test('an actor is found by each of its names, letters only in capitals', () => {
  assert.equal(actors.find('the Kremlin')[0]?.place, 'Moscow')
  assert.equal(actors.find('Islamic State')[0]?.sector, 'IMG')
  assert.deepEqual(
    actors.find('RSF').map(a => a.name),
    ['Rapid Support Forces', 'Reporters Without Borders'],
  )
  assert.deepEqual(actors.find('care'), [])
  assert.deepEqual(actors.find(''), [])
})
