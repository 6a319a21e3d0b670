import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadTable } from '../src/resource/table.ts'
import { runGriot } from './run-griot.ts'

// What is known from the reports of examples/demo, and what each command says of it.
const demo = new URL('../examples/demo/', import.meta.url)
const facts = loadTable(new URL('facts.tsv', demo), ['command', 'expect', 'why', 'open'])
const folder = mkdtempSync(join(tmpdir(), 'griot-demo-'))
after(() => rmSync(folder, { recursive: true }))

const griot = (...args: string[]) => runGriot(args, { GRIOT_LIBRARY: join(folder, 'demo.griot') })

before(async () => {
  const { code, err } = await griot('add', fileURLToPath(new URL('reports.jsonl', demo)), '--jobs', '1')
  assert.equal(code, 0, err)
})

const outputs = new Map<string, Promise<unknown[]>>()

/** The rows that a command prints as JSON: one object, or one a line. */
async function rowsOf(command: string): Promise<unknown[]> {
  const args = command.match(/"[^"]*"|\S+/g)?.map(word => word.replaceAll('"', '')) ?? []
  const { code, out, err } = await griot(...args, ...(args[0] === 'export' ? [] : ['--json']))
  assert.equal(code, 0, `griot ${command}: ${err}`)
  try {
    return [JSON.parse(out)].flat()
  } catch {
    return out
      .trim()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line))
  }
}

/** Does a row hold "key=value; key=value"? A dotted key goes into objects; "…" at the end of a value stands for anything behind it, "*" for anything at all. */
function holds(row: unknown, expect: string): boolean {
  return expect.split('; ').every(part => {
    const cut = part.indexOf('=')
    const value = valueAt(row, part.slice(0, cut).split('.'))
    const wanted = part.slice(cut + 1)
    const texts = [value].flat().map(each => String(each ?? ''))
    if (wanted === '*') return texts.some(text => text !== '')
    return texts.some(text => (wanted.endsWith('…') ? text.startsWith(wanted.slice(0, -1)) : text === wanted))
  })
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (Array.isArray(value)) return value.flatMap(each => valueAt(each, keys) ?? [])
  return valueAt((value as Record<string, unknown> | null | undefined)?.[key], rest)
}

for (const command of new Set(facts.map(fact => fact.command)))
  describe(`griot ${command}`, () => {
    for (const { expect, open, line } of facts.filter(fact => fact.command === command))
      test(`line ${line}: ${expect}`, { todo: open === '' ? false : open }, async () => {
        if (!outputs.has(command)) outputs.set(command, rowsOf(command))
        const found = (await outputs.get(command)) as unknown[]
        if (expect.startsWith('count=')) assert.equal(found.length, Number(expect.slice(6)))
        else
          assert.ok(
            found.some(row => holds(row, expect)),
            `no row of ${found.length} holds ${expect}`,
          )
      })
  })

test('at most one fact in twenty is open', () => {
  assert.ok(facts.filter(fact => fact.open !== '').length <= facts.length * 0.05)
})
