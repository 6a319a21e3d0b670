import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { shareModels } from '../resource/share-models.ts'
import { acceptShared, type SharedFiles } from '../resource/shared-bytes.ts'
import { GriotError } from '../util/error.ts'
import type { Failure, Item } from './inputs.ts'

/** What a thread is started with: its orders, and the models that all threads read from one memory. */
interface Start<Orders> {
  readonly orders: Orders
  readonly models: SharedFiles
}

/** A failure as it crosses between threads, where errors lose their class. */
interface WireFailure {
  readonly name: string
  readonly error: { code: string; message: string; hint: string | undefined; cause: string | null }
}

/**
 * Megabytes of each half of the memory for young objects of a thread: less than by default, since there are many threads, and most of what a
 * reading makes is dropped at once.
 */
const YOUNG = 4
/** Per cent by which a heap may grow before it is swept; by default it may grow to several times what is alive in it. */
const GROWTH = 20

/** Threads that work on batches of items, each batch on whichever thread is free. `script` calls `serveItems`. */
export class WorkerPool<Result extends object> {
  readonly #free: Worker[] = []
  readonly #all: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []

  constructor(threads: number, script: URL, orders: object) {
    const data: Start<object> = { orders, models: shareModels(new URL('../../data/', import.meta.url)) }
    // A flag and no limit of the worker's: the launcher gives the flag for its own thread, and a flag counts more.
    setFlagsFromString(`--max-semi-space-size=${YOUNG}`)
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
    for (let i = 0; i < threads; i++) {
      const worker = new Worker(script, { workerData: data, env: environment() })
      this.#all.push(worker)
      this.#free.push(worker)
    }
  }

  /** Works on a batch; fails where the thread itself died. */
  async run(items: readonly Item[]): Promise<(Result | Failure)[]> {
    const worker = this.#free.pop() ?? (await new Promise<Worker>(resolve => this.#waiting.push(resolve)))
    const results = await ask<Result>(worker, items)
    const next = this.#waiting.shift()
    if (next) next(worker)
    else this.#free.push(worker)
    return results.map(result => ('error' in result ? revive(result as WireFailure) : (result as Result)))
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map(worker => worker.terminate()))
  }
}

/** The other end of a pool, in the thread: makes what does the work from its orders, and answers each batch in its order. */
export async function serveItems<Orders, Result extends object>(
  prepare: (orders: Orders) => Promise<(item: Item) => Promise<Result | Failure>>,
): Promise<void> {
  const { orders, models } = workerData as Start<Orders>
  acceptShared(models)
  const work = await prepare(orders)
  parentPort?.on('message', async (items: readonly Item[]) => {
    const results: (Result | WireFailure)[] = []
    for (const item of items) {
      const result = await work(item)
      results.push('error' in result ? describe(result as Failure) : result)
    }
    parentPort?.postMessage(results)
  })
}

/** Code that the main thread compiled is not compiled again by each thread, which takes time and memory: they look where it keeps it. */
function environment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir()
  // biome-ignore lint/style/noProcessEnv: a thread gets the environment of its process unless told otherwise.
  const own = process.env
  // The folder that was asked for holds one with the version of Node as its name.
  return cache === undefined ? own : { NODE_COMPILE_CACHE: dirname(cache), ...own }
}

function ask<Result>(worker: Worker, items: readonly Item[]): Promise<(Result | WireFailure)[]> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', onMessage)
      worker.off('error', onError)
    }
    const onMessage = (results: (Result | WireFailure)[]) => {
      settle()
      resolve(results)
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

function describe({ name, error }: Failure): WireFailure {
  const { code, message, hint, cause } = error
  return { name, error: { code, message, hint, cause: cause instanceof Error ? cause.message : null } }
}

function revive({ name, error: { code, message, hint, cause } }: WireFailure): Failure {
  return {
    name,
    error: new GriotError(code, message, { ...(hint !== undefined && { hint }), ...(cause !== null && { cause: new Error(cause) }) }),
  }
}
