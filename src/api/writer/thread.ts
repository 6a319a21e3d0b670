import { parentPort, workerData } from 'node:worker_threads'
import { openLibrary } from '../../library/open.ts'
import { GriotError } from '../../util/error.ts'
import type { Answered, Sent, WireError } from './on-thread.ts'
import type { ArgsOf, OrderName } from './orders.ts'
import { carryOut, createLine } from './writer.ts'

const library = openLibrary((workerData as { path: string }).path, { for: 'create' })
const line = createLine()
const say = (answer: Answered) => parentPort?.postMessage(answer)

parentPort?.on('message', async (sent: Sent) => {
  if (sent === 'end') {
    await line.end()
    library.close()
    process.exit(0)
  }
  const { no, name, args } = sent
  try {
    say({ no, result: await carryOut(library, line, name as OrderName, args as ArgsOf<OrderName>, size => say({ no, size })) })
  } catch (error) {
    say({ no, error: describe(error) })
  }
})

function describe(error: unknown): WireError {
  if (!(error instanceof GriotError))
    return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error), hint: null, cause: null }
  const { code, message, hint, exitCode } = error
  return { code, message, hint: hint ?? null, cause: exitCode === 1 ? 'the world' : null }
}
