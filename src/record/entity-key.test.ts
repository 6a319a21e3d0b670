import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entityKey } from './entity-key.ts'

const named = [{ as: 'name' as const }]
const described = [{ as: 'description' as const }]

test('a country is its code, whatever it is called', () => {
  const ref = { country: 'TUR', wikidata: 'Q43' }
  assert.equal(entityKey({ kind: 'country', name: 'Türkiye', ref, sector: null, mentions: named }), 'country:TUR')
  assert.equal(entityKey({ kind: 'country', name: 'Turkey', ref, sector: null, mentions: named }), 'country:TUR')
})

test('public ids come before names', () => {
  const entity = { kind: 'place' as const, name: 'Lomé', sector: null, mentions: named }
  assert.equal(entityKey({ ...entity, ref: { country: 'TGO', geonames: '2365267' } }), 'geonames:2365267')
  assert.equal(entityKey({ ...entity, ref: { country: 'TGO', pcode: 'TG01' } }), 'pcode:TG01')
})

test('the army of a country is one, named or not by its country', () => {
  const ref = { country: 'MLI' }
  const army = { kind: 'organization' as const, ref, sector: 'MIL' as const, mentions: described }
  assert.equal(entityKey({ ...army, name: 'Malian army' }), 'MLI/MIL')
  assert.equal(entityKey({ ...army, name: 'army of Mali' }), 'MLI/MIL')
})

test('a name without an id is folded and kept apart by country', () => {
  const person = { kind: 'person' as const, sector: 'GOV' as const, mentions: named }
  assert.equal(entityKey({ ...person, name: 'Kerem Aydoğan', ref: { country: 'TUR' } }), 'name:kerem aydogan@TUR')
  assert.equal(entityKey({ ...person, name: 'Kerem Aydogan', ref: null }), 'name:kerem aydogan')
})
