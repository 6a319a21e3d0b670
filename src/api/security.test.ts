import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { deskOf, type TestDesk } from '../../test/desk-of.ts'
import { openWebFiles } from './web-files.ts'

const XSS = '<img src=x onerror=alert(1)>'
const REPORTS = [
  {
    id: XSS,
    title: `${XSS} attacks town`,
    publisher: `"><script>alert(2)</script>`,
    published: '2024-03-05',
    text: `Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024, ${XSS} said. <script>alert(3)</script>`,
  },
]
const folder = mkdtempSync(join(tmpdir(), 'griot-web-'))
writeFileSync(join(folder, 'secret.txt'), 'secret')
mkdirSync(join(folder, 'web/assets'), { recursive: true })
writeFileSync(join(folder, 'web/index.html'), '<!doctype html><meta name="griot-token" content="%GRIOT_TOKEN%">')
writeFileSync(join(folder, 'web/assets/app.js'), 'export {}')

let desk: TestDesk
before(async () => {
  desk = await deskOf(REPORTS, { web: openWebFiles(join(folder, 'web')) })
})
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})

test('what reports hold of HTML comes back as JSON or as a file to be kept, never as a page', async () => {
  const { short } = (await desk.get('/api/reports')).json.items[0]
  await desk.send('/api/decisions', [{ kind: 'note', target: short, note: XSS }])
  const { key } = (await desk.get('/api/actors')).json.items[0]
  await desk.send('/api/actors/rename', { key, name: XSS })
  await desk.send('/api/saved', { name: XSS, wanted: { words: XSS } })
  const paths = [
    ...[
      '/api/reports',
      `/api/reports/${short}`,
      `/api/reports/${short}/reading`,
      '/api/events',
      '/api/search?words=attacks',
      '/api/sources',
    ],
    ...['/api/decisions', '/api/actors', '/api/saved', '/api/today', '/api/suggest?q=img', `/api/actors/${encodeURIComponent(key)}`],
    ...[`/api/reports?words=${encodeURIComponent(XSS)}`, `/api/reports/${encodeURIComponent(XSS)}`, `/api/${encodeURIComponent(XSS)}`],
  ]
  for (const path of paths) {
    const { headers } = await desk.get(path)
    assert.match(headers.get('content-type') ?? '', /^application\/(problem\+)?json/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'/)
  }
  for (const path of [`/api/reports/${short}/source`, '/api/export/events?format=csv', '/api/answers/brief?country=BFA&format=html']) {
    const { status, headers } = await desk.get(path)
    assert.equal(status, 200)
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/)
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/)
  }
})

test('the page holds the token, and an address that nobody made up cannot put anything into it', async () => {
  for (const path of ['/', '/reports', `/reports/${encodeURIComponent(XSS)}`, '/index.html']) {
    const { status, headers, json } = await desk.get(path)
    assert.equal(status, 200)
    assert.match(headers.get('content-type') ?? '', /^text\/html/)
    assert.equal(json, '<!doctype html><meta name="griot-token" content="the-token-of-this-test">')
    assert.equal(headers.get('x-frame-options'), 'DENY')
  }
})

test('no path leads out of the folder of the pages', async () => {
  assert.equal((await desk.get('/assets/app.js')).headers.get('content-type'), 'text/javascript; charset=utf-8')
  const tries = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
  ]
  for (const path of [...tries, '/%00/secret.txt', `/${encodeURIComponent(join(folder, 'secret.txt'))}`]) {
    const response = await desk.desk.web?.find(path)
    assert.equal(response, null)
    const answer = await desk.get(path)
    assert.doesNotMatch(JSON.stringify(answer.json), /secret"?$/)
    assert.notEqual(answer.json, 'secret')
  }
})

test('a body of more than 10 MB is refused, told or not', async () => {
  const big = `[${'"x",'.repeat(3_000_000)}"x"]`
  const headers = { 'content-type': 'application/json', 'x-griot-token': 'the-token-of-this-test' }
  const told = await desk.request('/api/decisions', {
    method: 'POST',
    headers: { ...headers, 'content-length': String(big.length) },
    body: big,
  })
  assert.equal(told.status, 413)
  assert.match(await told.text(), /"code":"too-large"/)
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < big.length; at += 1 << 20) controller.enqueue(Buffer.from(big.slice(at, at + (1 << 20))))
      controller.close()
    },
  })
  const untold = await desk.request('/api/decisions', { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit)
  assert.equal(untold.status, 413)
})

test('only names of this machine reach the desk, and only its own pages write', async () => {
  const code = async (headers: Record<string, string>, path = '/api/status') => {
    const { status, json } = await desk.get(path, headers)
    return status === 200 ? 'ok' : json.code
  }
  assert.equal(await code({ host: 'localhost:4750' }), 'ok')
  assert.equal(await code({ host: 'evil.example:4750' }), 'host-refused')
  assert.equal(await code({ host: 'localhost.evil.example' }), 'host-refused')
  assert.equal(await code({ host: 'evil.example' }, '/'), 'host-refused')
  assert.equal(await code({ host: 'localhost:4750', origin: 'http://localhost:4751' }), 'origin-refused')
  assert.equal(await code({ host: 'localhost:4750', origin: 'null' }), 'origin-refused')
  assert.equal(await code({ 'sec-fetch-site': 'cross-site' }), 'origin-refused')
  assert.equal(await code({ 'sec-fetch-site': 'cross-site' }, '/'), 'ok')
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    assert.equal((await desk.send('/api/saved/x', {}, { 'x-griot-token': 'guess' }, method)).json.code, 'token-missing', method)
})
