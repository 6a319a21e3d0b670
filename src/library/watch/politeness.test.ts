import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { GriotError } from '../../util/error.ts'
import { openLibrary } from '../open.ts'
import type { Network } from './network.ts'
import { bePolite } from './politeness.ts'
import { createNetwork } from './request.ts'
import { lookAround } from './round.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-polite-'))
const servers: Server[] = []
after(() => {
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true })
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A clock that goes on when somebody sleeps; two who sleep at once sleep no longer than one. */
function fakeClock() {
  const clock = { at: 1_000_000, now: () => clock.at, sleep: async (time: number) => sleepTill(clock.at + time) }
  const sleepTill = async (at: number) => {
    await setImmediate()
    clock.at = Math.max(clock.at, at)
  }
  return clock
}

interface Page {
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A network of pages by address, 404 elsewhere; `asked` has each request with its time. */
function pagesOf(pages: Record<string, Page | 'broken'>, clock = fakeClock()) {
  const asked: [url: string, at: number][] = []
  const network: Network = async url => {
    asked.push([url, clock.at])
    const page = pages[url] ?? { status: 404 }
    if (page === 'broken') throw new GriotError('server-broke-off', 'broken', { cause: null })
    const { status = 200, body = '', headers = {} } = page
    return { status, url, headers: new Map(Object.entries(headers)), body: Buffer.from(body), isCut: false }
  }
  const round = bePolite(network, clock)
  return { asked, clock, pages, round, count: (end: string) => asked.filter(([url]) => url.endsWith(end)).length }
}

const HOME = 'https://example.org'
const SHUT = { body: 'User-agent: *\nDisallow: /shut' }

test('robots.txt is asked for once, and what it forbids is not asked for', async () => {
  const { round, asked } = pagesOf({ [`${HOME}/robots.txt`]: SHUT, [`${HOME}/a`]: { body: 'a' } })
  const network = round()
  const [a] = await Promise.all([
    network(`${HOME}/a`),
    network(`${HOME}/b`),
    assert.rejects(network(`${HOME}/shut/c`), { code: 'robots-forbid' }),
  ])
  assert.equal(a.status, 200)
  assert.deepEqual(
    asked.map(([url]) => url.replace(HOME, '')),
    ['/robots.txt', '/a', '/b'],
  )
})

test('a redirect leads to nothing that the other host forbids', async () => {
  const { round, count } = pagesOf({
    [`${HOME}/a`]: { status: 302, headers: { location: 'https://example.com/shut' } },
    'https://example.com/robots.txt': { status: 301, headers: { location: '/r.txt' } },
    'https://example.com/r.txt': SHUT,
    'https://example.com/shut': { body: 'secret' },
  })
  await assert.rejects(round()(`${HOME}/a`), { code: 'robots-forbid' })
  assert.deepEqual([count('/r.txt'), count('/shut')], [1, 0])
})

const LIVES: readonly (readonly [cache: string, hours: number, looks: number])[] = [
  ['max-age=7200', 1, 1],
  ['max-age=7200', 3, 2],
  ['public, max-age=0', 0, 2],
  ['no-cache', 0, 2],
  ['', 23, 1],
  ['', 25, 2],
  ['max-age=99999999', 25, 2],
]
for (const [cache, hours, looks] of LIVES)
  test(`robots.txt with “${cache}” is looked at ${looks === 1 ? 'no more' : 'again'} ${hours} hours later, and once in a round`, async () => {
    const { round, count, clock } = pagesOf({ [`${HOME}/robots.txt`]: { ...SHUT, headers: { 'cache-control': cache } } })
    for (const pass of [0, hours]) {
      clock.at += pass * 3_600_000
      const network = round()
      for (const path of ['/a', '/b']) await network(HOME + path)
    }
    assert.equal(count('/robots.txt'), looks)
  })

const AWAY: readonly (readonly [Page | 'broken', string | null])[] = [
  [{ status: 404 }, null],
  [{ status: 403 }, null],
  [{ status: 302, headers: { location: '/robots.txt' } }, null],
  [{ status: 429 }, 'robots-unreachable'],
  [{ status: 503 }, 'robots-unreachable'],
  ['broken', 'server-broke-off'],
]
for (const [page, code] of AWAY)
  test(`a robots.txt that is ${page === 'broken' ? page : page.status} ${code ? 'shuts' : 'opens'} the server, and what was known before still holds`, async () => {
    const { round, pages, clock } = pagesOf({ [`${HOME}/robots.txt`]: page })
    if (code) await assert.rejects(round()(`${HOME}/a`), { code })
    else assert.equal((await round()(`${HOME}/a`)).status, 404)
    if (!code) return
    pages[`${HOME}/robots.txt`] = { ...SHUT, headers: { 'cache-control': 'max-age=60' } }
    await round()(`${HOME}/a`)
    pages[`${HOME}/robots.txt`] = page
    clock.at += 3_600_000
    const network = round()
    assert.equal((await network(`${HOME}/a`)).status, 404)
    await assert.rejects(network(`${HOME}/shut`), { code: 'robots-forbid' })
  })

for (const [delay, pause] of [
  ['', 1000],
  ['Crawl-delay: 0.2', 1000],
  ['Crawl-delay: 5', 5000],
  ['Crawl-delay: 86400', 30_000],
] as const)
  test(`with “${delay}” a host is asked every ${pause} ms, another meanwhile`, async () => {
    const { round, asked } = pagesOf({ [`${HOME}/robots.txt`]: { body: `User-agent: *\n${delay}` } })
    const network = round()
    await Promise.all(['a', 'b', 'c'].map(path => network(`${HOME}/${path}`)))
    const times = asked.map(([, at]) => at)
    assert.deepEqual(
      times.slice(1).map((at, i) => at - (times[i] as number)),
      [pause, pause, pause],
    )
    await network('https://example.com/')
    assert.equal(asked.find(([url]) => url === 'https://example.com/robots.txt')?.[1], times.at(-1))
  })

const feedOf = (id: string) =>
  `<?xml version="1.0"?><rss><channel><title>${id}</title><item><guid>${id}</guid><description>${`Gunmen attacked ${id} on Monday and killed 12 people, the governor said. `.repeat(14)}</description></item></channel></rss>`
const watching = (network: Network, clock = fakeClock()) => ({ network, clock, every: 60_000, confidentiality: 'public', jobs: 1 }) as const

test('several hosts are asked at once, each of them one thing after the other; reports are added in the order of the sources', async () => {
  const waiting: (() => void)[] = []
  const busy = new Map<string, number>()
  const places = ['Djibo', 'Gao', 'Kaya', 'Dori']
  const listener: RequestListener = (request, response) => {
    const host = String(request.headers.host)
    if (request.url === '/robots.txt') return void response.writeHead(404).end()
    busy.set(host, (busy.get(host) ?? 0) + 1)
    assert.equal(busy.get(host), 1, 'one request at a time')
    const answer = () => {
      busy.set(host, 0)
      response.end(feedOf(String(request.url).slice(1)))
    }
    if (waiting.push(answer) < 2) return
    // Nobody is answered before both hosts were asked: who asked one after the other would wait for ever. The last is answered first.
    for (const each of waiting.splice(0).reverse()) each()
  }
  const [a, b] = [await serve(listener), await serve(listener)]
  const clock = fakeClock()
  const round = bePolite(createNetwork({ isAllowed: () => true, mostTime: 5000 }), clock)
  const library = openLibrary(join(folder, 'hosts.griot'), { for: 'create' })
  const sources = [`${a}/${places[0]}`, `${a}/${places[1]}`, `${b}/${places[2]}`, `${b}/${places[3]}`]
  const told: string[] = []
  for await (const { source, added, trouble } of lookAround(library, sources, watching(round(), clock))) {
    assert.deepEqual([added, trouble], [1, null])
    told.push(source)
    const texts = [...library.reports()].map(({ reading }) => reading.report.text).join()
    assert.deepEqual(
      places.map(place => texts.includes(place)),
      places.map((_, i) => i < told.length),
    )
  }
  assert.deepEqual(told, sources)
  library.close()
})

test('no more than eight feeds are fetched at once, and one named twice is looked at once', async () => {
  let [now, most] = [0, 0]
  const network: Network = async url => {
    most = Math.max(most, ++now)
    await setImmediate()
    now--
    return { status: 200, url, headers: new Map(), body: Buffer.from(feedOf(new URL(url).hostname)), isCut: false }
  }
  const library = openLibrary(join(folder, 'many.griot'), { for: 'create' })
  const sources = Array.from({ length: 20 }, (_, i) => `https://host${i % 19}.example/feed`)
  const looks = []
  for await (const look of lookAround(library, sources, watching(network))) looks.push(look)
  assert.deepEqual([looks.length, most], [19, 8])
  library.close()
})

test('where there is no network only the first feeds are asked; a feed that robots.txt forbids waits and says why', async () => {
  const library = openLibrary(join(folder, 'offline.griot'), { for: 'create' })
  let tried = 0
  const none: Network = async () => {
    tried++
    throw new GriotError('network-absent', 'no network', { cause: null })
  }
  const sources = Array.from({ length: 20 }, (_, i) => `https://host${i}.example/feed`)
  const codes = []
  for await (const { trouble } of lookAround(library, sources, watching(none))) codes.push(trouble?.error.code)
  assert.deepEqual([codes.length, new Set(codes), tried < 10], [20, new Set(['network-absent']), true])
  const { round, clock } = pagesOf({ [`${HOME}/robots.txt`]: SHUT })
  for await (const { trouble } of lookAround(library, [`${HOME}/shut.rss`], watching(round(), clock))) {
    assert.equal(trouble?.error.code, 'robots-forbid')
    assert.notEqual(trouble?.until, null)
  }
  library.close()
})
