import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { createChance, generate } from '../bench/generate.ts'
import { openPieces } from '../src/library/export/export-pieces.ts'
import { EXPORT_KINDS } from '../src/library/export/open-export.ts'
import { countCopies, listCopiesOf } from '../src/store/incidents.ts'
import { findReportNumber } from '../src/store/reports.ts'
import { libraryOf, type ReportLine } from './library-of.ts'

/** Hashes of all exports of a library that was made of reports in this order, and how many copies of each kind it found. */
async function exportAll(reports: readonly ReportLine[]): Promise<Record<string, string | number>> {
  const library = await libraryOf(reports)
  const out: Record<string, string | number> = { copies: countCopies(library.db) }
  for (const { report } of library.reports())
    for (const { kind } of listCopiesOf(library.db, findReportNumber(library.db, report.id) as number))
      out[kind] = ((out[kind] ?? 0) as number) + 1
  for (const kind of EXPORT_KINDS) {
    const { pieces } = await openPieces(library, kind, {
      ...{ format: 'jsonl', hxl: false, confidentiality: 'public', filter: {}, householdSize: null },
    })
    const hash = createHash('sha256')
    for await (const piece of pieces) hash.update(piece)
    out[kind] = hash.digest('hex')
  }
  library.close()
  return out
}

test('reports with copies, updates and revised tolls give the same exports in any order', async () => {
  const reports = [...generate(70)].map(({ truth: _, ...told }) => told)
  const expected = await exportAll(reports)
  for (const kind of ['exact', 'reprint', 'update']) assert.ok((expected[kind] as number) > 0, `no ${kind} among the copies`)
  for (const seed of [1, 2, 3, 4, 5]) assert.deepEqual(await exportAll(createChance(seed).shuffle(reports)), expected)
})
