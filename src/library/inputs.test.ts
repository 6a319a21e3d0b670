import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { findInputs, itemsOf } from './inputs.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-inputs-'))
after(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'reports/inner'), { recursive: true })
mkdirSync(join(folder, 'empty'))
for (const name of ['b.txt', 'a.html', 'c.png', '.hidden.txt', 'inner/d.md', 'inner/e.jsonl'])
  writeFileSync(join(folder, 'reports', name), '{"text":"x"}\n{"text":"y"}\n')
symlinkSync(join(folder, 'loop'), join(folder, 'loop'))
writeFileSync(join(folder, 'nameless'), '{"text":"x"}\n{"text":"y"}\n')

test('a folder gives its reports in the order of their names, those of inner folders too', async () => {
  const { inputs, failures, leftOut } = await findInputs([join(folder, 'reports')])
  assert.deepEqual(
    inputs.map(input => relative(folder, input.name)),
    ['reports/a.html', 'reports/b.txt', 'reports/inner/d.md', 'reports/inner/e.jsonl'],
  )
  assert.deepEqual([failures, leftOut, inputs[0]?.size], [[], 1, 26])
})

for (const [name, message] of [
  ['empty', /empty holds no report/],
  ['gone.txt', /gone\.txt does not exist/],
  ['nameless/x', /nameless\/x does not exist/],
  ['loop', /loop is a link that leads back to itself/],
  ['x'.repeat(300), /too long for a file name/],
] as const)
  test(`${name.slice(0, 20)} fails with a sentence, and does not keep the others back`, async () => {
    const { inputs, failures } = await findInputs([join(folder, name), join(folder, 'reports/b.txt')])
    assert.equal(inputs.length, 1)
    assert.match(failures[0]?.error.message ?? '', message)
    assert.ok(failures[0]?.error.hint && failures[0].error.exitCode === 2)
  })

async function list(path: string, from?: 'text', stdin: Iterable<Buffer> = []) {
  const { inputs } = await findInputs([path])
  const out: string[] = []
  for (const input of inputs)
    for await (const item of itemsOf(input, { from }, Readable.from(stdin)))
      out.push('error' in item ? item.error.message : `${relative(folder, item.name)} ${item.format}`)
  return out
}

test('JSON Lines give an item a line, by name or by beginning; --from wins', async () => {
  assert.deepEqual(await list(join(folder, 'reports/inner/e.jsonl')), ['reports/inner/e.jsonl:1 jsonl', 'reports/inner/e.jsonl:2 jsonl'])
  assert.deepEqual(await list(join(folder, 'nameless')), ['nameless:1 jsonl', 'nameless:2 jsonl'])
  assert.deepEqual(await list(join(folder, 'nameless'), 'text'), ['nameless text'])
})

test('standard input is known by its beginning', async () => {
  const names = (await list('-', undefined, [Buffer.from('<!doctype html>'), Buffer.from('<p>x')])).map(name =>
    name.replace(/.*standard/, 'standard'),
  )
  assert.deepEqual(names, ['standard input html'])
})
