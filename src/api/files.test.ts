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
  ['figures', 'format=jsonl&from=2024-03-06', ['--format', 'jsonl', '--from', '2024-03-06']],
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
