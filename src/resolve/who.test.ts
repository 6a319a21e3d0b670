import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { markedText } from '../../test/marked-text.ts'
import type { Entity } from '../document/layers.ts'
import { english } from '../lang/en/index.ts'
import { loadActors } from '../resource/actors.ts'
import { loadGazetteer } from '../resource/gazetteer.ts'
import { resolveWhere } from './where.ts'
import { resolveWho, whoRules } from './who.ts'

const rows = readFileSync(new URL('./who.cases.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(2)

for (const row of rows) {
  const [text = '', ...expected] = row.split('\t')
  test(`who: ${text}`, () => {
    const entity = read(text).find(e => e.id === 'e1')
    const ids = entity?.from.ref?.rule
    assert.deepEqual(
      [entity?.kind, entity?.sector, entity?.ref?.country, entity?.from.sector?.rule, ids].map(v => v ?? '—'),
      expected,
    )
  })
}

test('an office holder is of the government in office and of the elite after it', () => {
  const text = '<e1:person:n>Sergey Lavrov</> and <e2:person:n>Theresa May</> met in <e3:country:n>Britain</>.'
  const sector = (day: string) => read(text, day).find(e => e.id === 'e2')?.sector
  assert.equal(sector('2018-03-01'), 'GOV')
  assert.equal(sector('2023-01-01'), 'ELI')
})

test('letters that stand for several, with nothing in the report for any, are left open', () => {
  const [entity] = read('<e1:organization:n>RSF</> said so.')
  assert.equal(entity?.ref, null)
})

test('names of known actors carry ids', () => {
  const [group] = read('<e1:organization:n>M23</> took a town in <e2:country:n>Rwanda</> and in <e3:country:n>DR Congo</>.')
  assert.equal(group?.ref?.ucdp, '1160')
  const [minister] = read('<e1:person:n>Sergey Lavrov</> was in <e2:country:n>Russia</>.')
  assert.equal(minister?.ref?.wikidata, 'Q58217')
})

test('any name is read without failing', () => {
  for (const name of ['', ' ', '.', '\u0000', 'the', '💥', 'ß'.repeat(5000), 'X'.repeat(100_000), 'Hamas '.repeat(2000).trim()])
    assert.equal(read(`<e1:organization:n>${name}</> fell.`).length, 1)
})

test('each rule that is given is in the catalogue', () => {
  const known = new Set<string>(whoRules.map(r => r.name))
  for (const row of rows)
    for (const entity of read(row.split('\t')[0] ?? ''))
      for (const why of [entity.from.ref, entity.from.sector, ...(entity.from.ref?.because ?? [])])
        if (why?.rule.startsWith('who/')) assert.ok(known.has(why.rule), why.rule)
})

function read(text: string, published: string | null = null): readonly Entity[] {
  const layers = markedText(text, published)
  const placed = resolveWhere(layers, english, loadGazetteer())
  return resolveWho({ ...layers, entities: placed }, english, loadActors())
}
