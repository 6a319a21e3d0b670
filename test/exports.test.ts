import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parquetReadObjects } from 'hyparquet'
import type { ExportedReport } from '../src/formats/export/exported-report.ts'
import { EXPORT_FORMATS } from '../src/formats/export/index.ts'
import { recordTable, storedRows } from '../src/formats/export/stored-rows.ts'
import { formatPlover } from '../src/formats/export/to-plover.ts'
import { dyadRows } from '../src/formats/profiles/event-rows.ts'
import type { Table } from '../src/formats/table/table.ts'
import { PROFILES } from '../src/library/export/profiles.ts'
import { findGolden } from './golden-readings.ts'

const reading = findGolden('border-clash')
assert.ok(reading)
const stored: ExportedReport = {
  reading,
  confidentiality: 'public',
  rules: '0.1.0',
  copyOf: null,
  supersededBy: null,
  incident: null,
  incidentOf: {},
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function write<Row>(format: keyof typeof EXPORT_FORMATS, table: Table<Row>, rows: readonly Row[], hxl = false): Promise<Buffer> {
  const pieces: Buffer[] = []
  const writer = await EXPORT_FORMATS[format].load()
  for await (const piece of writer(table, each(rows), { hxl })) pieces.push(Buffer.from(piece as string))
  return Buffer.concat(pieces)
}

const table = recordTable('events')
const rows = storedRows('events', stored)

describe('formats of exports', () => {
  test('CSV has a head row, a row of HXL tags on demand, and a row a record', async () => {
    const lines = (await write('csv', table, rows, true)).toString().split('\r\n')
    assert.match(lines[0] ?? '', /^\uFEFFrecord_id,id,type,mode,/)
    assert.match(lines[1] ?? '', /^#meta\+id,,#event\+type,/)
    assert.equal(lines.filter(line => line.startsWith('sha256:')).length, rows.length)
  })

  test('JSON Lines keep numbers numbers and name every column', async () => {
    const [first] = (await write('jsonl', table, rows))
      .toString()
      .split('\n')
      .map(line => line && JSON.parse(line))
    assert.equal(typeof first.confidence, 'number')
    assert.deepEqual(
      Object.keys(first),
      table.columns.map(column => column.name),
    )
    assert.equal(first.record_id, `${reading.report.id}/${first.id}`)
  })

  test('GeoJSON keeps what has no point', async () => {
    const { features } = JSON.parse((await write('geojson', table, rows)).toString())
    assert.equal(features.length, rows.length)
    const placed = features.filter((feature: { geometry: unknown }) => feature.geometry !== null)
    assert.ok(placed.length > 0)
    for (const { geometry, properties } of placed) assert.deepEqual(geometry.coordinates, [properties.place_lon, properties.place_lat])
  })

  test('Parquet reads back as the same rows', async () => {
    const bytes = await write('parquet', table, rows)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const back = await parquetReadObjects({ file })
    const lines = (await write('jsonl', table, rows)).toString().trim().split('\n')
    assert.deepEqual(
      back.map(row => ({ ...row })),
      lines.map(line => JSON.parse(line)),
    )
  })

  test('a workbook is a zip archive with the rows and a README sheet, without formulas', async () => {
    const bytes = await write('xlsx', table, rows)
    assert.equal(bytes.subarray(0, 2).toString(), 'PK')
    assert.ok(bytes.includes('xl/worksheets/sheet2.xml'))
  })

  test('a table of no rows is still a table', async () => {
    for (const format of Object.keys(EXPORT_FORMATS) as (keyof typeof EXPORT_FORMATS)[]) {
      const bytes = await write(format, table, [])
      if (format !== 'jsonl') assert.ok(bytes.length > 0, format)
    }
  })
})

describe('profiles', () => {
  const profiles = {
    polecat: { profile: PROFILES.polecat.load(), columns: 40 },
    gdelt: { profile: PROFILES.gdelt.load(), columns: 61 },
    helix: { profile: PROFILES.helix.load(), columns: 81 },
    ged: { profile: PROFILES.ged.load(), columns: 49 },
    acled: { profile: PROFILES.acled.load(), columns: 31 },
  }
  for (const [name, { profile, columns }] of Object.entries(profiles)) {
    test(`${name} has ${columns} columns, and says of each empty one why`, () => {
      assert.equal(profile.columns.length, columns)
      const silent = profile.columns.filter(
        column => column.says === 'empty' || (column.says.startsWith('empty') && !profile.losses.some(loss => loss.column === column.name)),
      )
      assert.deepEqual(
        silent.map(column => column.name),
        [],
      )
    })
  }

  test('a row of POLECAT names actor, recipient, type and source', async () => {
    const { profile } = profiles.polecat
    const lines = (await write('tsv', profile, dyadRows(stored)))
      .toString()
      .trim()
      .split('\n')
      .map(line => line.split('\t'))
    assert.ok(lines.length > 1)
    for (const line of lines) assert.equal(line.length, 40)
  })

  test('PLOVER lines hold what its manual requires', () => {
    const lines = [...formatPlover(stored)].map(line => JSON.parse(line))
    assert.ok(lines.length > 0)
    for (const line of lines) {
      assert.ok(Array.isArray(line.actor) && Array.isArray(line.event))
      assert.equal(reading.report.text.slice(line.text_info.start, line.text_info.end), line.evidence)
    }
  })
})
