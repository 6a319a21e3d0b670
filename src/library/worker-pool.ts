import { extname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { PrepareOptions } from '../read/prepare.ts'
import { shareModels } from '../resource/share-models.ts'
import type { SharedFiles } from '../resource/shared-bytes.ts'
import { GriotError } from '../util/error.ts'
import type { Item } from './inputs.ts'
import type { Outcome } from './read-item.ts'

export interface WorkerData {
  readonly options: PrepareOptions
  readonly held: ReadonlySet<string>
}

/** What a thread is started with: its orders, and the models that all threads read from one memory. */
export interface Start extends WorkerData {
  readonly models: SharedFiles
}

/** An outcome as it crosses between threads. */
export type WireOutcome =
  | Exclude<Outcome, { error: GriotError }>
  | { readonly name: string; readonly error: { code: string; message: string; hint: string | undefined; cause: string | null } }

/**
 * Megabytes that a thread may fill with young objects: less than by default, since there are many threads, and most of what a reading makes
 * is dropped at once.
 */
const YOUNG = 12
/** Per cent by which a heap may grow before it is swept; by default it may grow to several times what is alive in it. */
const GROWTH = 20

/** Threads that read batches of items, each batch on whichever thread is free. */
export class WorkerPool {
  readonly #free: Worker[] = []
  readonly #all: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []

  constructor(threads: number, data: WorkerData) {
    const workerData: Start = { ...data, models: shareModels(new URL('../../data/', import.meta.url)) }
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
    for (let i = 0; i < threads; i++) {
      const worker = new Worker(new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url), {
        workerData,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      })
      this.#all.push(worker)
      this.#free.push(worker)
    }
  }

  /** Reads a batch; fails where the thread itself died. */
  async read(items: readonly Item[]): Promise<Outcome[]> {
    const worker = this.#free.pop() ?? (await new Promise<Worker>(resolve => this.#waiting.push(resolve)))
    const outcomes = await ask(worker, items)
    const next = this.#waiting.shift()
    if (next) next(worker)
    else this.#free.push(worker)
    return outcomes.map(revive)
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map(worker => worker.terminate()))
  }
}

function ask(worker: Worker, items: readonly Item[]): Promise<WireOutcome[]> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', onMessage)
      worker.off('error', onError)
    }
    const onMessage = (outcomes: WireOutcome[]) => {
      settle()
      resolve(outcomes)
    }
    const onError = (error: Error) => {
      settle()
      const last = items.at(-1)?.name
      reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(items[0]?.name, last, error) : error)
    }
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.postMessage(items)
  })
}

function outOfMemory(first: string | undefined, last: string | undefined, cause: Error): GriotError {
  return new GriotError('out-of-memory', `Memory ran out between ${first} and ${last}`, { cause, hint: 'Use fewer threads with --jobs 1' })
}

function revive(outcome: WireOutcome): Outcome {
  if (!('error' in outcome)) return outcome
  const { code, message, hint, cause } = outcome.error
  return {
    name: outcome.name,
    error: new GriotError(code, message, { ...(hint !== undefined && { hint }), ...(cause !== null && { cause: new Error(cause) }) }),
  }
}
