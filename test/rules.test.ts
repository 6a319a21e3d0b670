import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { formatEvidencePage } from '../src/cli/format-evidence.ts'
import { formatExportsPage } from '../src/cli/format-exports.ts'
import { formatRulesPage } from '../src/cli/format-rules.ts'
import { formatColumns, formatSchema } from '../src/cli/format-schema.ts'
import type { Trail, Why } from '../src/document/trail.ts'
import { sourceReport } from '../src/formats/source.ts'
import { loadLanguage } from '../src/lang/index.ts'
import { prepareReport } from '../src/read/prepare.ts'
import { readReport } from '../src/read/read.ts'
import { loadRules } from '../src/read/rules.ts'
import { RECORD_LISTS } from '../src/record/references.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const rules = await loadRules()
const known = new Set(rules.map(rule => rule.name))

test('every rule has one name and a sentence', () => {
  assert.equal(known.size, rules.length, 'a name stands twice')
  for (const { name, says } of rules) {
    assert.match(name, /^[a-z]+\/[a-z0-9-]+$/)
    assert.match(says, /^[A-Z"“].{5,}[.)]$/, name)
  }
})

test('every rule that a reading names is in the catalogue', async () => {
  const language = await loadLanguage('en')
  // The sentences of all cases as one report a file, and the reports of ours.
  const cases = globSync('src/lang/en/**/*.cases.tsv', { cwd: home }).map(file =>
    readFileSync(`${home}/${file}`, 'utf8')
      .split('\n')
      .filter(line => !line.startsWith('#'))
      .map(line => line.split('\t', 1)[0])
      .join('\n'),
  )
  const reports = globSync('{examples,test/golden}/**/report.txt', { cwd: home }).map(file => readFileSync(`${home}/${file}`, 'utf8'))
  const missing = new Set<string>()
  const look = ({ rule, because = [] }: Why) => {
    if (!known.has(rule)) missing.add(rule)
    for (const reason of because) look(reason)
  }
  for (const text of [...cases, ...reports]) {
    const reading = readReport(prepareReport(sourceReport({ text }), { language: 'en', published: '2024-03-15' }), language)
    for (const list of RECORD_LISTS)
      for (const { from, not = {} } of reading[list] as readonly { from: Trail; not?: Trail }[])
        for (const why of [...Object.values(from), ...Object.values(not)]) look(why)
  }
  assert.deepEqual([...missing].sort(), [])
})

for (const [page, make] of [
  ['rules.md', () => formatRulesPage(rules)],
  ['record.md', formatSchema],
  ['tables.md', formatColumns],
  ['exports.md', formatExportsPage],
  ['incidents.md', formatEvidencePage],
] as const)
  test(`docs/${page} is current`, () => {
    assert.equal(readFileSync(`${home}/docs/${page}`, 'utf8'), make(), 'make it again with: sh scripts/node.sh develop scripts/docs.ts')
  })
