import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addItems } from '../add/add-reports.ts'
import type { Item } from '../inputs.ts'
import { openLibrary } from '../open.ts'
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
  const library = openLibrary(':memory:', { for: 'create' })
  const items = async function* (): AsyncGenerator<Item> {
    for (const report of REPORTS) {
      const bytes = Buffer.from(JSON.stringify(report))
      yield { name: report.id, format: 'jsonl', path: null, bytes, size: bytes.length, notes: [] }
    }
  }
  await addItems(library, items(), { jobs: 1, confidentiality: 'public', addedAt: '2024-06-01T00:00:00.000Z' })
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
