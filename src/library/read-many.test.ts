import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findHeld } from './held.ts'
import { type Failure, findInputs, type Item, itemsOf } from './inputs.ts'
import { readMany } from './read-many.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-many-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

// A language that no reader has, so that what is tested here is the traffic alone.
const line = (i: number) => JSON.stringify({ id: `r${i}`, text: `Report ${i % 50}`, language: 'xx' })
const LINES = 75
writeFileSync(
  at('many.jsonl'),
  `${Array.from({ length: LINES }, (_, i) => (i === 30 ? '{"text":' : i === 31 ? '{"id":"t"}' : line(i))).join('\n')}\n`,
)

async function* items(...paths: string[]): AsyncGenerator<Item | Failure> {
  const { inputs, failures } = await findInputs(paths)
  for (const input of inputs) yield* itemsOf(input, {}, [] as never)
  yield* failures
}

async function run(jobs: number, held?: ReadonlyMap<string, number>): Promise<string[]> {
  const out: string[] = []
  for await (const { outcome } of readMany(items(at('many.jsonl'), at('gone.txt')), { jobs, ...(held && { held }) }))
    out.push('error' in outcome ? outcome.error.message : (outcome.json ?? 'held'))
  return out
}

test('one thread and three give the same lines in the order of the input, failures in their places', async () => {
  const one = await run(1)
  assert.deepEqual(await run(3), one)
  assert.equal(one.length, LINES + 1)
  assert.equal(one[30], `${at('many.jsonl')}:31 is not JSON: "{"text":"`)
  assert.match(one[31] ?? '', /"text":"","notes":\["The JSON line has no `text`\."/)
  assert.deepEqual(
    one.slice(0, 30).map(json => JSON.parse(json).report.sourceId),
    Array.from({ length: 30 }, (_, i) => `r${i}`),
  )
  assert.match(one.at(-1) ?? '', /gone\.txt does not exist/)
})

for (const jobs of [1, 2])
  test(`a run goes on behind a half line (${jobs} ${jobs === 1 ? 'job' : 'jobs'})`, async () => {
    const whole = (await run(1)).filter(json => json.startsWith('{"griot"'))
    const out = at(`out-${jobs}.jsonl`)
    writeFileSync(out, `${whole.join('\n')}\n`)
    truncateSync(out, Buffer.byteLength(whole.slice(0, 41).join('\n')) - 5)
    const held = await findHeld(out)
    assert.equal(held.count, 40)
    const rest = (await run(jobs, held.ids)).filter(json => json.startsWith('{"griot"'))
    assert.deepEqual([...readFileSync(out, 'utf8').trim().split('\n'), ...rest], whole)
  })

test('what stands twice in the input and once in the output is read once more', async () => {
  writeFileSync(at('twice.jsonl'), `${line(1)}\n${line(1)}\n`)
  const read = async (held?: ReadonlyMap<string, number>) => {
    const out: (string | null)[] = []
    for await (const { outcome } of readMany(items(at('twice.jsonl')), { jobs: 1, ...(held && { held }) }))
      out.push('error' in outcome ? 'error' : outcome.json)
    return out
  }
  const [first] = await read()
  assert.deepEqual(await read(new Map([[JSON.parse(first ?? '').report.id, 1]])), [null, first])
})

test('a file of readings that is not there, or holds half a line, holds nothing', async () => {
  assert.equal((await findHeld(at('none.jsonl'))).count, 0)
  writeFileSync(at('half.jsonl'), '{"griot":"1.0","rep')
  assert.equal((await findHeld(at('half.jsonl'))).count, 0)
  assert.equal(readFileSync(at('half.jsonl'), 'utf8'), '')
})
