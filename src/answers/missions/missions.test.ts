import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryOf } from '../../../test/library-of.ts'
import { answerMissions } from './missions.ts'
import { findChange, findPost } from './posts.ts'

const REPORTS = [
  {
    id: 'a',
    published: '2023-05-02',
    publisher: 'Wire',
    text: 'NIAMEY - Niger expelled the Italian ambassador on Monday. Italy closed its embassy in Niamey on Tuesday.',
  },
  {
    id: 'b',
    published: '2023-05-20',
    publisher: 'Courier',
    text: 'ROME - Italy closed its embassy in Niamey after Niger expelled its ambassador.',
  },
  { id: 'c', published: '2024-01-20', publisher: 'Wire', text: 'NIAMEY - Italy reopened its embassy in Niger on Friday.' },
]

const library = () => libraryOf(REPORTS)

test('each change counts once, and a post stands as it was left', async () => {
  const opened = await library()
  const { changes, states } = answerMissions(opened, { countries: ['Niger', 'ITA'] })
  assert.deepEqual(
    changes.map(({ change, post, sender, host, day, origins }) => [change, post, sender, host, day, origins]),
    [
      ['expelled', 'ambassador', 'ITA', 'NER', '2023-05-01', 2],
      ['closed', 'embassy', 'ITA', 'NER', '2023-05-02', 2],
      ['reopened', 'embassy', 'ITA', 'NER', '2024-01-19', 1],
    ],
  )
  assert.deepEqual(
    states.map(({ state, since }) => [state, since]),
    [['open', '2024-01-19']],
  )
  const on = (day: string) =>
    answerMissions(opened, { countries: ['NER', 'ITA'], on: day }).states.map(each => [each.state, each.ambassador, each.basis])
  assert.deepEqual(on('2023-04-01'), [['open', 'present', 'inferred']])
  assert.deepEqual(on('2023-05-01'), [['open', 'expelled', 'inferred']])
  assert.deepEqual(on('2023-12-31'), [['closed', null, 'told']])
  assert.deepEqual(answerMissions(opened, { countries: ['NER', 'CHN'] }), { changes: [], states: [] })
  opened.close()
})

test('words name posts and what is done to them', () => {
  assert.equal(findPost('its consulates-general'), 'consulate')
  assert.equal(findPost('military personnel'), null)
  assert.equal(findChange('reopened', 'embassy'), 'reopened')
  assert.equal(findChange('closed', 'ambassador'), null)
  assert.equal(findChange('severed', 'relations'), 'severed')
})
