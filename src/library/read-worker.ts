import { parentPort, workerData } from 'node:worker_threads'
import { loadReader } from '../read/index.ts'
import { acceptShared } from '../resource/shared-bytes.ts'
import type { GriotError } from '../util/error.ts'
import type { Item } from './inputs.ts'
import { readItem } from './read-item.ts'
import type { Start, WireOutcome } from './worker-pool.ts'

// A worker thread: batches of items come in, outcomes go out in the same order.
const { options, held, models } = workerData as Start
acceptShared(models)
const reader = await loadReader()

parentPort?.on('message', async (items: readonly Item[]) => {
  const outcomes: WireOutcome[] = []
  for (const item of items) {
    const outcome = await readItem(reader, item, options, held)
    outcomes.push('error' in outcome ? { name: outcome.name, error: describe(outcome.error) } : outcome)
  }
  parentPort?.postMessage(outcomes)
})

/** Errors lose their class between threads; these are their parts. */
function describe(error: GriotError) {
  const { code, message, hint, cause } = error
  return { code, message, hint, cause: cause instanceof Error ? cause.message : null }
}
