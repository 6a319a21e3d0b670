import { loadReader } from '../read/index.ts'
import type { PrepareOptions } from '../read/prepare.ts'
import type { Failure, Item } from './inputs.ts'
import { type Outcome, readItem } from './read-item.ts'
import { type WorkerData, WorkerPool } from './worker-pool.ts'

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

/** Items a batch, and bytes: whichever comes first. Crossing to a thread costs about as much as reading a short line. */
const BATCH_ITEMS = 20
const BATCH_BYTES = 1 << 20

/**
 * Reads items in their order, on as many threads as asked for; only a few batches are ever in memory. The outcomes are the same, byte for byte,
 * whatever the number of threads.
 */
export async function* readMany(items: AsyncIterable<Item | Failure>, options: ManyOptions): AsyncGenerator<Step> {
  const { language, published, jobs } = options
  const left = new Map(options.held)
  const data: WorkerData = { options: { language, published }, held: new Set(left.keys()) }
  const reader = await loadReader()
  const readHere = (item: Item, held = data.held) => readItem(reader, item, data.options, held)
  for await (const { item, outcome } of jobs > 1 ? onThreads(items, jobs, data, readHere) : here(items, readHere)) {
    if ('error' in item || 'error' in outcome || outcome.json !== null) {
      yield { outcome, size: 'error' in item ? 0 : item.size }
      continue
    }
    const count = left.get(outcome.id) ?? 0
    left.set(outcome.id, count - 1)
    // The same report may stand in the input more often than it was read.
    yield { outcome: count > 0 ? outcome : await readHere(item, new Set()), size: item.size }
  }
}

interface Done {
  readonly item: Item | Failure
  readonly outcome: Outcome
}

async function* here(
  items: AsyncIterable<Item | Failure> | Iterable<Item | Failure>,
  read: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Done> {
  for await (const item of items) yield { item, outcome: 'error' in item ? item : await read(item) }
}

/** Batches go out to threads, a few ahead of the one that is waited for. What fits one batch is not worth a thread. */
async function* onThreads(
  items: AsyncIterable<Item | Failure>,
  jobs: number,
  data: WorkerData,
  readHere: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Done> {
  const batches = batchesOf(items)
  const first = await batches.next()
  if (first.done) return
  const second = await batches.next()
  if (second.done) {
    yield* here(first.value, readHere)
    return
  }
  const pool = new WorkerPool(jobs, data)
  const ahead: { batch: readonly (Item | Failure)[]; outcomes: Promise<Outcome[]> }[] = []
  const send = (batch: readonly (Item | Failure)[]) => {
    const outcomes = readOn(pool, batch)
    // Its failure is met when its turn comes.
    outcomes.catch(() => {})
    ahead.push({ batch, outcomes })
  }
  try {
    send(first.value)
    send(second.value)
    let open = true
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      while (open && ahead.length < 2 * jobs) {
        const more = await batches.next()
        if (more.done) open = false
        else send(more.value)
      }
      const outcomes = await next.outcomes
      for (const [i, item] of next.batch.entries()) yield { item, outcome: outcomes[i] as Outcome }
    }
  } finally {
    await pool.close()
  }
}

async function readOn(pool: WorkerPool, batch: readonly (Item | Failure)[]): Promise<Outcome[]> {
  const read = await pool.read(batch.filter(item => !('error' in item)) as Item[])
  let at = 0
  return batch.map(item => ('error' in item ? item : (read[at++] as Outcome)))
}

async function* batchesOf(items: AsyncIterable<Item | Failure>): AsyncGenerator<(Item | Failure)[]> {
  let batch: (Item | Failure)[] = []
  let bytes = 0
  for await (const item of items) {
    batch.push(item)
    bytes += 'error' in item ? 0 : item.size
    if (batch.length < BATCH_ITEMS && bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
