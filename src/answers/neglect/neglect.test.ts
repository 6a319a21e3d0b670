import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryOf } from '../../../test/library-of.ts'
import { GriotError } from '../../util/error.ts'
import { percentileRanks, rankNeglect } from './formula.ts'
import { parseGiven } from './given.ts'
import { answerNeglect, DISPLACED_COLUMNS, FUNDING_COLUMNS } from './neglect.ts'

test('equal values share the middle of their places, a single one has none', () => {
  assert.deepEqual(percentileRanks([3, 1, 2]), [1, 0, 0.5])
  assert.deepEqual(percentileRanks([0, 0, 5]), [0.25, 0.25, 1])
  assert.deepEqual(percentileRanks([7]), [null])
})

test('the index is the mean of the parts that are known, and the ranks say what each part moves', () => {
  const ranked = rankNeglect([
    { country: 'AAA', affected: 1000, reports: 10, acts: 1, funded: 0.1 },
    { country: 'BBB', affected: 1000, reports: 1, acts: 1, funded: 0.9 },
    { country: 'CCC', affected: 1000, reports: 20, acts: 4, funded: null },
  ])
  assert.deepEqual(ranked.get('AAA')?.parts, { attention: 0.5, political: 0.75, funding: 0.9 })
  assert.deepEqual(ranked.get('CCC')?.parts, { attention: 0, political: 0, funding: null })
  assert.deepEqual([ranked.get('AAA')?.rank, ranked.get('BBB')?.rank, ranked.get('CCC')?.rank], [1, 2, 3])
  assert.deepEqual(ranked.get('BBB')?.ranks, { best: 1, worst: 2, without: { attention: 2, political: 2, funding: 1 } })
})

const REPORTS = [
  {
    id: 'a',
    published: '2024-02-01',
    publisher: 'Desk',
    text: 'As of 15 January, 40,000 people were displaced in Niger, according to OCHA. Aid agencies have appealed for 30 million dollars and have received 12 million dollars.',
  },
  {
    id: 'b',
    published: '2024-03-01',
    publisher: 'Desk',
    text: 'As of 15 February, 60,000 people were displaced in Niger, according to OCHA.',
  },
  {
    id: 'c',
    published: '2024-03-02',
    publisher: 'Wire',
    text: 'As of 1 March, 900,000 people were displaced in Somalia, the United Nations said.',
  },
]

test('the newest count of each country stands against what is reported, done and paid; tables go first', async () => {
  const library = await libraryOf(REPORTS)
  const rows = answerNeglect(library, {})
  assert.deepEqual(
    rows.map(({ country, affected, parts, missing }) => [country, affected, parts.attention, parts.funding, missing]),
    [
      ['SOM', 900_000, 1, null, ['funding']],
      ['NER', 60_000, 0, 0.6, []],
    ],
  )
  assert.deepEqual(rows[1]?.money?.evidence.length, 2)
  assert.equal(answerNeglect(library, { asKnownOn: '2024-02-15' })[0]?.displaced?.best, 40_000)
  const displaced = parseGiven('country,displaced,source\nNiger,"70,000",Count\nMLI,50000,\n', 'given.csv', DISPLACED_COLUMNS)
  const funding = parseGiven('country,asked,received\nSOM,100,25\n', 'money.csv', FUNDING_COLUMNS)
  const given = answerNeglect(library, { displaced, funding })
  assert.deepEqual(given.map(each => [each.country, each.affected, each.parts.funding]).sort(), [
    ['MLI', 50_000, null],
    ['NER', 70_000, 0.6],
    ['SOM', 900_000, 0.75],
  ])
  assert.equal(given.find(each => each.country === 'NER')?.displaced?.source, 'given.csv, line 2: Count')
  library.close()
})

test('a table that cannot be read says where and how to mend it', () => {
  const read = (text: string) => () => parseGiven(text, 'x.csv', DISPLACED_COLUMNS)
  assert.throws(read('land,displaced\nMLI,5\n'), GriotError)
  assert.throws(read('country,displaced\nAtlantis,5\n'), /x\.csv, line 2: no country is called "Atlantis"/)
  assert.throws(read('country,displaced\nMLI,many\n'), /"many" is no number/)
})
