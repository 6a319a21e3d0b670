import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryOf as libraryOfLines } from '../../../test/library-of.ts'
import { answerNetwork } from './network.ts'
import { answerRelations } from './relations.ts'

/** A library of reports: [day, text]. */
const libraryOf = (...reports: readonly (readonly [day: string, text: string])[]) =>
  libraryOfLines(reports.map(([published, text]) => ({ id: published, published, publisher: 'Delta Post', text })))

const library = await libraryOf(
  ['2024-01-10', 'Ghana accused Mali on Wednesday of sheltering smugglers.'],
  ['2024-01-20', 'Ghana closed its embassy in Bamako on Friday after a row with Mali over smugglers.'],
  ['2024-02-05', 'Prices rose in Accra. In January, Ghana closed its embassy in Mali, traders recalled.'],
  ['2024-03-07', 'The army of Mali thanked Ghana on Thursday. Ghana delivered 30 armoured vehicles to the army of Mali on Thursday.'],
  ['2024-04-11', 'The president of Ghana visited Bamako on Thursday. Ghana praised Mali for its patience.'],
)

test('either side may come first, by code or name; the army counts for its state', () => {
  const [forth, back] = [answerRelations(library, ['GHA', 'Mali'], {}), answerRelations(library, ['Mali', 'GHA'], {})]
  assert.deepEqual([forth.a, forth.b, back.a], ['Ghana', 'Mali', 'Mali'])
  assert.deepEqual(
    forth.events.map(({ evidence }) => evidence),
    back.events.map(({ evidence }) => evidence),
  )
  assert.ok(forth.events.some(({ type, recipients }) => type === 'AID' && recipients.includes('army of Mali')))
  assert.deepEqual(
    forth.events.filter(({ type }) => type === 'ACCUSE').map(({ by, day }) => [by, day]),
    [['a', '2024-01-10']],
  )
})

test('what is told again counts once', () => {
  const { events } = answerRelations(library, ['GHA', 'MLI'], {})
  assert.equal(events.filter(({ type }) => type === 'SANCTION').length, 1)
})

test('months are counted by quad, turns are told with their words, and the trend follows', () => {
  const { periods, trend, turns } = answerRelations(library, ['GHA', 'MLI'], {})
  const [january] = periods
  assert.deepEqual([january?.period, january?.verbalConflict, january?.materialConflict, january?.verbalCooperation], ['2024-01', 1, 1, 0])
  assert.equal(trend?.direction, 'better')
  assert.equal(trend?.tone, 'mixed')
  assert.ok(turns.some(({ day, direction, rule }) => day === '2024-01-19' && direction === 'worse' && rule === 'event'))
  assert.ok(turns.some(({ direction, rule }) => direction === 'better' && rule === 'level'))
})

test('what one side says of the other is listed by what it does', () => {
  const { statements } = answerRelations(library, ['GHA', 'MLI'], { from: '2024-02-01' })
  assert.deepEqual([...new Set(statements.map(({ act }) => act))].sort(), ['praise', 'thank'])
})

test('nothing between two is nothing; nobody of a name is said', () => {
  const { trend, events } = answerRelations(library, ['GHA', 'FRA'], {})
  assert.deepEqual([trend, events], [null, []])
  assert.throws(() => answerRelations(library, ['GHA', 'Order of the Blue Heron'], {}), /Nobody in the library/)
})

test('a network has each pair once', () => {
  const ties = answerNetwork(library, { place: 'Mali' })
  assert.deepEqual(
    ties.map(({ a, b }) => [a, b]),
    [['Ghana', 'Mali']],
  )
  assert.deepEqual(answerNetwork(library, { place: 'Chad' }), [])
})
