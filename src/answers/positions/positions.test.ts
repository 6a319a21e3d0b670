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

test('each way of holding an office has its state', async () => {
  const library = await libraryOf(
    ['2024-01-10', 'President Awa Sarr of Senegal opened a school on Wednesday.'],
    ['2024-01-11', 'Former Finance Minister Omar Ndiaye of Senegal was arrested on Thursday.'],
    ['2024-01-12', 'Acting Foreign Minister Modou Kane of Senegal flew to Accra on Friday.'],
    ['2024-01-13', 'Prime Minister Aminata Diop of Senegal resigned on Saturday.'],
  )
  const { spells } = answerPositions(library, { country: 'SEN' })
  assert.deepEqual(Object.fromEntries(spells.map(({ office, status }) => [office, status])), {
    'head of state': 'current',
    'head of government': 'former',
    'foreign minister': 'acting',
    'finance minister': 'former',
  })
  library.close()
})

test('a transitional president is acting, whom he ousted is out, and who says otherwise is told', async () => {
  const library = await libraryOf(
    ['2024-01-10', 'President Awa Sarr of Senegal opened a school on Wednesday.'],
    ['2024-03-04', 'Soldiers overthrew President Awa Sarr of Senegal on Monday.'],
    ['2024-03-08', 'General Modou Kane was sworn in as transitional president of Senegal on Friday.'],
    ['2024-03-20', 'President Awa Sarr of Senegal asked for help from her cell on Wednesday.'],
  )
  const { spells, contradictions } = answerPositions(library, { country: 'SEN' })
  assert.deepEqual(
    spells.map(({ holder, status, end }) => [holder, status, end]),
    [
      ['Awa Sarr', 'ousted', 'ousted'],
      ['Modou Kane', 'acting', null],
    ],
  )
  assert.deepEqual(
    contradictions.map(({ holders }) => holders),
    [['Awa Sarr']],
  )
  library.close()
})

test('who only claims an office is disputed, and puts nobody out of it', async () => {
  const library = await libraryOf(
    ['2024-01-10', 'President Awa Sarr of Senegal opened a school on Wednesday.'],
    ['2024-02-05', 'Opposition leader Modou Kane said he was the legitimate president of Senegal.'],
    ['2024-02-06', 'Disputed Prime Minister Omar Ndiaye of Senegal spoke in Thiès on Tuesday.'],
    ['2024-02-20', 'President Awa Sarr of Senegal met teachers in Dakar on Tuesday.'],
  )
  const { spells, contradictions } = answerPositions(library, { country: 'SEN' })
  const of = (wanted: string) => spells.filter(({ office }) => office === wanted).map(({ holder, status, to }) => [holder, status, to])
  assert.deepEqual(of('head of state'), [
    ['Awa Sarr', 'current', null],
    ['Modou Kane', 'disputed', null],
  ])
  assert.deepEqual(of('head of government'), [['Omar Ndiaye', 'disputed', null]])
  assert.deepEqual(contradictions, [])
  library.close()
})

test('a plot that was not begun is told apart from an attempt', async () => {
  const library = await libraryOf([
    '2024-03-05',
    'Police in Senegal arrested six officers on Tuesday who had plotted a coup against President Awa Sarr.',
  ])
  assert.deepEqual(
    answerPositions(library, {}).coups.map(({ outcome }) => outcome),
    ['plotted'],
  )
  library.close()
})

test('holders by lists stand beside those of reports, only where they are wanted, and say where the two disagree', async () => {
  const library = await libraryOf(
    ['2018-03-01', 'Foreign Minister Sergei Lavrov of Russia met envoys in Moscow on Thursday.'],
    ['2018-03-02', 'Defence Minister Ivan Orlov of Russia visited a base near Kursk on Friday.'],
  )
  assert.deepEqual(answerPositions(library, { country: 'RUS' }).seeds, [])
  const { seeds, contradictions } = answerPositions(library, { country: 'RUS', seeds: true })
  const of = (office: string) => seeds.filter(seed => seed.office === office).map(({ holder, isReported }) => [holder, isReported])
  assert.deepEqual(of('head of state'), [['Vladimir Putin', null]])
  assert.deepEqual(of('defence minister'), [['Sergey Shoygu', false]])
  assert.ok(contradictions.some(({ holders }) => holders.includes('Ivan Orlov') && holders.includes('Sergey Shoygu')))
  const on = answerPositions(library, { country: 'RUS', seeds: true, on: '2011-01-01' })
  assert.deepEqual(
    on.seeds.filter(({ office }) => office === 'head of state').map(({ holder }) => holder),
    ['Dmitry Medvedev'],
  )
  library.close()
})
