import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTable } from '../resource/table.ts'
import { parsePublished } from './parse-published.ts'

const cases = loadTable(new URL('./parse-published.cases.tsv', import.meta.url), ['written', 'language', 'value'])

for (const { written, language, value } of cases)
  test(`published ${written} (${language}) → ${value}`, () => {
    const { time, note } = parsePublished(written, language)
    if (value.startsWith('null: ')) {
      assert.equal(time, null)
      assert.ok(note?.includes(value.slice(6)) && note.includes(written), note ?? 'no note')
    } else {
      assert.equal(time?.value, value)
      assert.equal(note, null)
      assert.ok((time?.start ?? '') <= (time?.end ?? ''))
    }
  })

test('a month covers its days', () => assert.equal(parsePublished('2024-02', 'en').time?.end, '2024-02-29'))
test('a blank date is no date and needs no note', () => assert.deepEqual(parsePublished(' ', 'en'), { time: null, note: null }))
