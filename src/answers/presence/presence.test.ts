import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryOf } from '../../../test/library-of.ts'
import { findThing, findWay } from './kinds.ts'
import { answerPresence } from './presence.ts'

const REPORTS = [
  {
    id: 'a',
    published: '2023-05-02',
    publisher: 'Wire',
    text: 'NIAMEY - Italian Defence Minister Paolo Neri said on Tuesday that Italy would send 200 soldiers to Niger in June 2023.',
  },
  {
    id: 'b',
    published: '2023-07-15',
    publisher: 'Courier',
    text: 'About 150 Italian soldiers arrived in Niamey, the capital of Niger, on Friday.',
  },
  { id: 'c', published: '2024-01-20', publisher: 'Wire', text: 'NIAMEY - Italy withdrew its soldiers from Niger on Friday.' },
  { id: 'd', published: '2024-02-05', publisher: 'Wire', text: 'NIAMEY - China delivered six helicopters to the army of Niger on Sunday.' },
  { id: 'e', published: '2024-02-06', publisher: 'Wire', text: 'NIAMEY - Niger deployed 300 soldiers in Diffa on Monday.' },
]

const library = () => libraryOf(REPORTS)

test('a promise, an arrival and an end are one row; arms are another; the own army is none', async () => {
  const opened = await library()
  const rows = answerPresence(opened, { host: 'Niger' })
  assert.deepEqual(
    rows.map(row => [row.sender, row.kind, row.status, row.count, row.late?.days ?? null]),
    [
      ['CHN', 'arms', 'begun', '6', null],
      ['ITA', 'troops', 'ended', '[150] of 200', 14],
    ],
  )
  const [italian] = answerPresence(opened, { host: 'NER', sender: 'Italy', asKnownOn: '2023-07-05' })
  assert.deepEqual([italian?.status, italian?.begun, italian?.late?.days], ['overdue', null, 5])
  assert.deepEqual(
    answerPresence(opened, { host: 'NER', from: '2024-02-01' }).map(row => row.kind),
    ['arms'],
  )
  opened.close()
})

test('nouns tell what it is, verbs which way it goes', () => {
  assert.equal(findThing('50 Military Advisers')?.kind, 'instructors')
  assert.equal(findThing('armoured personnel carriers')?.category, 'armoured vehicles')
  assert.equal(findThing('tanker trucks'), null)
  assert.equal(findWay('promised … send'), 'in')
  assert.equal(findWay('pulled out'), 'out')
  assert.equal(findWay('threatened … send'), 'not')
})
