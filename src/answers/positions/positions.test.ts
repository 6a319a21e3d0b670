import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryOf as libraryOfLines } from '../../../test/library-of.ts'
import { answerPositions } from './positions.ts'

/** A library of reports: [day, text]. */
const libraryOf = (...reports: readonly (readonly [day: string, text: string, publisher?: string])[]) =>
  libraryOfLines(reports.map(([published, text, publisher = 'Delta Post']) => ({ id: text.slice(0, 20), published, publisher, text })))

test('an office passes on: the end of the first holder follows from the next one', async () => {
  const library = await libraryOf(
    ['2024-01-10', 'Foreign Minister Awa Sarr of Senegal arrived in Accra on Wednesday.'],
    ['2024-02-10', 'Foreign Minister Awa Sarr of Senegal met traders in Dakar on Saturday.'],
    ['2024-05-10', 'Foreign Minister Modou Kane of Senegal said on Friday that talks would go on.'],
  )
  const { spells, contradictions } = answerPositions(library, { country: 'Senegal' })
  assert.deepEqual(
    spells.map(({ holder, status, first, last, to }) => [holder, status, first?.day, last?.day, to?.day, to?.basis]),
    [
      ['Awa Sarr', 'former', '2024-01-10', '2024-02-10', '2024-05-10', 'inferred'],
      ['Modou Kane', 'current', '2024-05-10', '2024-05-10', undefined, undefined],
    ],
  )
  assert.deepEqual(contradictions, [])
  const on = (day: string) => answerPositions(library, { country: 'SEN', on: day }).spells.map(({ holder }) => holder)
  assert.deepEqual([on('2024-01-01'), on('2024-03-01'), on('2024-05-10')], [[], ['Awa Sarr'], ['Modou Kane']])
  assert.equal(answerPositions(library, { country: 'SEN', asKnownOn: '2024-03-01' }).spells[0]?.status, 'current')
  library.close()
})

test('two holders at one time are told, and nobody is put out of office for it', async () => {
  const library = await libraryOf(
    ['2024-01-10', 'Prime Minister Awa Sarr of Senegal opened a school on Wednesday.'],
    ['2024-01-20', 'In Thiès, Prime Minister Modou Kane of Senegal promised farmers a new road on Saturday.'],
    ['2024-02-10', 'Fishermen asked Prime Minister Awa Sarr of Senegal for help when she visited their harbour on Saturday.'],
  )
  const { spells, contradictions } = answerPositions(library, { country: 'SEN' })
  assert.deepEqual(
    contradictions.map(({ holders, day }) => [holders, day]),
    [[['Awa Sarr', 'Modou Kane'], '2024-01-20']],
  )
  assert.ok(spells.every(({ to }) => to === null))
  library.close()
})

test('power seized and still held a week later is a coup; what was foiled is an attempt; rebels make none', async () => {
  const seized = ['2024-03-04', 'Soldiers overthrew President Awa Sarr of Senegal on Monday.'] as const
  const library = await libraryOf(['2024-01-10', 'President Awa Sarr of Senegal opened a school on Wednesday.'], seized, [
    '2024-03-20',
    'Teachers of Senegal protested in Dakar on Wednesday.',
  ])
  const { coups, spells } = answerPositions(library, {})
  assert.deepEqual(
    coups.map(({ outcome, day, against, country }) => [outcome, day, against, country]),
    [['succeeded', '2024-03-04', 'Awa Sarr', 'SEN']],
  )
  assert.deepEqual([spells[0]?.status, spells[0]?.to?.day, spells[0]?.end], ['ousted', '2024-03-04', 'ousted'])
  library.close()
  const foiled = await libraryOf([
    '2024-03-05',
    'The government of Senegal said it had foiled a coup attempt by soldiers in Dakar on Monday.',
  ])
  assert.deepEqual(
    answerPositions(foiled, {}).coups.map(({ outcome }) => outcome),
    ['attempted'],
  )
  foiled.close()
})

test('the same text twice counts once', async () => {
  const text = 'Prime Minister Awa Sarr of Senegal opened a school on Wednesday.'
  const library = await libraryOf(['2024-01-10', text], ['2024-01-10', text, 'Coast Mail'])
  assert.deepEqual(
    answerPositions(library, {}).spells.map(({ reports, evidence }) => [reports, evidence.length]),
    [[1, 1]],
  )
  library.close()
})
