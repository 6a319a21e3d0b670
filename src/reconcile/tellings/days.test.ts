import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from '../../lang/en/index.ts'
import { loadReader } from '../../read/index.ts'
import { formatDay } from '../../util/calendar.ts'
import { sketchReport } from '../sketch-report.ts'

const reader = await loadReader()
const answers = english.reconcile as NonNullable<typeof english.reconcile>

async function dayOf(text: string): Promise<string | null> {
  const day = sketchReport(await reader.read({ text, published: '2024-05-09' }), answers).tellings[0]?.day
  return day ? formatDay(day.first) : null
}

test('the date line of a page is not the day of what it tells', async () => {
  assert.equal(await dayOf('Posted: Thursday, May 9, 2024 10:15 AM. Gunmen killed a herder in Gulu on Wednesday.'), '2024-05-08')
})

test('verbs side by side share their day', async () => {
  assert.equal(await dayOf('A herder was shot and killed in Gulu on Tuesday night. Police were still there on Thursday.'), '2024-05-07')
})
