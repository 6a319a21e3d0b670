import { extname } from 'node:path'
import { loadReader } from '../../read/index.ts'
import { rulesVersion } from '../../read/rules-version.ts'
import type { ReportRecord } from '../../record/reading.ts'
import { countDecisionsOn } from '../../store/decisions.ts'
import { putReading, reportsReadOtherwise } from '../../store/readings.ts'
import { deleteRecords, insertRecords } from '../../store/records.ts'
import { findReportNumber, getReport, getText, listReports } from '../../store/reports.ts'
import { refreshRecords } from '../decisions/review-report.ts'
import { findReport } from '../find-report.ts'
import { reconcilePending } from '../incidents/reconcile-pending.ts'
import { dropStaleSketch } from '../incidents/stale-sketch.ts'
import type { Item } from '../inputs.ts'
import { workOnItems } from '../on-threads.ts'
import type { Library } from '../open.ts'
import { itemOf, type ReadAgain, readAgain } from './read-again.ts'

export interface RereadOptions {
  readonly jobs: number
  /** Beginnings of ids; all reports where none is given. */
  readonly ids?: readonly string[]
  /** Also those that the present rules read last. */
  readonly all?: boolean
  /** Called with how many there are to be read, before the first, and for each that is stored with the bytes it stood for. */
  readonly onCount?: (reports: number) => void
  readonly onReport?: (size: number) => void
}

/** Reports a write. */
const BATCH = 50

/**
 * Reads stored reports again with the rules of this Griot, those alone that were read with others: so the same call goes on where an interrupted
 * one stopped. Decisions stay on the same words. Gives how many were read.
 */
export async function rereadReports(library: Library, options: RereadOptions): Promise<number> {
  const rules = rulesVersion()
  const numbers = wanted(library, rules, options)
  options.onCount?.(numbers.length)
  async function* items(): AsyncGenerator<Item> {
    for (const no of numbers) yield itemOf(toRecord(library, no))
  }
  const script = new URL(`./reread-worker${extname(import.meta.url)}`, import.meta.url)
  let reader: Awaited<ReturnType<typeof loadReader>> | undefined
  const here = async (item: Item) => {
    reader ??= await loadReader()
    return readAgain(reader, item)
  }
  let batch: ReadAgain[] = []
  let done = 0
  const flush = () => {
    library.write(() => {
      for (const again of batch) done += storeAgain(library, again, rules)
    })
    for (const { reading } of batch) options.onReport?.(reading.length)
    batch = []
  }
  for await (const { outcome } of workOnItems<ReadAgain>(items(), options.jobs, { script, orders: {}, here })) {
    if ('error' in outcome) throw outcome.error
    batch.push(outcome)
    if (batch.length >= BATCH) flush()
  }
  flush()
  await reconcilePending(library)
  return done
}

function wanted(library: Library, rules: string, { ids = [], all }: RereadOptions): number[] {
  if (ids.length > 0) return ids.map(id => findReport(library, id).no)
  return all ? [...listReports(library.db)].map(({ no }) => no) : reportsReadOtherwise(library.db, rules)
}

function toRecord({ db }: Library, no: number): ReportRecord {
  const { id, textHash, sourceId, title, url, publisher, authors, language, published, notes } = getReport(db, no)
  return { id, textHash, sourceId, title, url, publisher, authors, language, published, text: getText(db, no), notes }
}

/** Another process may have removed the report meanwhile. */
function storeAgain(library: Library, { name, reading, rows }: ReadAgain, rules: string): number {
  const { db, names } = library
  const no = findReportNumber(db, name)
  if (no === null) return 0
  putReading(db, no, rules, reading)
  if (countDecisionsOn(db, name) > 0) refreshRecords(library, no)
  else {
    deleteRecords(db, no, names)
    insertRecords(db, no, rows, names)
    dropStaleSketch(db, no)
  }
  return 1
}
