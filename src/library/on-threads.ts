import type { Failure, Item } from './inputs.ts'
import { WorkerPool } from './worker-pool.ts'

/** A piece of work on items that several threads can share. */
export interface Work<Result extends object> {
  /** The module of the thread; it calls `serveItems`. */
  readonly script: URL
  /** What the thread is told at its start. */
  readonly orders: object
  /** The same work in this thread. */
  here(item: Item): Promise<Result | Failure>
}

/** An item, and what came of it. */
export interface Done<Result> {
  readonly item: Item | Failure
  readonly outcome: Result | Failure
}

/** Items a batch, and bytes: whichever comes first. Crossing to a thread costs about as much as reading a short line. */
const BATCH_ITEMS = 20
const BATCH_BYTES = 1 << 20

/** Works on items in their order, on as many threads as asked for; only a few batches are ever in memory. */
export async function* workOnItems<Result extends object>(
  items: AsyncIterable<Item | Failure>,
  jobs: number,
  work: Work<Result>,
): AsyncGenerator<Done<Result>> {
  if (jobs > 1) yield* onThreads(items, jobs, work)
  else yield* here(items, work)
}

async function* here<Result extends object>(
  items: AsyncIterable<Item | Failure> | Iterable<Item | Failure>,
  work: Work<Result>,
): AsyncGenerator<Done<Result>> {
  for await (const item of items) yield { item, outcome: 'error' in item ? item : await work.here(item) }
}

/** Batches go out to threads, a few ahead of the one that is waited for. What fits one batch is not worth a thread. */
async function* onThreads<Result extends object>(
  items: AsyncIterable<Item | Failure>,
  jobs: number,
  work: Work<Result>,
): AsyncGenerator<Done<Result>> {
  const batches = batchesOf(items)
  const first = await batches.next()
  if (first.done) return
  const second = await batches.next()
  if (second.done) {
    yield* here(first.value, work)
    return
  }
  const pool = new WorkerPool<Result>(jobs, work.script, work.orders)
  const ahead: { batch: readonly (Item | Failure)[]; outcomes: Promise<(Result | Failure)[]> }[] = []
  const send = (batch: readonly (Item | Failure)[]) => {
    const outcomes = runOn(pool, batch)
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
      for (const [i, item] of next.batch.entries()) yield { item, outcome: outcomes[i] as Result | Failure }
    }
  } finally {
    await pool.close()
  }
}

async function runOn<Result extends object>(pool: WorkerPool<Result>, batch: readonly (Item | Failure)[]): Promise<(Result | Failure)[]> {
  const results = await pool.run(batch.filter(item => !('error' in item)) as Item[])
  let at = 0
  return batch.map(item => ('error' in item ? item : (results[at++] as Result | Failure)))
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
