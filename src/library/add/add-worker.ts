import { loadReader } from '../../read/index.ts'
import type { PrepareOptions } from '../../read/prepare.ts'
import { Database } from '../../store/database.ts'
import { findReportNumber } from '../../store/reports.ts'
import { serveItems } from '../worker-pool.ts'
import { type Packed, packReport } from './pack-report.ts'

/** What a thread that reads for a library is told. */
export interface AddOrders {
  /** The library, in which it looks whether a report is stored. */
  readonly path: string
  readonly options: PrepareOptions
}

await serveItems<AddOrders, Packed>(async ({ path, options }) => {
  const reader = await loadReader()
  const db = new Database(path, { readOnly: true })
  return item => packReport(reader, item, options, id => findReportNumber(db, id) !== null)
})
