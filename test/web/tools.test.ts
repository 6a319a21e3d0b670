import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runGriot } from '../run-griot.ts'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'
import { settled } from './page-list.ts'

let desk: OpenDesk

before(async () => {
  if (!withoutBrowser) desk = await openDesk()
})
after(() => desk?.close())

const totalOf = async (path: string) => ((await (await fetch(`${desk.address}/api/${path}`)).json()) as { total: number }).total

test('the file that a view gives has what the view shows, under its filters', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/incidents?place=Togo&type=ASSAULT', { acceptDownloads: true })
  await settled(page)
  const menu = page.locator('details.menu', { hasText: 'Export' })
  await menu.locator('summary').click()
  for (const kind of ['incidents', 'events']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      menu.locator(`a[href^="/api/export/${kind}?format=jsonl"]:not([href*="as="])`).click(),
    ])
    assert.equal(download.suggestedFilename(), `${kind}.jsonl`)
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n')
    assert.equal(lines.length, await totalOf(`${kind}?place=Togo&type=ASSAULT&limit=1`))
    assert.ok(lines.length > 0)
  }
  await page.keyboard.press('Escape')
  assert.equal(await menu.getAttribute('open'), null)
  assert.deepEqual(problems, [])
  await page.context().close()
})

test('filters are kept under a name, opened again on another day, and forgotten', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/statements?act=accuse')
  await settled(page)
  const menu = page.locator('details.menu', { hasText: 'Saved searches' })
  await menu.locator('summary').click()
  await menu.locator('input').fill('Who accuses')
  await page.keyboard.press('Enter')
  await page.locator('.toast', { hasText: 'Saved as Who accuses.' }).waitFor()
  await page.goto(`${desk.address}/statements`)
  await settled(page)
  await menu.locator('summary').click()
  await menu.getByRole('button', { name: 'Who accuses', exact: true }).click()
  await page.waitForURL(url => url.searchParams.get('act') === 'accuse')
  // A page that has not all of its filters leads to the search.
  await page.goto(`${desk.address}/figures`)
  await settled(page)
  await menu.locator('summary').click()
  await menu.getByRole('button', { name: 'Who accuses', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/search' && url.searchParams.get('act') === 'accuse')
  await page.goto(`${desk.address}/figures`)
  await settled(page)
  await menu.locator('summary').click()
  await menu.locator('button', { hasText: '×' }).click()
  await menu.getByRole('button', { name: 'Who accuses', exact: true }).waitFor({ state: 'detached' })
  assert.deepEqual(problems, [])
  await page.context().close()
})

test('reports that another command adds are told of at once, and shown when asked for', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/reports')
  await page.locator('tbody tr').first().waitFor()
  const report = {
    id: 'fresh',
    published: '2025-06-20',
    title: 'Bridge closed',
    text: 'Police closed the bridge at Kara on Friday, the mayor said.',
  }
  const file = join(desk.library, '..', 'fresh.jsonl')
  writeFileSync(file, JSON.stringify(report))
  const { code, err } = await runGriot(['add', file, '--jobs', '1', '--library', desk.library])
  assert.equal(code, 0, err)
  await page.locator('.news', { hasText: '1 new report' }).waitFor()
  assert.equal(await page.locator('tbody tr', { hasText: 'Bridge closed' }).count(), 0, 'nothing moves by itself')
  await page.locator('.news button').click()
  await page.locator('tbody tr', { hasText: 'Bridge closed' }).waitFor()
  assert.equal(await page.locator('.news').count(), 0)
  assert.deepEqual(problems, [])
  await page.context().close()
})

test('a comment on a field lights its words, waits on Today, leads back to its record, and is settled', {
  skip: withoutBrowser,
}, async () => {
  const { page, problems } = await desk.open('/reading')
  await page.locator('.record').first().waitFor()
  await page.keyboard.press('j')
  await page
    .getByRole('button', { name: /^Comment on/ })
    .first()
    .click()
  await page.locator('.opened form input').fill('which of the two?')
  await page.keyboard.press('Enter')
  const note = page.locator('.note', { hasText: 'which of the two?' })
  await note.locator('button').click()
  assert.ok(await page.evaluate('[...CSS.highlights.values()].some(words => words.size > 0)'), 'no words are lit')
  assert.match((await note.textContent()) ?? '', /tester · \w/)
  const { pathname } = new URL(page.url())
  await page.goto(`${desk.address}/today`)
  const waiting = page.locator('li', { hasText: 'which of the two?' })
  await waiting.locator('a').click()
  await page.waitForURL(url => url.pathname === pathname)
  await note.waitFor()
  await page.goto(`${desk.address}/today`)
  await waiting.getByRole('button', { name: 'Settle' }).click()
  await waiting.waitFor({ state: 'detached' })
  assert.deepEqual(problems, [])
  await page.context().close()
})
