import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAcronym, loadActors } from './actors.ts'

const actors = loadActors()

test('a person has offices with days', () => {
  const [hit] = actors.find('Sergey Lavrov')
  assert.equal(hit?.actor.wikidata, 'Q58217')
  assert.ok(hit?.actor.offices.some(o => o.country === 'RUS' && o.start?.startsWith('2004-03')))
})

test('an armed group has its UCDP id by name and by letters', () => {
  assert.ok(actors.find('March 23 Movement').some(h => h.actor.ucdp === '1160'))
  assert.ok(actors.find('M23').some(h => h.as === 'acronym' && h.actor.ucdp === '1160'))
})

test('letters in capitals are no words in small letters', () => {
  assert.ok(actors.find('WHO').length > 0)
  assert.deepEqual(actors.find('who'), [])
})

test('what counts as letters', () => {
  for (const [name, yes] of [
    ['WHO', true],
    ['FAMa', true],
    ['U.N.', true],
    ['M23', true],
    ['Hamas', false],
    ['who', false],
    ['World Bank', false],
  ] as const)
    assert.equal(isAcronym(name), yes, name)
})

test('anything may be asked for', () => {
  for (const name of ['', ' ', '\u0000', '€', 'x'.repeat(100_000)]) assert.deepEqual(actors.find(name), [])
})
