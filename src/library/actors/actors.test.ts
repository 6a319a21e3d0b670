import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { libraryOf } from '../../../test/library-of.ts'
import { listFound } from '../asking/list-records.ts'
import { undoDecisions } from '../decisions/decide.ts'
import { listIncidents } from '../incidents/list-incidents.ts'
import type { Library } from '../open.ts'
import { getActor, listActors } from './actors.ts'
import { settleActors } from './settle-actors.ts'

const BY = { by: 'ann', at: '2024-06-02T10:00:00.000Z' }
let library: Library
before(async () => {
  library = await libraryOf([
    { id: 'a', published: '2024-03-05', text: 'The Lion Brigade attacked Djibo, Burkina Faso, on 4 March 2024 and killed 12 people.' },
    {
      id: 'b',
      published: '2024-05-06',
      text: 'Fighters of the Red Falcons attacked Dori, Burkina Faso, on 5 May 2024 and killed three people.',
    },
    { id: 'c', published: '2024-05-20', text: 'The Red Falcons said that they had attacked Gorom on 19 May 2024.' },
  ])
})
after(() => library.close())

const keyOf = (name: string) => listActors(library.db, name)[0]?.key as string
const told = (actor: string) => listFound(library, 'event', { actor }, 50).total

test('actors are found by the beginnings of their names, and one has a page', () => {
  const lion = getActor(library, keyOf('lion'))
  assert.match(lion.name, /Lion Brigade/)
  assert.ok(lion.records > 0 && lion.reports === 1)
  assert.throws(() => getActor(library, 'name:nobody'), /Nobody in .* has the key/)
})

test('every list obeys when an analyst takes two for one, renames one, or takes that back', () => {
  const [lion, falcons] = [keyOf('lion'), keyOf('falcons')]
  const [first, second] = [told(lion), told(falcons)]
  assert.ok(first > 0 && second > 0)
  const merged = settleActors(library, { kind: 'same-actor', keys: [lion, falcons] }, BY)
  const renamed = settleActors(library, { kind: 'rename', key: falcons, name: 'Lions and Falcons' }, BY)
  assert.equal(told(lion), first + second)
  assert.equal(told('Lions and Falcons'), first + second)
  const page = getActor(library, falcons)
  assert.deepEqual([page.key, page.name, page.keys], [lion, 'Lions and Falcons', [lion, falcons]])
  assert.equal(listActors(library.db).filter(({ key }) => key === falcons).length, 0)
  const { incidents } = listIncidents(library, { actor: 'Lions and Falcons' }, 50)
  assert.ok(incidents.length >= 1)
  assert.ok(incidents.every(({ actors }) => actors.some(({ key, name }) => key === lion && name === 'Lions and Falcons')))
  undoDecisions(library, [merged, renamed], BY)
  assert.deepEqual([told(lion), told(falcons), getActor(library, falcons).key], [first, second, falcons])
})

test('who is not there cannot be settled', () => {
  assert.throws(() => settleActors(library, { kind: 'same-actor', keys: [keyOf('lion'), 'name:nobody'] }, BY), /has the key name:nobody/)
  assert.throws(() => settleActors(library, { kind: 'same-actor', keys: [keyOf('lion'), keyOf('lion')] }, BY), /is one already/)
})
