import assert from 'node:assert/strict'
import { test } from 'node:test'
import { small } from '../../test/readings.ts'
import type { ReadingRecord } from '../record/reading.ts'
import type { RecordList } from '../record/references.ts'
import { csvOutput, listColumns } from './to-csv.ts'

/** The first row of a table by the names of its columns; cells hold no quotes or commas here. */
function rowOf(list: RecordList, reading: ReadingRecord = small): Record<string, string> {
  const output = csvOutput({ list, width: 80, color: false, rules: new Map() })
  const cells =
    output
      .format(reading)
      .replace(/\r\n$/, '')
      .match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return Object.fromEntries(listColumns(list).map((column, i) => [column, (cells[i] ?? '').replace(/,$/, '')]))
}

test('an event has names beside ids, the days of its time, the point and codes of its place, its words and its report', () => {
  const row = rowOf('events')
  const expected = {
    id: 'v1',
    type: 'ASSAULT',
    mode: 'heavy-weapons',
    trigger: 'attacked',
    trigger_at: '97-105',
    actors: 'soldiers',
    actors_id: 'e3',
    object: 'the market',
    place: 'Tembe',
    place_id: 'e1',
    place_iso3: 'MOZ',
    place_lat: '-12.5',
    place_lon: '39.25',
    place_pcode: 'MZ0101',
    time_start: '2024-03-03',
    time_end: '2024-03-03',
    time_words: '3 March',
    acled_event: 'Explosions/Remote violence',
    evidence: 'They attacked “the market” with mortars on 3 March.',
    confidence: '0.85',
    report_title: 'Talks in Tembe',
    report_url: 'https://example.org/tembe',
    report_published: '2024-03-05',
    report_id: small.report.id,
    recipients: '',
  }
  for (const [column, value] of Object.entries(expected)) assert.equal(row[column], value, column)
})

test('a figure has its bounds and its source, a position its holder, an entity its mentions', () => {
  const { value_low, value_high, value_quantifier, source, said_in } = rowOf('figures')
  assert.deepEqual([value_low, value_high, value_quantifier, source, said_in], ['12', '', 'at-least', 'Ada Obi', 's1'])
  assert.deepEqual([rowOf('positions').holder, rowOf('positions').of_iso3], ['Ada Obi', 'MOZ'])
  assert.deepEqual([rowOf('entities').mentions, rowOf('entities').ref_pcode], ['Tembe', 'MZ0101'])
})

for (const [title, cell] of [
  ['=1+1', "'=1+1"],
  ['+41 says', "'+41 says"],
  ['-2+3|cmd', "'-2+3|cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['-2.5', '-2.5'],
  ['-0489-01-01', '-0489-01-01'],
  ['plain', 'plain'],
  ['say "no"', '"say ""no"""'],
  ['a, b', '"a, b"'],
  ['a\nb', '"a\nb"'],
] as const)
  test(`the cell of ${JSON.stringify(title)} is ${JSON.stringify(cell)}`, () => {
    assert.equal(rowOf('positions', { ...small, positions: small.positions.map(p => ({ ...p, title })) }).title, cell)
  })

test('every column has a name of its own', () => {
  for (const list of ['entities', 'statements', 'events', 'figures', 'positions'] as const)
    assert.equal(new Set(listColumns(list)).size, listColumns(list).length, list)
})
