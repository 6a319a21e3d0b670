import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergePeople, personKey, samePerson } from './people.ts'

const person = (name: string, country: string | null = null) => ({ name, country })

test('a short name is the same person, another first name or country is not', () => {
  assert.ok(samePerson(person('General Yao Mensavi'), person('Mensavi')))
  assert.ok(samePerson(person('Y. Mensavi'), person('Yao Mensavi')))
  assert.ok(samePerson(person('Tomás Machava', 'MOZ'), person('Tomas Machava')))
  assert.ok(!samePerson(person('Ama Lawson'), person('Kofi Lawson')))
  assert.ok(!samePerson(person('Ama Lawson', 'TGO'), person('Ama Lawson', 'GHA')))
  assert.ok(!samePerson(person('Yao'), person('Yao Mensavi')))
})

test('rank and form of address are no part of a name', () => {
  assert.equal(personKey('Lt. Col. Afi Dzokoto'), 'afi dzokoto')
  assert.equal(personKey('General'), 'general')
})

test('a short name that two people could have is neither of them', () => {
  const people = mergePeople(['Ama Lawson', 'Kofi Lawson', 'Lawson', 'Mensavi', 'Yao Mensavi'])
  assert.equal(people.get('mensavi'), 'yao mensavi')
  assert.equal(people.get('lawson'), 'lawson')
})
