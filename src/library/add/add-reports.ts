import { extname } from 'node:path'
import type { PrepareOptions } from '../../read/prepare.ts'
import { rulesVersion } from '../../read/rules-version.ts'
import { putRefusal } from '../../store/refusals.ts'
import { type Confidentiality, findReportNumber } from '../../store/reports.ts'
import { countPending } from '../../store/sketches.ts'
import { LibraryReconciler } from '../incidents/reconcile-pending.ts'
import type { Failure, Item } from '../inputs.ts'
import { workOnItems } from '../on-threads.ts'
import type { Library } from '../open.ts'
import type { AddOrders } from './add-worker.ts'
import type { Packed } from './pack-report.ts'
import { storeReport } from './store-report.ts'

export interface AddOptions extends PrepareOptions {
  /** Threads that read; 1 reads in this one. */
  readonly jobs: number
  readonly confidentiality: Confidentiality
  /** ISO 8601, UTC; what the clock says as a default. */
  readonly addedAt?: string
  /** Called for each item with the bytes of the input that it stood for, when it is stored. */
  readonly onItem?: (size: number) => void
}

/** What came of a run. */
export interface Added {
  readonly added: number
  /** Reports that the library had. */
  readonly known: number
  /** Of those, how many are more confidential now. */
  readonly closed: number
  readonly failures: readonly Failure[]
}

/** Reports a write, and milliseconds: whichever comes first. What was written survives any end of the program. */
const BATCH_REPORTS = 50
const BATCH_TIME = 1000
/** Reports that wait until they are compared with the others: every time, whole groups of reports are compared anew. */
const RECONCILE_REPORTS = 500

/**
 * Reads items on as many threads as asked for and stores them, a batch at a time, each batch whole or not at all. Reports that the library has
 * are passed over, so that the same call goes on where an interrupted one stopped.
 */
export async function addItems(library: Library, items: AsyncIterable<Item | Failure>, options: AddOptions): Promise<Added> {
  const { jobs, confidentiality, addedAt = new Date().toISOString(), onItem, ...prepare } = options
  const counts = { added: 0, known: 0, closed: 0 }
  const failures: Failure[] = []
  const rules = rulesVersion()
  let batch: (Packed | Failure)[] = []
  let sizes: number[] = []
  let began = Date.now()
  const flush = () => {
    library.write(() => {
      for (const outcome of batch) {
        if ('error' in outcome) putRefusal(library.db, toRefusal(outcome, addedAt))
        else counts[storeReport(library, outcome, { confidentiality, rules, addedAt })]++
      }
    })
    failures.push(...batch.filter(outcome => 'error' in outcome))
    for (const size of sizes) onItem?.(size)
    batch = []
    sizes = []
    began = Date.now()
  }
  const reconciler = new LibraryReconciler(library)
  for await (const { item, outcome } of workOnItems<Packed>(items, jobs, work(library, prepare))) {
    batch.push(outcome)
    sizes.push('error' in item ? 0 : item.size)
    if (batch.length >= BATCH_REPORTS || Date.now() - began > BATCH_TIME) {
      flush()
      if (countPending(library.db) >= RECONCILE_REPORTS) await reconciler.reconcilePending()
    }
  }
  flush()
  await reconciler.reconcilePending()
  return { ...counts, known: counts.known + counts.closed, failures }
}

/** What reading takes is loaded with the first item that this thread reads: where others read, mostly none. */
function work({ path, db }: Library, options: PrepareOptions) {
  const orders: AddOrders = { path, options }
  const load = async () => {
    const [{ loadReader }, { packReport }] = await Promise.all([import('../../read/index.ts'), import('./pack-report.ts')])
    const reader = await loadReader()
    return (item: Item) => packReport(reader, item, options, id => findReportNumber(db, id) !== null)
  }
  let loading: ReturnType<typeof load> | undefined
  return {
    script: new URL(`./add-worker${extname(import.meta.url)}`, import.meta.url),
    orders,
    async here(item: Item) {
      loading ??= load()
      return (await loading)(item)
    },
  }
}

function toRefusal({ name, error }: Failure, at: string) {
  return { name, at, code: error.code, reason: error.message, mend: error.hint ?? null }
}
