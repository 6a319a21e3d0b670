import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { API_REPORTS } from '../../test/contracts/api-routes.ts'
import { deskOf, type TestDesk, TOKEN } from '../../test/desk-of.ts'
import { runGriot } from '../../test/run-griot.ts'
import { readParts } from './multipart.ts'

let desk: TestDesk
const folder = mkdtempSync(join(tmpdir(), 'griot-files-'))
before(async () => {
  desk = await deskOf(API_REPORTS)
})
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})

for (const [kind, query, args] of [
  ['events', 'format=csv', ['--format', 'csv']],
  ['figures', 'format=jsonl&publisher=Courier', ['--format', 'jsonl', '--publisher', 'Courier']],
  ['reports', 'format=jsonl&from=2024-03-06', ['--format', 'jsonl', '--from', '2024-03-06']],
  ['incidents', 'format=geojson', ['--format', 'geojson']],
  ['incidents', 'format=csv&as=ged', ['--as', 'ged']],
  ['events', 'format=plover', ['--format', 'plover']],
  ['series', 'format=tsv&hxl=true', ['--format', 'tsv', '--hxl']],
  ['reports', 'format=parquet', ['--format', 'parquet']],
] as const)
  test(`an export of ${kind} (${query}) has the bytes of griot export`, async () => {
    const out = join(folder, `${kind}-${query.replace(/\W/g, '-')}`)
    const { code, err } = await runGriot(['export', kind, ...args, '--out', out, '--library', desk.desk.library.path])
    assert.equal(code, 0, err)
    const response = await desk.request(`/api/export/${kind}?${query}`)
    assert.equal(response.status, 200)
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), readFileSync(out))
  })

const linesOf = async (path: string) => {
  const response = await desk.request(path)
  assert.equal(response.status, 200)
  const lines = (await response.text()).split('\n').filter(line => line !== '')
  return lines.map(line => JSON.parse(line) as Record<string, unknown>)
}

for (const [kind, query] of [
  ['events', 'type=ASSAULT'],
  ['events', 'place=Mali'],
  ['events', 'actor=gunmen'],
  ['events', 'status=denied'],
  ['events', 'from=2024-03-05&to=2024-04-30'],
  ['events', 'words=Djibo'],
  ['events', 'words=...'],
  ['statements', 'saidBy=mayor'],
  ['statements', 'act=assert'],
  ['figures', 'measure=killed'],
  ['figures', 'asKnownOn=2024-03-05'],
  ['positions', 'language=en'],
  ['incidents', 'type=ASSAULT'],
  ['incidents', 'place=Burkina Faso&from=2024-03-01'],
  ['incidents', 'reports=2'],
  ['incidents', 'actor=gunmen'],
  ['reports', 'words=Djibo'],
  ['reports', 'words=...'],
  ['reports', 'review=waiting&isCopy=false'],
  ['reports', 'from=2024-03-06'],
] as const)
  test(`a file of ${kind} has what their list has under ${query}`, async () => {
    const listed = (await desk.get(`/api/${kind}?${query}&limit=500`)).json.items as { id: string }[]
    const own = kind === 'reports' ? 'id' : 'record_id'
    const written = (await linesOf(`/api/export/${kind}?format=jsonl&${query}`)).map(line => String(line[own]))
    const isIn = (id: string) => listed.some(each => each.id === id || id.replace(/^(sha256:)?(.{12})[^/]*/, '$2') === each.id)
    assert.equal(written.length, listed.length)
    assert.deepEqual(
      written.filter(id => !isIn(id)),
      [],
    )
  })

test('series are narrowed as their list is', async () => {
  const listed = (await desk.get('/api/series?measure=killed&limit=500')).json.items as { key: string }[]
  const written = await linesOf('/api/export/series?format=jsonl&measure=killed')
  assert.ok(listed.length > 0)
  assert.deepEqual(new Set(written.map(line => line.measure)), new Set(['killed']))
})

