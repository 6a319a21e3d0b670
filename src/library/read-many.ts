import { extname } from 'node:path'
import type { PrepareOptions } from '../read/prepare.ts'
import type { Failure, Item } from './inputs.ts'
import { workOnItems } from './on-threads.ts'
import type { Outcome, ReadDone } from './read-item.ts'
import type { ReadOrders } from './read-worker.ts'

export interface ManyOptions extends PrepareOptions {
  /** Threads that read; 1 reads in this one. */
  readonly jobs: number
  /** How often each report id was read before; a report is left out as often. */
  readonly held?: ReadonlyMap<string, number>
}

/** What came of an item, and how much of the input it stood for. */
export interface Step {
  readonly outcome: Outcome
  readonly size: number
}

/** Reads items in their order; the outcomes are the same, byte for byte, whatever the number of threads. */
export async function* readMany(items: AsyncIterable<Item | Failure>, options: ManyOptions): AsyncGenerator<Step> {
  const { jobs, held: count, ...prepare } = options
  const left = new Map(count)
  const orders: ReadOrders = { options: prepare, held: new Set(left.keys()) }
  const here = hereReader(orders)
  const script = new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url)
  for await (const { item, outcome } of workOnItems<ReadDone>(items, jobs, { script, orders, here: item => here(item) })) {
    if ('error' in item || 'error' in outcome || outcome.json !== null) {
      yield { outcome, size: 'error' in item ? 0 : item.size }
      continue
    }
    const count = left.get(outcome.id) ?? 0
    left.set(outcome.id, count - 1)
    // The same report may stand in the input more often than it was read.
    yield { outcome: count > 0 ? outcome : await here(item, new Set()), size: item.size }
  }
}

/** Reads in this thread. What that takes is loaded with the first item: where threads read, this one mostly needs none of it. */
function hereReader(orders: ReadOrders) {
  const load = async () => {
    const [{ loadReader }, { readItem }] = await Promise.all([import('../read/index.ts'), import('./read-item.ts')])
    const reader = await loadReader()
    return (item: Item, held: ReadonlySet<string>) => readItem(reader, item, orders.options, held)
  }
  let loading: ReturnType<typeof load> | undefined
  return async (item: Item, held = orders.held): Promise<Outcome> => {
    loading ??= load()
    return (await loading)(item, held)
  }
}
