import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Failure, findInputs, type Item, itemsOf } from '../inputs.ts'
import { openLibrary } from '../open.ts'
import { libraryStatus, refusals } from '../status.ts'
import { addItems } from './add-reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-add-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

const reports = Array.from({ length: 45 }, (_, i) => ({
  id: `r${i}`,
  publisher: i % 2 ? 'Wire' : 'Gazette',
  published: `2024-03-${String((i % 28) + 1).padStart(2, '0')}`,
  text: `Gunmen killed ${i + 2} people in Djibo, Burkina Faso, on Monday. The governor of the Sahel region said 300 families had fled.`,
}))
writeFileSync(at('reports.jsonl'), reports.map(report => `${JSON.stringify(report)}\n`).join(''))

async function* items(...paths: string[]): AsyncGenerator<Item | Failure> {
  const { inputs, failures } = await findInputs(paths)
  yield* failures
  for (const input of inputs) yield* itemsOf(input, {}, [] as never)
}

const options = { jobs: 1, confidentiality: 'public', addedAt: '2024-04-01T00:00:00.000Z' } as const

for (const jobs of [1, 2])
  test(`what is added is there, and added once only (${jobs} ${jobs === 1 ? 'job' : 'jobs'})`, async () => {
    const library = openLibrary(at(`once-${jobs}.griot`), { for: 'create' })
    const first = await addItems(library, items(at('reports.jsonl')), { ...options, jobs })
    assert.deepEqual([first.added, first.known, first.failures], [45, 0, []])
    const again = await addItems(library, items(at('reports.jsonl')), { ...options, jobs })
    assert.deepEqual([again.added, again.known], [0, 45])
    const { events, figures, publishers } = libraryStatus(library)
    const readings = [...library.reports()]
    assert.deepEqual(
      readings.map(stored => stored.report.published?.start).sort(),
      readings.map(stored => stored.report.published?.start),
    )
    assert.equal(
      events,
      readings.reduce((sum, { reading }) => sum + reading.events.length, 0),
    )
    assert.ok(figures >= 45)
    assert.deepEqual(publishers, [
      { value: 'Gazette', count: 23 },
      { value: 'Wire', count: 22 },
    ])
    assert.match(readings[0]?.reading.report.text ?? '', /^Gunmen killed/)
    library.close()
  })

test('a refusal says what, why and the mend, and goes when the report comes', async () => {
  const library = openLibrary(at('refused.griot'), { for: 'create' })
  writeFileSync(at('half.jsonl'), '{"text": "A bridge was opened."}\n{"text":\n')
  const { added, failures } = await addItems(library, items(at('half.jsonl'), at('gone.txt')), options)
  assert.deepEqual([added, failures.length], [1, 2])
  assert.deepEqual(
    refusals(library).map(({ code, mend }) => [code, mend !== null]),
    [
      ['file-missing', true],
      ['line-not-json', true],
    ],
  )
  writeFileSync(at('half.jsonl'), '{"text": "A bridge was opened."}\n{"text": "A road was closed."}\n')
  await addItems(library, items(at('half.jsonl')), options)
  assert.deepEqual(
    refusals(library).map(({ code }) => code),
    ['file-missing'],
  )
  library.close()
})

test('a report added again as confidential becomes so, and never the other way', async () => {
  const library = openLibrary(at('closed.griot'), { for: 'create' })
  writeFileSync(at('one.txt'), 'Aid workers reached Goma on Tuesday.')
  const level = () => [...library.reports()].map(({ report }) => report.confidentiality)
  await addItems(library, items(at('one.txt')), options)
  assert.equal((await addItems(library, items(at('one.txt')), { ...options, confidentiality: 'confidential' })).closed, 1)
  assert.deepEqual(level(), ['confidential'])
  assert.equal((await addItems(library, items(at('one.txt')), options)).closed, 0)
  assert.deepEqual(level(), ['confidential'])
  library.close()
})
