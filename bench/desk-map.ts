import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openLibrary } from '../src/library/open.ts'
import type { IncidentSummary } from '../src/reconcile/summary.ts'
import { EVENT_TYPES } from '../src/record/vocab/plover.ts'
import { type IncidentRow, replaceIncidents } from '../src/store/incidents.ts'
import { dayOf, formatDay } from '../src/util/calendar.ts'
import { serveDesk } from '../test/web/desk.ts'
import { createChance } from './generate.ts'
import type { Row } from './results.ts'

const INCIDENTS = 50_000
/** Towns that incidents lie around, and how far, in degrees. */
const TOWNS = 400
const AROUND = 0.6
const GESTURES = 12

/**
 * How long a map of 50,000 incidents takes to answer: from the wheel or the pointer to the moment at which the next picture is drawn to its last
 * pixel, without a graphics card. The incidents are made up and lie in a library; all else is as it is for everybody.
 */
export async function measureMap(date: string | null): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-map-'))
  const path = join(folder, 'map.griot')
  try {
    makeIncidents(path)
    const desk = await serveDesk(path)
    try {
      const { page } = await desk.open('/incidents', {}, WATCH)
      await page.locator('.map canvas').waitFor()
      const drawn = await untilStill(page)
      const [zooms, pans] = [await gestures(page, zoom), await gestures(page, pan)]
      const row = (metric: string, value: number): Row => ({
        ...{ set: `map of ${INCIDENTS}`, metric, value: Math.round(value), date },
        command: 'npm run bench:scale -- --desk',
        data: `${INCIDENTS} made-up incidents around ${TOWNS} towns, Chromium without a graphics card`,
      })
      return [row('drawn ms', drawn), row('zoom answered p95 ms', slow(zooms)), row('pan answered p95 ms', slow(pans))]
    } finally {
      await desk.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Tells when each picture of the map is drawn to its last pixel: a pixel that is read back waits for all others. */
const WATCH = `(() => {
  let gl = null
  const pictures = []
  const { drawElements } = WebGL2RenderingContext.prototype
  WebGL2RenderingContext.prototype.drawElements = function (...args) { gl = this; return drawElements.apply(this, args) }
  const next = window.requestAnimationFrame
  window.requestAnimationFrame = run => next(at => {
    run(at)
    if (!gl) return
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    gl = null
    pictures.push(performance.now())
  })
  let begun = 0
  for (const type of ['wheel', 'mousemove']) addEventListener(type, event => { begun ||= event.timeStamp }, { capture: true })
  window.griotMap = {
    last: () => pictures.at(-1) ?? 0,
    begin: () => { begun = 0 },
    answered: () => { const first = pictures.find(at => begun && at > begun); return first ? first - begun : 0 },
  }
})()`

/** Milliseconds from the start to the last picture before the map came to rest. */
async function untilStill(page: Page): Promise<number> {
  for (;;) {
    const last = await page.evaluate<number>('griotMap.last()')
    await page.waitForTimeout(1500)
    if (last > 0 && last === (await page.evaluate<number>('griotMap.last()'))) return last
  }
}

async function gestures(page: Page, make: (page: Page, i: number) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < GESTURES; i++) {
    await page.evaluate('griotMap.begin()')
    await make(page, i)
    await untilStill(page)
    times.push(await page.evaluate<number>('griotMap.answered()'))
  }
  return times
}

/** In, and after half of them out again. */
async function zoom(page: Page, i: number): Promise<void> {
  const { x, y } = await centreOf(page)
  await page.mouse.move(x, y)
  await page.evaluate('griotMap.begin()')
  await page.mouse.wheel(0, i < GESTURES / 2 ? -300 : 300)
}

async function pan(page: Page, i: number): Promise<void> {
  const { x, y } = await centreOf(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate('griotMap.begin()')
  await page.mouse.move(x + (i % 2 ? 160 : -160), y + 60, { steps: 6 })
  await page.mouse.up()
}

async function centreOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.map canvas').boundingBox()
  if (!box) throw new Error('there is no map')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

function slow(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}

/** A library that holds nothing but incidents: most in towns, some of which only a province is known, some without a place. */
function makeIncidents(path: string): void {
  const chance = createChance(1)
  const between = (low: number, high: number) => low + chance.next() * (high - low)
  const towns = Array.from({ length: TOWNS }, () => ({ lon: between(-17, 60), lat: between(-30, 37) }))
  const library = openLibrary(path, { for: 'create' })
  const first = dayOf(2020, 1, 1)
  const rows = Array.from({ length: INCIDENTS }, (_, i): IncidentRow & { tellings: [] } => {
    const town = chance.pick(towns)
    const roll = chance.next()
    const precision = roll < 0.8 ? ('city' as const) : roll < 0.95 ? ('admin1' as const) : null
    const spread = precision === 'city' ? AROUND : 0
    const place = precision && {
      ...{ key: `made:${i}`, name: `Place ${i % TOWNS}`, country: null, admin1: null, precision },
      lon: town.lon + between(-spread, spread),
      lat: town.lat + between(-spread, spread),
    }
    const day = formatDay(first + Math.floor(between(0, 1800)))
    const killed = Math.floor(12 * chance.next() ** 4)
    const told = { type: chance.pick(EVENT_TYPES), status: 'occurred', country: null, reports: 1, day, firstReported: day } as const
    const summary: IncidentSummary = {
      ...{ ...told, acled: null, title: `Incident ${i}`, place, dayBasis: 'stated', start: day, end: day, actors: [], recipients: [] },
      ...{ killed: null, injured: null, lifecycle: [], origins: 1, lastReported: day },
    }
    const id = `i:${i.toString(16).padStart(12, '0')}`
    return { id, ...told, admin1: null, place: place?.name ?? null, killed, summary: JSON.stringify(summary), tellings: [] }
  })
  library.db.write(() => replaceIncidents(library.db, new Map(), [], rows))
  library.close()
}
