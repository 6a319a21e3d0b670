import { Worker } from 'node:worker_threads'
import { GriotError } from '../../util/error.ts'

/** What a thread is sent: an order with a number, or the word to end. */
export type Sent = { readonly no: number; readonly name: string; readonly args: unknown } | 'end'

/** What it answers: a step of something long, a result, or what went wrong. */
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

/** Told of each step with the bytes that it stood for. */
export type OnStep = (size: number) => void

/** A thread that carries out orders by name. */
export interface CalledThread {
  do(name: string, args: unknown, onStep?: OnStep): Promise<unknown>
  /** Ends when what was begun is done. */
  close(): Promise<void>
}

interface Waiting {
  resolve(result: unknown): void
  reject(error: unknown): void
  readonly onStep: OnStep
}

/** Starts a thread that `answerOrders` runs in, on a library. */
export function callThread(file: URL, path: string): CalledThread {
  const worker = new Worker(file, { workerData: { path } })
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.on('message', (answer: Answered) => {
    const order = waiting.get(answer.no)
    if ('size' in answer) return order?.onStep(answer.size)
    waiting.delete(answer.no)
    if ('error' in answer) order?.reject(revive(answer.error))
    else order?.resolve(answer.result)
  })
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new GriotError('thread-ended', 'Griot is ending', { cause: null, hint: 'Start it again' })))
  return {
    do: (name, args, onStep = () => {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject, onStep })
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
