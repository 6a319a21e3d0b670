import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { GriotError } from '../../util/error.ts'
import type { OnItem } from './orders.ts'
import type { Writer } from './writer.ts'

/** What the thread is sent: an order with a number, or the word to end. */
export type Sent = { readonly no: number; readonly name: string; readonly args: unknown } | 'end'

/** What it answers: a step of an import, a result, or what went wrong. */
export type Answered =
  | { readonly no: number; readonly size: number }
  | { readonly no: number; readonly result: unknown }
  | { readonly no: number; readonly error: WireError }

/** An error as it crosses between threads, where errors lose their class. */
export interface WireError {
  readonly code: string | null
  readonly message: string
  readonly hint: string | null
  /** Whether the world is at fault. */
  readonly cause: string | null
}

interface Waiting {
  resolve(result: unknown): void
  reject(error: unknown): void
  readonly onItem: OnItem
}

/** Writes in a thread of its own, so that pages are answered while something long is written. */
export function createWriterThread(path: string): Writer {
  const worker = new Worker(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), { workerData: { path } })
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.on('message', (answer: Answered) => {
    const order = waiting.get(answer.no)
    if ('size' in answer) return order?.onItem(answer.size)
    waiting.delete(answer.no)
    if ('error' in answer) order?.reject(revive(answer.error))
    else order?.resolve(answer.result)
  })
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new GriotError('writer-ended', 'Griot is ending', { cause: null, hint: 'Start it again' })))
  return {
    do: (name, args, onItem = () => {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve: resolve as (result: unknown) => void, reject, onItem })
        worker.postMessage({ no: last, name, args } satisfies Sent)
      }),
    close: () =>
      new Promise(resolve => {
        worker.once('exit', () => resolve())
        worker.postMessage('end' satisfies Sent)
      }),
  }
}

function revive({ code, message, hint, cause }: WireError): Error {
  if (code === null) return new Error(message)
  return new GriotError(code, message, { ...(hint !== null && { hint }), ...(cause !== null && { cause }) })
}
