import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadBars, loadPeers } from './lists.ts'
import { placeFigures } from './readme-figures.ts'
import { loadResults } from './results.ts'

test('the figures of the README are those of results.json (npm run bench:readme renews them)', () => {
  const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  assert.equal(page, placeFigures(page, loadResults(), loadBars(), loadPeers()))
})

test('every score of a peer is for a metric that has a bar or is measured', () => {
  const known = new Set([...loadBars(), ...loadResults().rows].map(({ set, metric }) => `${set} ${metric}`))
  for (const { set, metric, source } of loadPeers()) {
    assert.ok(known.has(`${set} ${metric}`), `${set} ${metric}`)
    assert.ok(source, `${set} ${metric} needs a source`)
  }
})
