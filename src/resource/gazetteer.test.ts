import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGazetteer } from './gazetteer.ts'

const gazetteer = loadGazetteer()

test('a place has point, codes and division', () => {
  const hit = gazetteer.find('Djibo').find(h => gazetteer.get(h.place).kind === 'seat2')
  assert.ok(hit)
  const place = gazetteer.get(hit.place)
  assert.deepEqual([place.country, place.geonames, Math.round(place.lat), Math.round(place.lon)], ['BFA', '2361177', 14, -2])
  assert.equal(gazetteer.codes(place.admin1 ?? -1)?.name, 'Sahel')
})

test('names are found without case, marks and articles, and with St written out', () => {
  for (const [a, b] of [
    ['CÔTE D’IVOIRE', "cote d'ivoire"],
    ['St. Louis', 'Saint Louis'],
    ['The Gambia', 'gambia'],
    ['N’Djamena', 'Ndjamena'],
  ] as const) {
    assert.ok(gazetteer.find(a).length > 0, a)
    assert.deepEqual(gazetteer.find(a), gazetteer.find(b))
  }
})

test('a name of hundreds of places gives the biggest first', () => {
  const [first] = gazetteer.find('San Antonio')
  const sizes = gazetteer
    .find('San Antonio')
    .filter(h => h.as === 'main')
    .map(h => gazetteer.get(h.place).size)
  assert.equal(first && gazetteer.get(first.place).country, 'USA')
  assert.ok(sizes.length > 20 && sizes[0] === Math.max(...sizes))
})

test('a spelling that is not listed is found in a country that is asked for, and nowhere else', () => {
  assert.equal(gazetteer.find('Diabaly').length, 0)
  assert.ok(gazetteer.findAlike('Diabaly', new Set(['MLI'])).some(h => gazetteer.get(h.place).country === 'MLI'))
  assert.deepEqual(gazetteer.findAlike('Diabaly', new Set(['ISL'])), [])
  assert.deepEqual(gazetteer.findAlike('Gao', new Set(['MLI'])), [])
})

test('a country is found by its code', () => {
  const place = gazetteer.country('BFA')
  assert.ok(place !== null)
  assert.deepEqual([gazetteer.get(place).kind, gazetteer.codes(place)?.name], ['country', 'Burkina Faso'])
  assert.equal(gazetteer.country('ZZZ'), null)
})

test('anything may be asked for', () => {
  for (const name of ['', ' ', '\u0000', '€€€', 'Москва', 'x'.repeat(100_000)]) {
    assert.deepEqual(gazetteer.find(name), [])
    assert.deepEqual(gazetteer.findAlike(name, new Set(['MLI'])), [])
  }
})
