import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, test } from 'node:test'
import { runWatch, type WatchCommandOptions } from './run-watch.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-notices-'))
after(() => rmSync(folder, { recursive: true }))
const inbox = join(folder, 'inbox')
mkdirSync(inbox)

const options: WatchCommandOptions = { library: join(folder, 'l.griot'), every: 60_000, once: true, confidentiality: 'public', jobs: 1 }
const posted: string[] = []
const clock = { now: () => Date.parse('2024-03-10T08:00:00Z'), sleep: async () => {} }
let status = 200

/** Runs one round with a network that takes whatever is posted; gives what was printed. */
async function watch(sources: readonly string[], more: Partial<WatchCommandOptions> = {}, now = '2024-03-10T08:00:00Z'): Promise<string> {
  let printed = ''
  const stdout = new Writable({
    write: (chunk, _, done) => {
      printed += chunk
      done()
    },
  })
  const network = async (url: string, ask: { body?: string } = {}) => {
    posted.push(ask.body ?? '')
    return { status, url, headers: new Map(), body: new Uint8Array(), isCut: false }
  }
  const world = { stdin: process.stdin, stdout, stderr: stdout, env: {} }
  await runWatch(sources, { ...options, ...more }, world, { network, clock: { ...clock, now: () => Date.parse(now) } })
  return printed
}
const write = (name: string, published: string, text: string) =>
  writeFileSync(join(inbox, name), JSON.stringify({ published, text, publisher: name }))

test('a saved search tells each target once what is new, and a target that was away is told later', async () => {
  write('a.json', '2024-03-05', 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024.')
  await watch([inbox])
  await watch([], { save: 'burkina', place: 'Burkina Faso', silence: 28 })
  assert.match(await watch([], { saved: true }), /^burkina: place Burkina Faso; silence after 28 days/)
  assert.equal(await watch([inbox]), '0 reports added\n')
  write(
    'b.json',
    '2024-03-07',
    'The army said on 6 March 2024 that Ansaroul Islam attacked Dori, Burkina Faso, on 5 March 2024, killing 3 soldiers.',
  )
  const file = join(folder, 'n.jsonl')
  const told = await watch([inbox], { notifyFile: file, notifyMail: join(folder, 'mail') })
  assert.match(told, /New incident: ASSAULT, Dori/)
  assert.match(told, /First mention: Ansaroul Islam/)
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  assert.ok(lines.every(({ search, evidence }) => search === 'burkina' && evidence.length > 0))
  const [mail = ''] = readdirSync(join(folder, 'mail'))
  assert.match(readFileSync(join(folder, 'mail', mail), 'utf8'), /^Date: .*\r\n(?:.+\r\n)*\r\n/)
  assert.equal(await watch([inbox], { notifyFile: file }), '0 reports added\n')
  const hook = { notifyUrl: 'https://example.org/hook' }
  status = 500
  await assert.rejects(watch([inbox], hook), { code: 'webhook-refused' })
  status = 200
  await watch([inbox], hook)
  assert.equal(posted.length, 2)
  assert.equal(JSON.parse(posted[1] as string).notices.length, lines.length)
})

test('silence is told once, and nothing of closed reports goes outside', async () => {
  const later = '2024-05-01T08:00:00Z'
  assert.match(await watch([], {}, later), /Silence: nothing was reported on “burkina” for 55 days, since 2024-03-07/)
  assert.equal(await watch([], {}, later), '0 reports added\n')
  write('c.json', '2024-05-01', 'Gunmen killed 5 people in Kaya, Burkina Faso, on 30 April 2024.')
  const file = join(folder, 'closed.jsonl')
  await watch([], { notifyFile: file }, '2024-03-10T08:00:00Z')
  rmSync(file, { force: true })
  assert.match(await watch([inbox], { notifyFile: file, confidentiality: 'confidential' }, later), /Kaya/)
  assert.throws(() => readFileSync(file))
  await watch([], { forget: 'burkina' })
  await assert.rejects(watch([], { forget: 'burkina' }), { code: 'no-such-search' })
})
