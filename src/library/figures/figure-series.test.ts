import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryOf } from '../../../test/library-of.ts'
import { figureSeries } from './figure-series.ts'

const REPORTS = [
  {
    id: 'a',
    published: '2024-03-05',
    publisher: 'Sahel Wire',
    text: 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024, the mayor said.',
  },
  {
    id: 'b',
    published: '2024-03-06',
    publisher: 'Courier',
    text: 'The army said that 15 people had been killed in Djibo on 4 March 2024.',
  },
  { id: 'c', published: '2024-04-06', publisher: 'Courier', text: 'Gunmen killed three people in Dori, Burkina Faso, on 2 April 2024.' },
]

test('figures of a place come as series, who says what beside the number that counts, with their sum', async () => {
  const library = await libraryOf(REPORTS)
  const { series, sums } = figureSeries(library, { place: 'Burkina Faso', measures: ['killed'] }, null)
  assert.deepEqual(
    series.map(each => [each.place?.name, each.strands.map(strand => strand.amount)]),
    [
      ['Dori', [{ low: 3, best: 3, high: 3 }]],
      ['Djibo', [{ low: 12, best: 15, high: 15 }]],
    ].sort((a, b) => series.findIndex(each => each.place?.name === a[0]) - series.findIndex(each => each.place?.name === b[0])),
  )
  assert.deepEqual(
    sums.map(sum => [sum.key, sum.totals.map(total => [total.period, total.best])]),
    [['killed/person/flow/everyone', [['2024', 18]]]],
  )
  assert.equal(figureSeries(library, { place: 'Djibo', asKnownOn: '2024-03-05' }, null).series[0]?.totals[0]?.best, 12)
  library.close()
})
