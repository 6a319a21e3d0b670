import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runGriot } from '../run-griot.ts'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'
import { PAGES, settled } from './page-list.ts'

let desk: OpenDesk

before(async () => {
  if (!withoutBrowser) desk = await openDesk(null)
})
after(() => desk?.close())

const REPORTS = [
  {
    id: 'mill',
    published: '2025-05-02',
    publisher: 'River Post',
    title: 'Gunmen raid a mill near Mopti',
    text: 'Gunmen killed six people in a raid on a mill near Mopti on Thursday, the governor said. Twelve were injured.',
  },
  {
    id: 'march',
    published: '2025-05-03',
    publisher: 'River Post',
    title: 'March in Bamako',
    text: 'Teachers protested in Bamako on Friday against unpaid wages, a union said.',
  },
]

test('an empty library says how to begin, and none of its pages breaks', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/today')
  await page.locator('.empty', { hasText: 'empty' }).waitFor()
  await page.locator('code', { hasText: 'griot add' }).waitFor()
  for (const { path } of PAGES.filter(({ path }) => !path.includes('?'))) {
    await page.goto(desk.address + path)
    await settled(page)
    assert.equal(await page.locator('.problem').count(), 0, path)
  }
  assert.deepEqual(problems, [])
  await page.context().close()
})

test('chosen files are added, what cannot be added is told, and the library grows', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/today')
  const choose = page.locator('input[type=file]')
  const file = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
  await choose.setInputFiles(file('may.jsonl', REPORTS.map(report => JSON.stringify(report)).join('\n')))
  await page.locator('.tiles').waitFor()
  await page.locator('header', { hasText: '2 reports came in' }).waitFor()
  await page.goto(`${desk.address}/reports`)
  await choose.setInputFiles(file('broken.zip', 'PK\u0003\u0004 and no more'))
  await page.locator('.drop', { hasText: '1 could not be added' }).waitFor()
  await page.locator('details.card summary').click()
  await page.locator('details.card td', { hasText: 'broken.zip' }).first().waitFor()
  assert.equal(await page.locator('table').first().locator('tbody tr').count(), 2)
  await page.goto(`${desk.address}/today`)
  await page.locator('.tile', { hasText: 'could not be added' }).waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
})

for (const kind of ['reports', 'events', 'figures', 'incidents'])
  for (const format of ['csv', 'jsonl'])
    test(`the file of ${kind} as ${format} has the bytes that griot export writes`, { skip: withoutBrowser }, async () => {
      const given = Buffer.from(await (await fetch(`${desk.address}/api/export/${kind}?format=${format}`)).arrayBuffer()).toString()
      const { out } = await runGriot(['export', kind, '--format', format, '--library', desk.library])
      assert.ok(given.length > 0)
      assert.equal(given, out)
    })

// The last of this file: afterwards there is no desk.
test('a desk that is gone is told in words', { skip: withoutBrowser }, async () => {
  const { page } = await desk.open('/reports')
  await settled(page)
  await desk.stop()
  await page.locator('nav a[href="/figures"]').click()
  await page.locator('.problem', { hasText: 'Griot does not answer' }).waitFor()
})
