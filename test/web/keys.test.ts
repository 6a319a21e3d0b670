import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'
import { settled } from './page-list.ts'

let desk: OpenDesk

before(async () => {
  if (!withoutBrowser) desk = await openDesk()
})
after(() => desk?.close())

const isIn = (page: Page, selector: string) => page.evaluate<boolean>(`!!document.activeElement.closest(${JSON.stringify(selector)})`)

/** What can be used on a page and is seen, each with a number. */
const NUMBER_ALL = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(element => !element.disabled && element.checkVisibility())
  .map((element, i) => { element.dataset.stop = i; return element.outerHTML.slice(0, 120) })`

for (const path of ['/today', '/figures', '/incidents?place=Togo', '/actors', '/reports'])
  test(`Tab reaches everything on ${path}`, { skip: withoutBrowser }, async () => {
    const { page, problems } = await desk.open(path)
    await settled(page)
    const all = await page.evaluate<string[]>(NUMBER_ALL)
    const reached = new Set<string | null>()
    // A day has three stops in its field.
    for (let left = all.length * 2 + 20; left > 0 && reached.size < all.length; left--) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate<string | null>('document.activeElement.dataset.stop ?? null')
      if (stop !== null) reached.add(stop)
    }
    assert.deepEqual(
      all.filter((_, i) => !reached.has(`${i}`)),
      [],
    )
    assert.deepEqual(problems, [])
    await page.context().close()
  })

test('the first Tab leads past the rail, "/" to the search, g and a letter to each page', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/reports')
  await settled(page)
  await page.keyboard.press('Tab')
  assert.ok(await isIn(page, '.skip'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.ok(await isIn(page, 'main'))
  for (const [key, path] of Object.entries({
    t: 'today',
    r: 'reading',
    i: 'incidents',
    f: 'figures',
    s: 'statements',
    a: 'actors',
    l: 'reports',
  })) {
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await page.waitForURL(url => url.pathname.startsWith(`/${path}`))
  }
  await page.keyboard.press('/')
  assert.ok(await isIn(page, '#search'))
  await page.keyboard.type('Togo')
  await page.keyboard.press('Enter')
  await page.locator('.hit').first().waitFor()
  assert.deepEqual(problems, [])
})

test('the palette finds an actor and goes there', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/today')
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Kpodar')
  const actor = page.locator('[role=option]', { hasText: /^Edem Kpodar$/ })
  await actor.waitFor()
  while ((await actor.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.pathname.startsWith('/actors/'))
  await page.locator('h1', { hasText: 'Kpodar' }).waitFor()
  assert.deepEqual(problems, [])
})

test('a dialog holds the focus; Escape and its button close it and give the focus back', { skip: withoutBrowser }, async () => {
  const { page, problems } = await desk.open('/today')
  await settled(page)
  const opener = page.getByRole('button', { name: 'Settings' })
  for (const close of ['Escape', 'button']) {
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    for (let i = 0; i < 8; i++) {
      assert.ok(!(await isIn(page, '.frame > :not(dialog)')), 'the focus left the dialog')
      await page.keyboard.press('Tab')
    }
    if (close === 'Escape') await page.keyboard.press('Escape')
    else {
      await dialog.locator('button').first().focus()
      await page.keyboard.press('Enter')
    }
    // Closed is not yet gone: what is opened in between would go with it.
    await page.locator('dialog').waitFor({ state: 'detached' })
    assert.ok(await isIn(page, '.bar button'), `after ${close} the focus is lost`)
  }
  await page.keyboard.press('?')
  await page.locator('dialog kbd', { hasText: 'g' }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  assert.deepEqual(problems, [])
})

interface Incidents {
  readonly total: number
  readonly items: readonly { readonly id: string; readonly reports: number }[]
}

const incidents = async (query: string) => (await (await fetch(`${desk.address}/api/incidents?${query}`)).json()) as Incidents

/** Waits until there are so many incidents. */
async function untilThereAre(count: number): Promise<void> {
  let total = -1
  for (let left = 100; left > 0 && total !== count; left--) {
    total = (await incidents('limit=1')).total
    if (total !== count) await new Promise(resolve => setTimeout(resolve, 50))
  }
  assert.equal(total, count)
}

test('incidents are merged after a look at what would come of it, and the merging is taken back', { skip: withoutBrowser }, async () => {
  const { total } = await incidents('limit=1')
  const { page, problems } = await desk.open('/incidents?place=Togo')
  await page.locator('.incident-row').nth(1).waitFor()
  for (const i of [0, 1]) await page.locator('.incident-row input').nth(i).check()
  await page.locator('.preview .incident-line').waitFor()
  assert.equal((await incidents('limit=1')).total, total, 'the preview changes nothing')
  await page.locator('.preview .button.main').click()
  await page.locator('.toast', { hasText: 'Merged' }).waitFor()
  await untilThereAre(total - 1)
  await page.locator('.toast button').click()
  await untilThereAre(total)
  assert.deepEqual(problems, [])
})

test('a report is taken out of an incident after a look at what would come of it, and put back', { skip: withoutBrowser }, async () => {
  const { total, items } = await incidents('limit=100&reports=2')
  assert.ok(items[0])
  const all = (await incidents('limit=1')).total
  assert.ok(total > 0)
  const { page, problems } = await desk.open(`/incidents/${items[0].id}`)
  await page.locator('.telling input').last().check()
  await page.locator('.preview .incident-line').nth(1).waitFor()
  await page.locator('.preview .button.main').click()
  await page.locator('.toast', { hasText: 'Taken out' }).waitFor()
  await untilThereAre(all + 1)
  await page.locator('.toast button').click()
  await untilThereAre(all)
  assert.deepEqual(problems, [])
})
