import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { formatReading } from '../src/formats/to-json.ts'
import { findFault, loadExpected } from './expected-records.ts'
import { findGolden, goldenPath, listExamples, readExample } from './golden-readings.ts'
import { diffReadings } from './record-diff.ts'

// Every report in examples/ reads as it did when its reading was last reviewed: `npm run golden` shows what changed, and
// `npm run golden -- --update` commits it as the truth. What stands in expected.tsv must hold whatever else changes.
const examples = listExamples()
const REVIEW = 'Look at the changes; if they are right: npm run golden -- --update'

for (const example of examples)
  describe(example.name, async () => {
    const reading = await readExample(example)

    test('reads as reviewed', () => {
      const golden = findGolden(example.name)
      assert.ok(golden, `There is no golden reading. ${REVIEW}`)
      const changes = diffReadings(golden, reading)
      assert.ok(changes.length === 0, `${changes.length} changes\n${changes.join('\n')}\n${REVIEW}`)
      assert.equal(formatReading(reading), JSON.stringify(golden), REVIEW)
    })

    const faults = loadExpected(goldenPath(example.name, 'expected.tsv')).map(record => ({ ...record, fault: findFault(record, reading) }))
    const open = faults.filter(({ isOpen, fault }) => isOpen && fault !== null)

    test('holds what an analyst surely needs', () => {
      const broken = faults.filter(({ isOpen, fault }) => !isOpen && fault !== null)
      assert.deepEqual(
        broken.map(({ fault }) => fault),
        [],
      )
    })

    if (open.length > 0) test(`${open.length} of ${faults.length} expected records are not found yet`, { todo: true })
  })

test('the same bytes come out of the command line as out of the library', () => {
  const [example] = examples.filter(({ name }) => name === 'coup-and-aid')
  assert.ok(example)
  assert.equal(griot(example.path, '--published', String(example.published)), `${JSON.stringify(findGolden(example.name))}\n`)
})

test('the same bytes come out with one job and with two', () => {
  const paths = examples.map(example => example.path)
  const one = griot(...paths, '--jobs', '1')
  assert.equal(one.trimEnd().split('\n').length, examples.length)
  assert.equal(griot(...paths, '--jobs', '2'), one)
})

function griot(...args: string[]): string {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const all = ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'read', '--json', ...args]
  return spawnSync(process.execPath, all, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
}
