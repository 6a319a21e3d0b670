import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadAgents } from './agents.ts'

const agents = loadAgents()
const rows = readFileSync(new URL('./agents.cases.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)

for (const row of rows) {
  const [phrase = '', number = '', kind = '', sector = ''] = row.split('\t')
  test(`agents: ${phrase} ${number}`, () => {
    const agent = agents.of(phrase, number === 'sing' || number === 'plur' ? number : null)
    const said = agent ? [agent.kind, agent.sector ?? '—'] : ['', 'none']
    assert.deepEqual(said, [kind, sector])
  })
}

test('a word gives its sector to the next', () => {
  assert.equal(agents.modifier('naval'), 'MIL')
  assert.equal(agents.modifier('rebel'), 'REB')
  assert.equal(agents.modifier('green'), null)
})

test('odd and long phrases are no actors', () => {
  assert.equal(agents.of(''), null)
  assert.equal(agents.of(' of of of '), null)
  assert.equal(agents.of('of '.repeat(50_000)), null)
  assert.equal(agents.of('x'.repeat(200_000)), null)
})
