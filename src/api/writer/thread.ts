import { workerData } from 'node:worker_threads'
import { openLibrary } from '../../library/open.ts'
import { answerOrders } from '../threads/answer-orders.ts'
import type { ArgsOf, OrderName } from './orders.ts'
import { carryOut, createLine } from './writer.ts'

const library = openLibrary((workerData as { path: string }).path, { for: 'create' })
const line = createLine()

answerOrders(
  (name, args, onStep) => carryOut(library, line, name as OrderName, args as ArgsOf<OrderName>, onStep),
  async () => {
    await line.end()
    library.close()
  },
)
