import type { Page } from 'playwright-core'
import { SPEECH_ACTS } from '../src/record/statement.ts'
import { EVENT_TYPES } from '../src/record/vocab/plover.ts'
import { type OpenDesk, serveDesk } from '../test/web/desk.ts'
import { settled } from '../test/web/page-list.ts'
import { processorOf } from './processor.ts'
import { type Took, timeAct, WATCH } from './watch-page.ts'

/** How long the desk takes in a browser on a library; milliseconds. */
export interface BrowserTimes {
  /** From the address to the picture of the page with what it is about: the first time after a start, and the slowest of some visits after that. */
  readonly today: Visits
  readonly reading: Visits
  /** From what somebody does to the last picture of what comes of it, each act by its name. */
  readonly acts: readonly (Took & { readonly name: string })[]
}

interface Visits {
  readonly first: Took
  readonly later: Took
}

const STARTS = 3
const VISITS = 4
const PLACES = ['Mali', 'Sudan', 'Nigeria', 'Kenya', 'Syria']

/** Opens the desk on a library some times, and goes about in it. */
export async function timeBrowser(library: string): Promise<BrowserTimes> {
  const today: Took[] = []
  const reading: Took[] = []
  let later: { today: Took; reading: Took } | null = null
  let acts: BrowserTimes['acts'] = []
  for (let start = 0; start < STARTS; start++) {
    const desk = await serveDesk(library)
    try {
      today.push(await timeVisit(desk, '/today', '.tiles'))
      reading.push(await timeVisit(desk, '/reading', '.paragraph'))
      if (start < STARTS - 1) continue
      later = { today: await slowest(desk, '/today', '.tiles'), reading: await slowest(desk, '/reading', '.paragraph') }
      acts = await timeActs(desk)
    } finally {
      await desk.close()
    }
  }
  if (!later) throw new Error('the desk was not opened')
  return { today: { first: median(today), later: later.today }, reading: { first: median(reading), later: later.reading }, acts }
}

/** Milliseconds of a visit of somebody who was never there: nothing is in the browser. */
async function timeVisit(desk: OpenDesk, path: string, shows: string): Promise<Took> {
  const before = new Map((await desk.processes()).map(pid => [pid, processorOf([pid])]))
  const { page } = await desk.open(path, {}, WATCH)
  const time = await page.evaluate<number>(`griotWatch.shown(${JSON.stringify(shows)})`)
  // A page may have a process of its own, which had no time before.
  const processor = (await desk.processes()).reduce((sum, pid) => sum + processorOf([pid]) - (before.get(pid) ?? 0), 0)
  await page.context().close()
  return { time, processor }
}

async function slowest(desk: OpenDesk, path: string, shows: string): Promise<Took> {
  const visits: Took[] = []
  for (let visit = 0; visit < VISITS; visit++) visits.push(await timeVisit(desk, path, shows))
  return { time: Math.max(...visits.map(({ time }) => time)), processor: Math.max(...visits.map(({ processor }) => processor)) }
}

async function timeActs(desk: OpenDesk): Promise<BrowserTimes['acts']> {
  const acts: (Took & { name: string })[] = []
  const { page } = await desk.open('/incidents', {}, WATCH)
  const processes = await desk.processes()
  const time = async (name: string, event: string, act: () => Promise<unknown>) =>
    acts.push({ name, ...(await timeAct(page, processes, event, act)) })
  const go = async (path: string, shows: string) => {
    await page.goto(desk.address + path)
    await page.locator(shows).first().waitFor()
    await settled(page)
    await page.waitForTimeout(1500)
  }
  await go('/incidents', '.incident-row')
  for (const type of EVENT_TYPES.slice(0, 8)) await time(`incidents of ${type}`, 'change', () => choose(page, type))
  await choose(page, '')
  for (const place of PLACES) await time(`incidents in ${place}`, 'keydown', () => write(page, place))
  await go('/incidents', '.incident-row')
  for (let i = 0; i < 8; i++) await time('brush', 'pointerup', () => brush(page, 0.1 * i, 0.1 * i + 0.15))
  await go('/incidents', '.incident-row')
  for (let i = 0; i < 8; i++) {
    await time('incident opened', 'click', () => page.locator('.incident-row button').nth(i).click())
    await page.goBack()
    await page.locator('.incident-row').first().waitFor()
    await page.waitForTimeout(300)
  }
  await go('/statements', '.record-row')
  for (const act of SPEECH_ACTS.slice(0, 6)) await time(`statements, ${act}`, 'change', () => choose(page, act))
  const { items } = (await (await fetch(`${desk.address}/api/reports?limit=8`)).json()) as { items: { short: string }[] }
  for (const [i, { short }] of items.entries()) {
    await go(`/reading/${short}`, '.record')
    if (i % 2) await time('card opened by a key', 'keydown', () => page.keyboard.press('j'))
    else await time('card opened by a click', 'click', () => page.locator('.paragraph [data-r]').first().click())
    await time('why', 'keydown', () => page.keyboard.press('w'))
  }
  await page.context().close()
  return acts
}

/** Chooses in the first list of the filters that has this. */
function choose(page: Page, value: string): Promise<unknown> {
  return page.locator('search.filters select').first().selectOption(value)
}

async function write(page: Page, place: string): Promise<void> {
  // The field asks for names while it is written in: that is over when Enter is pressed.
  await page.locator('search.filters input').first().fill(place)
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
}

async function brush(page: Page, from: number, to: number): Promise<void> {
  const box = await page.locator('.brush svg').boundingBox()
  if (!box) throw new Error('there is no time brush')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + from * box.width, y)
  await page.mouse.down()
  await page.mouse.move(box.x + to * box.width, y, { steps: 4 })
  await page.mouse.up()
}

function median(took: readonly Took[]): Took {
  const of = (what: keyof Took) => took.map(each => each[what]).sort((a, b) => a - b)[took.length >> 1] ?? 0
  return { time: of('time'), processor: of('processor') }
}