test('a file calls actors as analysts call them, and has those that they take for one under one name', async () => {
  const { items } = (await desk.get('/api/actors?limit=100')).json as { items: { key: string; name: string }[] }
  const [first, second] = items.filter(({ key }) => key.startsWith('name:') || key.includes('/'))
  assert.ok(first && second)
  const merged = (await desk.send('/api/actors/merge', { keys: [first.key, second.key] })).json.number
  const renamed = (await desk.send('/api/actors/rename', { key: first.key, name: 'The Two' })).json.number
  const texts = await Promise.all(
    ['events', 'statements', 'entities', 'incidents'].map(async kind => JSON.stringify(await linesOf(`/api/export/${kind}?format=jsonl`))),
  )
  assert.ok(texts.some(text => text.includes('The Two')))
  const names = (await linesOf('/api/export/entities?format=jsonl')).map(line => line.name)
  assert.ok(names.includes('The Two') && !names.includes(first.name) && !names.includes(second.name), JSON.stringify(names))
  await desk.send('/api/decisions/undo', { numbers: [merged, renamed] })
  assert.ok(!JSON.stringify(await linesOf('/api/export/entities?format=jsonl')).includes('The Two'))
})

async function sendFiles(form: FormData): Promise<Response> {
  return desk.request('/api/imports', { method: 'POST', headers: { 'x-griot-token': TOKEN }, body: form })
}

async function finished(id: string) {
  for (;;) {
    const { json } = await desk.get(`/api/imports/${id}`)
    if (json.state !== 'reading') return json
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('files that are sent are read, and what happens is told as it happens', async () => {
  const stop = new AbortController()
  const stream = await desk.request('/api/stream', { signal: stop.signal })
  assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/)
  const reader = (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (pattern: RegExp) => {
    while (!pattern.test(heard)) heard += (await reader.read()).value ?? ''
  }
  await until(/event: open/)
  const form = new FormData()
  form.append('publisher', 'Field office')
  form.append('file', new Blob(['Gunmen killed two people in Ouahigouya, Burkina Faso, on 3 May 2024.']), '../../note one.txt')
  form.append(
    'file',
    new Blob([`${JSON.stringify({ id: 'x', text: 'Rebels attacked Gao, Mali, on 1 May 2024.' })}\n{"half":\n`]),
    'more.jsonl',
  )
  form.append('file', new Blob([new Uint8Array([0, 1, 2, 255, 254])]), 'noise.bin')
  const response = await sendFiles(form)
  const { id, files } = (await response.json()) as { id: string; files: string[] }
  assert.deepEqual([response.status, files], [202, ['note one.txt', 'more.jsonl', 'noise.bin']])
  const done = await finished(id)
  assert.deepEqual([done.state, done.added, done.refused.length], ['done', 2, 2])
  await until(/event: import\ndata: \{[^\n]*"state":"done"/)
  await until(/event: reports\ndata: \{"count":2/)
  stop.abort()
  await reader.cancel()
  const { items } = (await desk.get('/api/reports?publisher=Field+office')).json
  assert.equal(items.length, 2)
  assert.equal((await desk.get('/api/refusals')).json.total, 2)
  const again = new FormData()
  again.append('file', new Blob(['Gunmen killed two people in Ouahigouya, Burkina Faso, on 3 May 2024.']), 'note one.txt')
  again.append('publisher', 'Field office')
  const { id: second } = (await (await sendFiles(again)).json()) as { id: string }
  assert.deepEqual([(await finished(second)).known, (await desk.get('/api/imports')).json.items.length], [1, 2])
})

test('what is no form of files is refused', async () => {
  const code = async (form: FormData) => ((await (await sendFiles(form)).json()) as { code: string }).code
  assert.equal(await code(new FormData()), 'no-file')
  const odd = new FormData()
  odd.append('file', new Blob(['x']), 'x.txt')
  odd.append('confidentiality', 'secret')
  assert.equal(await code(odd), 'bad-argument')
  assert.equal((await desk.send('/api/imports', {})).json.code, 'media-type')
})

test('parts are found wherever the pieces of what is sent end', async () => {
  const body = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\none\r\n--b\r\nContent-Disposition: form-data; name="f"; filename="x \\"y\\".txt"\r\nContent-Type: text/plain\r\n\r\n--b\r\n-\r\n--c\r\n\r\n--b--\r\n',
  )
  for (let size = 1; size < 40; size++) {
    async function* pieces() {
      for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
    }
    const found: [string, string | null, string][] = []
    for await (const { name, file, content } of readParts(pieces(), 'b')) {
      const chunks: Uint8Array[] = []
      for await (const chunk of content) chunks.push(chunk)
      found.push([name, file, Buffer.concat(chunks).toString()])
    }
    assert.deepEqual(found, [
      ['a', null, 'one'],
      ['f', 'x "y".txt', '--b\r\n-\r\n--c\r\n'],
    ])
  }
})
