import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { createApp } from '../src/api/app.ts'
import { createToken } from '../src/api/desk.ts'
import { type Listening, listen } from '../src/api/listen.ts'
import { createReader } from '../src/api/reader/reader.ts'
import { createWriter } from '../src/api/writer/writer.ts'
import { openLibrary } from '../src/library/open.ts'
import { withoutBrowser } from '../test/web/desk.ts'
import { timeBrowser } from './desk-browser.ts'
import { writeReports } from './library-scale.ts'
import type { Row } from './results.ts'
import { watchGriot } from './watch-griot.ts'
import type { Took } from './watch-page.ts'

/** Records that are asked for in turn. */
const RECORDS = 200
const REQUESTS = 4000
/** Requests under way at a time. */
const AT_ONCE = 8
const ROUNDS = 3

/** How long lists take, and how many records a second come from the desk beside a bare Hono in the same run. */
export async function measureDesk(reports: number, date: string | null, file?: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-desk-'))
  try {
    const path = file ?? join(folder, 'library.griot')
    if (file === undefined) {
      await writeReports(join(folder, 'input.jsonl'), reports)
      await watchGriot(['add', join(folder, 'input.jsonl'), '--library', path])
    }
    const rows = await measureLibraryDesk(path, reports, date)
    return withoutBrowser ? rows : [...rows, ...(await measureBrowser(path, reports, date))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measureLibraryDesk(path: string, reports: number, date: string | null): Promise<Row[]> {
  const library = openLibrary(path, { for: 'read' })
  const writer = createWriter(openLibrary(path, { for: 'write' }))
  const hosts = ['127.0.0.1']
  const reader = createReader(library)
  const app = createApp({
    library,
    reader,
    writer,
    hosts,
    now: () => 0,
    by: 'bench',
    token: createToken(),
    web: null,
    onBug: console.error,
  })
  const at = { host: '127.0.0.1', port: 0, isFirstOnly: true }
  const desk = await listen(app, at)
  const bare = await listen(
    new Hono().get('/api/records/:report/:record', c => c.json({ report: c.req.param('report'), record: c.req.param('record') })),
    at,
  )
  const times = await timeLists(desk)
  const paths = await recordPaths(desk)
  await rate(desk, paths)
  const ratios: number[] = []
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const [own, plain] = [await rate(desk, paths), await rate(bare, paths)]
    ratios.push(own / plain)
    best = Math.max(best, own)
  }
  await Promise.all([desk.close(), bare.close()])
  await writer.close()
  library.close()
  const row = (metric: string, value: number, digits: number): Row => ({
    ...{ set: `desk of ${reports}`, metric, value: Number(value.toFixed(digits)), date },
    command: `npm run bench:scale -- --desk --reports ${reports}`,
    data: `${reports} reports of bench/generate.ts`,
  })
  return [
    row('API list p95 ms', ninetyFifth(times), 1),
    row('record pages a second', best, 0),
    row('record pages beside bare Hono', ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0, 2),
  ]
}

/** How long pages take in a browser: by the clock, and on the processor, which others on the machine do not lengthen. */
async function measureBrowser(path: string, reports: number, date: string | null): Promise<Row[]> {
  const { today, reading, acts } = await timeBrowser(path)
  const row = (metric: string, value: number): Row => ({
    ...{ set: `desk of ${reports}`, metric, value: Math.round(value), date },
    command: `npm run bench:scale -- --desk --reports ${reports}`,
    data: `${reports} reports of bench/generate.ts, Chromium without a graphics card, ${acts.length} interactions`,
  })
  const rows = ({ time, processor }: Took, what: string) => [
    row(`${what}, ms`, time),
    ...(Number.isNaN(processor) ? [] : [row(`${what}, processor ms`, processor)]),
  ]
  const p95 = { time: ninetyFifth(acts.map(({ time }) => time)), processor: ninetyFifth(acts.map(({ processor }) => processor)) }
  return [
    ...rows(today.first, 'Today drawn, first after a start'),
    ...rows(today.later, 'Today drawn, slowest of 4'),
    ...rows(reading.first, 'Reading drawn, first after a start'),
    ...rows(reading.later, 'Reading drawn, slowest of 4'),
    ...rows(p95, 'interactions p95'),
  ]
}

/** Milliseconds of lists, each asked for once before: a first cursor and a second, filters of every kind. None is answered from what was kept. */
async function timeLists(desk: Listening): Promise<number[]> {
  const filters = ['', 'place=Mali', 'place=Sudan', 'from=2024-03-01&to=2024-03-31', 'actor=police', 'words=people', 'language=en']
  const lists = [
    ...['reports', 'events', 'statements', 'figures', 'incidents'].flatMap(name =>
      filters
        .filter(filter => (name === 'incidents' ? !/words|language/.test(filter) : name !== 'reports' || !/place|actor/.test(filter)))
        .map(filter => `${name}?${filter}`),
    ),
    ...[
      'search?words=attack',
      'search?words=people+killed',
      'search?type=ASSAULT',
      'actors?q=pol',
      'sources?',
      'suggest?q=ma',
      'status?',
      'series?measure=killed&place=Mali',
    ],
  ]
  const times: number[] = []
  for (const [i, list] of lists.entries())
    for (let again = 0; again < 4; again++) {
      const isSized = !/^(suggest|status)/.test(list)
      const path = `api/${list}${isSized ? `&limit=${50 - again}` : ''}`
      const start = performance.now()
      const response = await fetch(desk.address + path)
      if (response.status !== 200) throw new Error(`${i} ${path}: ${await response.text()}`)
      await response.arrayBuffer()
      const time = performance.now() - start
      if (again > 0) times.push(time)
      if (again === 3 && time > 60) console.log(`${time.toFixed(0).padStart(6)} ms  ${path}`)
    }
  return times
}

async function recordPaths(desk: Listening): Promise<string[]> {
  const response = await fetch(`${desk.address}api/events?limit=${RECORDS}`)
  const { items } = (await response.json()) as { items: { id: string }[] }
  return items.map(({ id }) => `api/records/${id}`)
}

/** Requests a second. */
async function rate({ address }: Listening, paths: readonly string[]): Promise<number> {
  let left = REQUESTS
  const start = performance.now()
  const ask = async () => {
    while (left-- > 0) await (await fetch(address + paths[left % paths.length])).arrayBuffer()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  return REQUESTS / ((performance.now() - start) / 1000)
}

function ninetyFifth(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}
