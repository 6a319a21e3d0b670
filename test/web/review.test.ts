import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'

let desk: OpenDesk

before(async () => {
  if (!withoutBrowser) desk = await openDesk()
})
after(() => desk?.close())

interface Reading {
  readonly views: readonly { readonly id: string }[]
  readonly reviews: Readonly<Record<string, string>>
  readonly decisions: readonly { readonly kind: string; readonly by: string; readonly holds: boolean }[]
}

const readingOf = async (report: string) => (await (await fetch(`${desk.address}/api/reports/${report}/reading`)).json()) as Reading

/** Waits until so many of something are on the page. */
async function until(page: Page, selector: string, isSo: (count: number) => boolean): Promise<void> {
  for (let left = 300; left > 0; left--) {
    if (isSo(await page.locator(selector).count())) return
    await page.waitForTimeout(100)
  }
  assert.fail(`${selector}: ${await page.locator(selector).count()} on the page`)
}

test('a report is reviewed by keys alone: all accepted or corrected, then the next one', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/reading')
  await page.locator('.paragraph').first().waitFor()
  const report = new URL(page.url()).pathname.split('/')[2] as string
  let keys = 0
  const press = async (key: string) => {
    keys += key.startsWith('type ') ? key.length - 5 : 1
    if (key.startsWith('type ')) await page.keyboard.type(key.slice(5))
    else await page.keyboard.press(key)
  }
  const { views } = await readingOf(report)
  assert.ok(views.length > 1)
  // The first record gets another status; the others are accepted one by one.
  const event = views.find(({ id }) => id.startsWith('v')) as { id: string }
  while (!(await page.locator(`#card-${event.id}.chosen`).count())) await press('j')
  await press('e')
  await page.locator('.editor select').waitFor()
  await press('type PRO')
  await press('Enter')
  await page.locator(`#card-${event.id} .tag.good`).waitFor()
  for (let left = views.length; left > 0 && Object.keys((await readingOf(report)).reviews).length < views.length; left--) {
    const reviewed = Object.keys((await readingOf(report)).reviews).length
    if (!(await page.locator('.record.chosen').count()) || (await page.locator('.record.chosen .line .tag.good').count())) await press('j')
    await press('a')
    await until(page, '.record .line .tag.good', count => count > reviewed)
  }
  const { reviews, decisions } = await readingOf(report)
  assert.equal(reviews[event.id], 'corrected')
  assert.deepEqual(Object.keys(reviews).sort(), views.map(({ id }) => id).sort())
  assert.ok(decisions.every(({ by }) => by === 'tester'))
  await press('n')
  await page.waitForURL(url => url.pathname.startsWith('/reading/') && !url.pathname.includes(report))
  assert.ok(keys <= 40, `${keys} keys`)
  assert.deepEqual(problems, [])
})

test('what was decided is taken back, one thing or all that was accepted at once', { skip: withoutBrowser }, async () => {
  const { page } = await desk.open('/reading')
  await page.locator('.record').first().waitFor()
  const report = new URL(page.url()).pathname.split('/')[2] as string
  await page.keyboard.press('A')
  await page.locator('.record .line .tag.good').first().waitFor()
  assert.ok(Object.keys((await readingOf(report)).reviews).length > 0)
  await page.keyboard.press('u')
  await until(page, '.record .line .tag.good', count => count === 0)
  assert.deepEqual((await readingOf(report)).reviews, {})
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.locator('.toast button').click()
  const isAllTakenBack = async () => (await readingOf(report)).decisions.every(({ kind, holds }) => kind === 'undo' || !holds)
  // The message of the undoing before may still stand: the library itself is asked.
  for (let left = 100; left > 0 && !(await isAllTakenBack()); left--) await page.waitForTimeout(100)
  assert.ok(await isAllTakenBack())
  await page.locator('.toast', { hasText: 'Undone' }).first().waitFor()
})

test('words that were missed become a record, a field gets a comment, why and why not are told', { skip: withoutBrowser }, async () => {
  const { page } = await desk.open('/reading')
  const words = page.locator('.paragraph p span[data-at]').first()
  await words.waitFor()
  const report = new URL(page.url()).pathname.split('/')[2] as string
  const before = (await readingOf(report)).views.length
  await words.dblclick()
  await page.locator('.add button', { hasText: 'event' }).click()
  await page.locator('.add select').selectOption('PROTEST')
  await until(page, '.record', count => count > before)
  assert.equal((await readingOf(report)).views.length, before + 1)
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.locator('.opened form input').fill('ask the ministry')
  await page.keyboard.press('Enter')
  await page.locator('.note', { hasText: 'ask the ministry' }).waitFor()
  await page.keyboard.press('w')
  await page.locator('.why li', { hasText: 'tester' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('w')
  await page.locator('.why .evidence').first().waitFor()
})
