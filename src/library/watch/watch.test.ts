import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { findFeed } from '../../store/watch.ts'
import { type Library, openLibrary } from '../open.ts'
import type { Clock } from './clock.ts'
import { lookAtFeed } from './feed.ts'
import { lookInFolder } from './folder.ts'
import type { Network } from './network.ts'
import type { WatchOptions } from './options.ts'
import { pace } from './pace.ts'
import { followRedirects } from './redirects.ts'
import { createNetwork } from './request.ts'
import { lookAround } from './round.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-watch-'))
type Answerer = (request: IncomingMessage, response: ServerResponse) => void
const pages = new Map<string, Answerer>()
const asked: IncomingMessage[] = []
let server: Server
let home = ''

before(async () => {
  server = createServer((request, response) => {
    asked.push(request)
    const answer = pages.get(request.url ?? '')
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

/** A clock that stands still until somebody sleeps. */
function fakeClock(start = '2026-01-05T08:00:00.000Z'): Clock & { at: number; slept: number[] } {
  const clock = {
    at: Date.parse(start),
    slept: [] as number[],
    now: () => clock.at,
    sleep: async (milliseconds: number) => {
      clock.slept.push(milliseconds)
      clock.at += milliseconds
    },
  }
  return clock
}

const MINUTE = 60_000
let made = 0
const open = (): Library => openLibrary(join(folder, `${made++}.griot`), { for: 'create' })
const network = followRedirects(createNetwork({ isAllowed: () => true, mostTime: 2000 }))
const watching = (clock: Clock = fakeClock(), own: Network = network): WatchOptions => ({
  ...{ network: own, clock, every: 30 * MINUTE, confidentiality: 'public', jobs: 1 },
})
const texts = (library: Library) => [...library.reports()].map(({ reading }) => reading.report.text)
const serve = (path: string, type: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  pages.set(path, (_, response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body))

const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Sahel Wire</title>${items.map(item => `<item>${item}</item>`).join('')}</channel></rss>`
const LONG = 'Gunmen attacked a market near Djibo on Monday and killed 12 people, the governor said. '.repeat(12)

test('a feed is asked for what has changed alone, and an entry is added once', async () => {
  const library = open()
  pages.set('/a.rss', (request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else
      response
        .writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 05 Jan 2026 07:00:00 GMT' })
        .end(rss(`<title>Djibo</title><guid>g1</guid><description>${LONG}</description>`))
  })
  assert.equal((await lookAtFeed(library, `${home}/a.rss`, watching())).added, 1)
  const again = await lookAtFeed(library, `${home}/a.rss`, watching())
  assert.deepEqual([again.added, again.trouble], [0, null])
  assert.equal(asked.at(-1)?.headers['if-modified-since'], 'Mon, 05 Jan 2026 07:00:00 GMT')
  assert.match(String(asked.at(-1)?.headers['user-agent']), /^Griot\/\d/)
  serve(
    '/a.rss',
    'text/xml',
    rss(
      `<title>Djibo</title><guid>g1</guid><description>${LONG}</description>`,
      `<title>Gao</title><guid>g2</guid><description>A convoy reached Gao. ${LONG}</description>`,
    ),
  )
  assert.equal((await lookAtFeed(library, `${home}/a.rss`, watching())).added, 1)
  library.close()
})

test('the page behind a short entry is what is read; one that is gone leaves the entry', async () => {
  const library = open()
  const article = `<html><head><title>Djibo</title></head><body><nav><a href="/">Home</a></nav><article><h1>Djibo</h1><p>${LONG}</p></article></body></html>`
  serve('/djibo', 'text/html', gzipSync(article), { 'content-encoding': 'gzip' })
  serve(
    '/b.rss',
    'text/xml',
    rss(
      `<title>Djibo</title><link>${home}/djibo</link><pubDate>Mon, 05 Jan 2026 07:00:00 GMT</pubDate><description>Gunmen attacked a market.</description>`,
      `<title>Gone</title><link>${home}/gone</link><description>A bridge was opened in Kaya.</description>`,
    ),
  )
  const clock = fakeClock()
  const look = await lookAtFeed(
    library,
    `${home}/b.rss`,
    watching(
      clock,
      pace(network, clock, () => 1000),
    ),
  )
  assert.deepEqual([look.added, look.trouble, look.failures], [2, null, []])
  assert.ok(clock.slept.length >= 2 && clock.slept.every(time => time <= 1000))
  const reports = [...library.reports()].map(({ report, reading }) => ({ ...report, text: reading.report.text }))
  const djibo = reports.find(report => report.title === 'Djibo')
  assert.match(djibo?.text ?? '', /the governor said/)
  assert.deepEqual([djibo?.url, djibo?.published?.start, djibo?.publisher], [`${home}/djibo`, '2026-01-05', 'Sahel Wire'])
  const gone = reports.find(report => report.title === 'Gone')
  assert.match(gone?.notes.join(' ') ?? '', /could not be had: it answered 404/)
  library.close()
})

test('a page that is away for now is waited for, and the entry is taken in the end', async () => {
  const library = open()
  pages.set('/busy', (_, response) => response.writeHead(503).end())
  serve('/c.rss', 'text/xml', rss(`<title>Busy</title><link>${home}/busy</link><description>A road was closed.</description>`))
  const looks = []
  for (let i = 0; i < 3; i++) looks.push(await lookAtFeed(library, `${home}/c.rss`, watching()))
  assert.deepEqual(
    looks.map(({ added, waiting }) => [added, waiting]),
    [
      [0, 1],
      [0, 1],
      [1, 0],
    ],
  )
  library.close()
})

test('a server that was asked too often is left alone for as long as it says', async () => {
  const library = open()
  const clock = fakeClock()
  pages.set('/d.rss', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end())
  const url = `${home}/d.rss`
  const first = await lookAtFeed(library, url, watching(clock))
  assert.match(first.trouble?.error.message ?? '', /answered 429: it was asked too often/)
  assert.deepEqual([first.trouble?.isNews, first.trouble?.until], [true, '2026-01-05T10:00:00.000Z'])
  const before = asked.length
  clock.at += 30 * MINUTE
  assert.equal((await lookAtFeed(library, url, watching(clock))).trouble?.error.code, 'feed-waits')
  assert.equal(asked.length, before)
  clock.at += 90 * MINUTE
  assert.equal((await lookAtFeed(library, url, watching(clock))).trouble?.isNews, false)
  serve('/d.rss', 'text/xml', rss(`<guid>1</guid><description>${LONG}</description>`))
  clock.at += 120 * MINUTE
  const back = await lookAtFeed(library, url, watching(clock))
  assert.deepEqual([back.added, back.isBack, findFeed(library.db, url)?.failures], [1, true, 0])
  library.close()
})

test('without leave nothing of this machine or a private network is asked, by redirect neither', async () => {
  const shut = createNetwork()
  for (const url of [
    home,
    'http://localhost:1/',
    'http://[::1]/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest',
    'http://[::ffff:10.0.0.1]/',
  ])
    await assert.rejects(shut(url), { code: 'address-private' })
  for (const url of ['file:///etc/passwd', 'ftp://example.org/', 'javascript:1']) await assert.rejects(shut(url), { code: 'address-kind' })
  await assert.rejects(shut('http://me:secret@example.org/'), { code: 'address-password' })
})

test('redirects are followed, but not for ever and to no other kind of address', async () => {
  const to = (path: string, location: string) => pages.set(path, (_, response) => response.writeHead(302, { location }).end())
  to('/moved.rss', '/e.rss')
  serve('/e.rss', 'text/xml', rss(`<guid>1</guid><description>${LONG}</description>`))
  assert.equal((await network(`${home}/moved.rss`)).url, `${home}/e.rss`)
  to('/round', '/round')
  await assert.rejects(network(`${home}/round`), { code: 'redirects-endless' })
  const narrow = followRedirects(createNetwork({ isAllowed: address => address === '127.0.0.1' }))
  for (const [i, location] of [
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    home.replace('127.0.0.1', '127.0.0.2'),
    home.replace('127.0.0.1', '[::1]'),
  ].entries()) {
    to(`/in${i}`, location)
    await assert.rejects(narrow(`${home}/in${i}`), { code: 'address-private' })
  }
  to('/file', 'file:///etc/passwd')
  await assert.rejects(network(`${home}/file`), { code: 'address-kind' })
})

test('a body without end is cut, packed or not, and what stands before the cut is read', async () => {
  const small = createNetwork({ isAllowed: () => true, mostBytes: 200_000 })
  const many = rss(
    ...Array.from({ length: 400 }, (_, i) => `<guid>${i}</guid><title>Item ${i}</title><description>${i} ${LONG}</description>`),
  )
  serve('/big.rss', 'text/xml', gzipSync(many), { 'content-encoding': 'gzip' })
  const { body, isCut } = await small(`${home}/big.rss`)
  assert.deepEqual([body.length, isCut], [200_000, true])
  pages.set('/endless', (_, response) => {
    const write = () => {
      while (response.write('x'.repeat(65_536)));
    }
    response.on('drain', write)
    write()
  })
  assert.equal((await network(`${home}/endless`)).body.length, 10_000_000)
  const library = open()
  const look = await lookAtFeed(
    library,
    `${home}/big.rss`,
    watching(fakeClock(), createNetwork({ isAllowed: () => true, mostBytes: 5000 })),
  )
  assert.equal(look.trouble?.error.code, 'feed-too-long')
  assert.ok(look.added > 0 && look.added < 10)
  library.close()
})

test('a server that is slow, breaks off or speaks something else is a sentence', async () => {
  const hasty = createNetwork({ isAllowed: () => true, mostTime: 150 })
  pages.set('/slow', (_, response) => response.writeHead(200).write('<rss>'))
  await assert.rejects(hasty(`${home}/slow`), { code: 'server-unreachable', message: /did not answer within 0.15 s/ })
  pages.set('/off', (_, response) => response.writeHead(200, { 'content-length': '100' }).write('<rss>', () => response.destroy()))
  await assert.rejects(network(`${home}/off`), { name: 'GriotError' })
  await assert.rejects(network('http://127.0.0.1:1/'), { code: 'server-refuses' })
  pages.set('/odd', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'))
  await assert.rejects(network(`${home}/odd`), { name: 'GriotError' })
})

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['page', '<!doctype html><html><body><p>News</p></body></html>', 'not-a-feed'],
  [
    'entities',
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa">${'<!ENTITY b "&a;&a;">'.repeat(50)}<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><guid>1</guid><description>&b; &x;</description>`,
    'file-cut-off',
  ],
  ['deep', `<?xml version="1.0"?><rss>${'<a>'.repeat(5000)}`, 'too-deep'],
  ['empty', '', 'file-empty'],
]
for (const [name, body, code] of HOSTILE)
  test(`hostile or broken: ${name}`, async () => {
    const library = open()
    serve(`/x-${name}`, 'text/xml', body)
    const look = await lookAtFeed(library, `${home}/x-${name}`, watching())
    assert.equal(look.trouble?.error.code, code)
    for (const text of texts(library)) assert.doesNotMatch(text, /root:|aaaaaaaa/)
    library.close()
  })

test('a folder gives its new and changed files, and one that fails holds nobody else up', async () => {
  const library = open()
  const inbox = join(folder, 'inbox')
  mkdirSync(inbox)
  const [a, gone] = [join(inbox, 'a.txt'), join(folder, 'nowhere')]
  const options = watching()
  assert.deepEqual((await lookInFolder(library, inbox, options)).trouble, null)
  writeFileSync(a, 'The army of Mali seized Ber on Monday.')
  assert.equal((await lookInFolder(library, inbox, options)).added, 1)
  assert.equal((await lookInFolder(library, inbox, options)).added, 0)
  writeFileSync(a, 'The army of Mali seized Ber on Monday, and left it again on Friday.')
  serve('/f.rss', 'text/xml', rss(`<guid>1</guid><description>${LONG}</description>`))
  const looks = []
  for await (const look of lookAround(library, [gone, `${home}/none.rss`, inbox, `${home}/f.rss`], options)) looks.push(look)
  assert.deepEqual(
    looks.map(({ added, trouble }) => [added, trouble?.error.code ?? null]),
    [
      [0, 'file-missing'],
      [0, 'http-404'],
      [1, null],
      [1, null],
    ],
  )
  library.close()
})
