import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { VERDICTS } from '../src/answers/verify/finding.ts'
import { verifyRows } from './verify-rows.ts'

// A hundred claims over the demo reports, half of them wrong, with their true verdicts.
const demo = (name: string) => fileURLToPath(new URL(`../examples/demo/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'griot-verify-'))
after(() => rmSync(folder, { recursive: true }))

/** Verdicts are right this often, of those given and of those that are true. */
const BAR = 0.9

const verify = (...args: string[]) => verifyRows(...args, '--cites', demo('reports.jsonl'))

function fileOf(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const all = verify(demo('claims.csv'))
const truth = parse(readFileSync(demo('claims.csv')), { columns: true }) as { verdict: string }[]

for (const verdict of VERDICTS)
  test(`claims that are ${verdict}: precision and recall of ${BAR} or more`, async () => {
    const { rows } = await all
    const given = rows.filter(row => row.verdict === verdict)
    const right = given.filter(({ no }) => truth[no - 1]?.verdict === verdict).length
    assert.ok(right >= given.length * BAR, `${right} of ${given.length} given are right`)
    const wanted = truth.filter(row => row.verdict === verdict).length
    assert.ok(right >= wanted * BAR, `${right} of ${wanted} are found`)
  })

test('the exit code tells whether every claim is supported', async () => {
  assert.equal((await all).code, 3)
  const { code, rows } = await verify(fileOf('good.csv', 'claim,cite\nBenin closed its border with Togo.,togo-ecowas\n'))
  assert.deepEqual([code, rows[0]?.verdict], [0, 'supported'])
  assert.match(rows[0]?.evidence[0] ?? '', /^sha256:[0-9a-f]{64}\/v\d+$/)
})

test('odd rows say what is wrong with them, and the others go on', async () => {
  const odd =
    'claim,number,time,cite\n,,,togo-coup\nFour died.,,,\nFour died.,,,nowhere\n,many,,togo-coup\n,4,yesterday,togo-coup\nFour presidential guards were killed.,,,togo-coup\n'
  const { rows } = await verify(fileOf('odd.csv', odd))
  assert.deepEqual(
    rows.map(row => row.verdict),
    [null, null, null, null, null, 'supported'],
  )
  assert.deepEqual(
    rows.slice(0, 3).map(row => row.because),
    ['The row has neither a claim nor a number.', 'The claim cites nothing.', 'No cited report is called "nowhere".'],
  )
})

test('every figure and statement of a text is checked; what says nothing of the kind is passed over', async () => {
  const text =
    'In Cinkassé 16 people were killed on 8 March 2025, according to the army of Togo. Some 3,200 people fled to Mango.\n\nIt was a long day.\n\nTürkiye sent 50 instructors to Togo. France closed its embassy in Lomé. Harbour masters counted 700 boats in Lomé.\n'
  const { code, rows } = await verify('--text', fileOf('answer.md', text))
  assert.equal(code, 3)
  assert.deepEqual(
    rows.map(row => row.verdict),
    ['supported', 'other', 'contradicted', 'supported', 'absent'],
  )
})
