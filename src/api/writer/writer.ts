import type { Library } from '../../library/open.ts'
import type { OnStep } from '../threads/call-thread.ts'
import { type ArgsOf, ORDERS, type OrderName, type ResultOf } from './orders.ts'

/** The one who writes a library for the desk. */
export interface Writer {
  /** Carries an order out behind those given before; imports go on beside the others. */
  do<Name extends OrderName>(name: Name, args: ArgsOf<Name>, onItem?: OnStep): Promise<ResultOf<Name>>
  /** Ends when what was begun is done; what an import has stored by then is kept. */
  close(): Promise<void>
}

/** Writes in this thread. */
export function createWriter(library: Library): Writer {
  const line = createLine()
  return {
    do: (name, args, onItem) => carryOut(library, line, name, args, onItem),
    async close() {
      await line.end()
      library.close()
    },
  }
}

type AnyOrder = (library: Library, args: unknown, onItem: OnStep) => Promise<unknown>

/** Carries out one order in its turn. */
export function carryOut<Name extends OrderName>(
  library: Library,
  line: Line,
  name: Name,
  args: ArgsOf<Name>,
  onItem: OnStep = () => {},
): Promise<ResultOf<Name>> {
  const work = () => (ORDERS[name] as AnyOrder)(library, args, onItem) as Promise<ResultOf<Name>>
  return name === 'add' ? work() : line.next(work)
}

/** Work that is done one after the other. */
export interface Line {
  next<T>(work: () => Promise<T>): Promise<T>
  end(): Promise<void>
}

export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve()
  return {
    next(work) {
      const own = last.then(work)
      last = own.catch(() => {})
      return own
    },
    end: async () => void (await last),
  }
}
