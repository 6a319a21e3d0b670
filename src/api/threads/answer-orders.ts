import { parentPort } from 'node:worker_threads'
import { GriotError } from '../../util/error.ts'
import type { Answered, OnStep, Sent, WireError } from './call-thread.ts'

/** In a thread that `callThread` started: carries out what it is sent, and ends it in order. */
export function answerOrders(carryOut: (name: string, args: unknown, onStep: OnStep) => unknown, end: () => void | Promise<void>): void {
  const say = (answer: Answered) => parentPort?.postMessage(answer)
  parentPort?.on('message', async (sent: Sent) => {
    if (sent === 'end') {
      await end()
      process.exit(0)
    }
    const { no, name, args } = sent
    try {
      say({ no, result: await carryOut(name, args, size => say({ no, size })) })
    } catch (error) {
      say({ no, error: describe(error) })
    }
  })
}

function describe(error: unknown): WireError {
  if (!(error instanceof GriotError))
    return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error), hint: null, cause: null }
  const { code, message, hint, exitCode } = error
  return { code, message, hint: hint ?? null, cause: exitCode === 1 ? 'the world' : null }
}
