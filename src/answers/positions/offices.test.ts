import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTable } from '../../resource/table.ts'
import { nameOffice } from './offices.ts'

for (const { title, body, office, says } of loadTable(new URL('offices.cases.tsv', import.meta.url), ['title', 'body', 'office', 'says']))
  test(`${title}${body ? ` of ${body}` : ''} is ${office}`, () => {
    const named = nameOffice(title, body || null)
    assert.equal(named.office, office)
    assert.equal([...named.says].filter(Boolean).join(), says)
  })
