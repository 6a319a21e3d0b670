import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runGriot } from './run-griot.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-export-'))
after(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)

const griot = (...args: string[]) => runGriot(args, { GRIOT_LIBRARY: path('l.griot') })

const reports = [
  {
    id: 'one',
    published: '2024-03-06',
    publisher: 'Coast Wire',
    url: 'https://example.org/1',
    text: 'Gunmen killed 12 people in Dapaong on Monday, the governor said.',
  },
  {
    id: 'two',
    published: '2024-03-07',
    publisher: 'Lagoon Daily',
    url: 'https://example.org/2',
    text: '=cmd: Police said on Thursday that 14 people were killed in Dapaong on Monday.',
  },
  { id: 'three', published: '2024-03-08', text: 'Floods displaced 2,000 people in Mopti last week.' },
]

before(async () => {
  writeFileSync(path('open.jsonl'), reports.map(report => `${JSON.stringify(report)}\n`).join(''))
  writeFileSync(path('closed.txt'), 'Soldiers killed three civilians in Gao on 4 March 2024, a survivor said.')
  assert.equal((await griot('add', path('open.jsonl'), '--jobs', '1')).code, 0)
  assert.equal((await griot('add', path('closed.txt'), '--confidentiality', 'confidential', '--jobs', '1')).code, 0)
})

const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('reports come by day of publication, with the id that they came with', async () => {
  const { code, out } = await griot('export', 'reports', '--format', 'jsonl')
  assert.equal(code, 0)
  assert.deepEqual(
    lines(out).map(({ sourceId, published, publisher }) => ({ sourceId, published, publisher })),
    reports.map(({ id, published, publisher = null }) => ({ sourceId: id, published, publisher })),
  )
})

test('what is confidential is left out, counted, and exported when it is asked for', async () => {
  const open = await griot('export', 'figures')
  assert.match(open.err, /1 report was left out: more confidential than --confidentiality public/)
  assert.doesNotMatch(open.out, /Gao/)
  const all = await griot('export', 'figures', '--confidentiality', 'confidential')
  assert.equal(all.err, '')
  assert.match(all.out, /Gao/)
})

test('every row has its record, url, words, country and rules; no cell is a formula', async () => {
  const { out } = await griot('export', 'figures', '--format', 'jsonl')
  for (const row of lines(out).filter(row => row.place === 'Dapaong')) {
    assert.match(row.record_id, /^sha256:[0-9a-f]{64}\/f\d+$/)
    assert.match(row.report_url, /^https:/)
    assert.match(row.evidence, /killed/)
    assert.equal(row.place_iso3, 'TGO')
    assert.match(row.rules, /^\d+\.\d+\.\d+\+/)
  }
  const { out: csv } = await griot('export', 'figures')
  assert.doesNotMatch(csv, /(^|,)"?=cmd/m)
})

test('only what had been reported by then', async () => {
  const { out } = await griot('export', 'reports', '--format', 'jsonl', '--as-known-on', '2024-03-06')
  assert.deepEqual(
    lines(out).map(row => row.sourceId),
    ['one'],
  )
})

test('a series names the figure that counts and says why the other does not', async () => {
  const { out } = await griot('export', 'series', '--format', 'jsonl')
  const killed = lines(out).find(row => row.measure === 'killed')
  assert.equal(killed.low, 12)
  assert.equal(killed.best, 14)
  assert.match(killed.others, /f1: triangulation, .* says 12 where .* says 14/)
  assert.equal(killed.counted_in, '2024')
})

test('a folder becomes a data package', async () => {
  assert.equal((await griot('export', 'events', '--out', path('package/'))).code, 0)
  assert.deepEqual(readdirSync(path('package')).sort(), ['README.md', 'datapackage.json', 'events.csv'])
  const { resources } = JSON.parse(readFileSync(path('package/datapackage.json'), 'utf8'))
  const head = readFileSync(path('package/events.csv'), 'utf8').split('\r\n')[0]?.replace('\uFEFF', '')
  assert.deepEqual(
    resources[0].schema.fields.map((field: { name: string }) => field.name),
    head?.split(','),
  )
})

test('a file is there whole or not at all', async () => {
  assert.equal((await griot('export', 'events', '--format', 'xlsx', '--out', path('events.xlsx'))).code, 0)
  assert.ok(existsSync(path('events.xlsx')) && !existsSync(path('events.xlsx.part')))
  const { code, err } = await griot('export', 'events', '--out', path('nowhere/events.csv'))
  assert.equal(code, 1)
  assert.match(err, /could not be written/)
})

test('what cannot be is refused with the mend', async () => {
  const wrong = await griot('export', 'rumours')
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /There is no export of "rumours".*Name one of reports,/s)
  assert.match((await griot('export', 'events', '--as', 'helix')).err, /griot export figures --as helix/)
  assert.match((await griot('export', 'figures', '--format', 'plover')).err, /griot export events --format plover/)
})

test('incidents come with who says which number, and in the columns of UCDP and ACLED', async () => {
  const { out } = await griot('export', 'incidents', '--format', 'jsonl')
  const attack = lines(out).find(row => row.killed_high === 14)
  assert.equal(attack.place, 'Dapaong')
  assert.equal(attack.reports, 2)
  assert.match(attack.killed_told, /12 \(.*\); 14 \(/)
  for (const profile of ['ged', 'acled']) {
    const [head, ...rows] = (await griot('export', 'incidents', '--as', profile, '--format', 'tsv')).out.replace(/\n$/, '').split('\n')
    assert.equal(rows.length, 1)
    assert.equal(rows[0]?.split('\t').length, head?.split('\t').length)
  }
})
