import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, test } from 'node:test'
import { show } from '../library/asking/show.ts'
import { getIncident } from '../library/incidents/list-incidents.ts'
import { openLibrary } from '../library/open.ts'
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

/** One report and its later version differ in the toll alone. */
function overturned(dead: string): string {
  return `A boat with traders overturned on the Casamance near Ziguinchor, Senegal, on Monday evening. It killed ${dead} people in Ziguinchor, the port captain said. Fishermen pulled survivors from the water until midnight, and divers are to go on with the search.`
}

const KINDS: readonly (readonly [
  kind: string,
  saved: Partial<WatchCommandOptions>,
  before: readonly Told[],
  after: readonly Told[],
  says: RegExp,
])[] = [
  [
    'incident',
    { place: 'Senegal' },
    [['2024-03-05', 'Gunmen killed 12 people in Ziguinchor, Senegal, on 4 March 2024.']],
    [['2024-03-08', 'Soldiers killed three farmers in Kolda, Senegal, on 7 March 2024.']],
    /^New incident: ASSAULT, Kolda, SEN, 2024-03-07; killed: 3, 1 report/,
  ],
  [
    'figure',
    { measure: ['killed'] },
    [['2024-03-05', 'Floods killed 12 people in Saint-Louis, Senegal, on 4 March 2024, the governor said.']],
    [
      [
        '2024-03-08',
        'Hospital workers counted the dead again. They said floods killed 19 people in Saint-Louis, Senegal, on 4 March 2024.',
      ],
    ],
    /^Figure revised: killed .*Saint-Louis.*: 12 → 19\.$/,
  ],
  [
    'figure',
    { measure: ['killed'] },
    [['2024-03-05', overturned('12')]],
    [['2024-03-06', overturned('17')]],
    /^Figure revised: killed .*Ziguinchor.*: 12 → 17\.$/,
  ],
  [
    'position',
    { place: 'Senegal' },
    [['2024-01-10', 'Foreign Minister Awa Sarr of Senegal met envoys in Dakar on Wednesday.']],
    [['2024-03-08', 'Foreign Minister Modou Kane of Senegal opened talks in Dakar on Friday.']],
    /^Position changed: foreign minister, Senegal: Modou Kane, current\.$/,
  ],
  [
    'mention',
    { place: 'Senegal' },
    [['2024-03-05', 'The army of Senegal closed a road near Kolda on Monday.']],
    [['2024-03-08', 'Ansaroul Islam attacked a post of the army of Senegal near Kolda on Thursday.']],
    /^First mention: Ansaroul Islam \(/,
  ],
  [
    'silence',
    { place: 'Senegal', silence: 14 },
    [['2024-01-05', 'Gunmen killed 12 people in Ziguinchor, Senegal, on 4 January 2024.']],
    [],
    /^Silence: nothing was reported on “s” for 65 days, since 2024-01-05\.$/,
  ],
]
type Told = readonly [published: string, text: string]

for (const [i, [kind, saved, before, after, says]] of KINDS.entries())
  test(`a notice of ${kind} (${i}) is told once in the terminal, in a file, by POST and as a message`, async () => {
    const home = join(folder, `${i}`)
    const put = (reports: readonly Told[], from: number) => {
      for (const [i, [published, text]] of reports.entries())
        writeFileSync(join(home, 'in', `${from + i}.json`), JSON.stringify({ published, text, publisher: `Delta Post ${from + i}` }))
    }
    mkdirSync(join(home, 'in'), { recursive: true })
    const library = join(home, 'l.griot')
    put(before, 0)
    await watch([join(home, 'in')], { library })
    await watch([], { library, save: 's', ...saved })
    put(after, before.length)
    const [notifyFile, notifyMail] = [join(home, 'n.jsonl'), join(home, 'mail')]
    const targets = { library, notifyFile, notifyMail, notifyUrl: 'https://example.org/hook' }
    posted.length = 0
    const printed = await watch([join(home, 'in')], targets)
    const lines = readFileSync(notifyFile, 'utf8').trim().split('\n')
    const own = lines.map(line => JSON.parse(line)).filter(notice => notice.kind === kind && says.test(notice.says))
    assert.equal(own.length, 1, lines.join('\n'))
    const [{ says: sentence, search, evidence, at }] = own
    assert.deepEqual([search, at], ['s', '2024-03-10T08:00:00.000Z'])
    assert.ok(printed.includes(`s: ${sentence} [`), printed)
    assert.equal(posted.length, 1)
    assert.deepEqual(
      JSON.parse(posted[0] as string).notices.map((notice: object) => ({ at, ...notice })),
      lines.map(line => JSON.parse(line)),
    )
    const [mail = ''] = readdirSync(notifyMail)
    const [, body = ''] = readFileSync(join(notifyMail, mail), 'utf8').split('\r\n\r\n')
    assert.ok(Buffer.from(body, 'base64').toString().includes(`s: ${sentence}\n`))
    const opened = openLibrary(library, { for: 'read' })
    for (const id of evidence) assert.doesNotThrow(() => (id.startsWith('i:') ? getIncident(opened, id) : show(opened, id)), id)
    opened.close()
    assert.doesNotMatch(await watch([join(home, 'in')], targets), /^s: /m)
    assert.deepEqual([posted.length, readdirSync(notifyMail).length], [1, 1])
  })
