import { loadReader } from '../read/index.ts'
import type { PrepareOptions } from '../read/prepare.ts'
import { type ReadDone, readItem } from './read-item.ts'
import { serveItems } from './worker-pool.ts'

/** What a thread that reads is told. */
export interface ReadOrders {
  readonly options: PrepareOptions
  /** Ids of reports that are not to be read again. */
  readonly held: ReadonlySet<string>
}

await serveItems<ReadOrders, ReadDone>(async ({ options, held }) => {
  const reader = await loadReader()
  return item => readItem(reader, item, options, held)
})
