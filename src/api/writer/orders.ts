import { rmSync } from 'node:fs'
import { parseColumns } from '../../formats/columns.ts'
import type { FormatName } from '../../formats/index.ts'
import { type ActorSettlement, settleActors } from '../../library/actors/settle-actors.ts'
import { addItems } from '../../library/add/add-reports.ts'
import type { Wanted } from '../../library/asking/wanted.ts'
import { type By, decideAll, type Judged, undoDecisions } from '../../library/decisions/decide.ts'
import { reconcilePending } from '../../library/incidents/reconcile-pending.ts'
import { type Settlement, settle, unsettle } from '../../library/incidents/settle.ts'
import { type Failure, type Input, type Item, itemsOf } from '../../library/inputs.ts'
import { type Library, openLibrary } from '../../library/open.ts'
import { forgetSearch, saveSearch } from '../../library/watch/saved.ts'
import type { Confidentiality } from '../../store/reports.ts'
import type { OnStep } from '../threads/call-thread.ts'

/** Files that were sent, and what is known of them. */
export interface Import {
  /** The folder that holds them, which goes when they were read. */
  readonly folder: string
  readonly inputs: readonly Input[]
  readonly confidentiality: Confidentiality
  readonly publisher?: string | undefined
  readonly published?: string | undefined
  readonly language?: string | undefined
  readonly format?: FormatName | undefined
  readonly map?: string | undefined
  readonly jobs: number
}

/** What came of an import. */
export interface Imported {
  readonly added: number
  readonly known: number
  readonly leftOut: number
  readonly refused: readonly { readonly name: string; readonly code: string; readonly reason: string; readonly mend: string | null }[]
}

/** Everything that the desk writes: plain arguments in, plain results out, so that another thread can do it. */
export const ORDERS = {
  async decide(library: Library, { judged, by }: { readonly judged: readonly Judged[]; readonly by: By }): Promise<number[]> {
    const numbers = decideAll(library, judged, by)
    await reconcilePending(library)
    return numbers
  },
  async undo(library: Library, { numbers, by }: { readonly numbers: readonly number[]; readonly by: By }): Promise<number[]> {
    const added = undoDecisions(library, numbers, by)
    await unsettle(library, numbers)
    return added
  },
  settle(library: Library, { settlement, by }: { readonly settlement: Settlement; readonly by: By & { note?: string | undefined } }) {
    return settle(library, settlement, by)
  },
  async actors(
    library: Library,
    { settlement, by }: { readonly settlement: ActorSettlement; readonly by: By & { note?: string | undefined } },
  ): Promise<number> {
    return settleActors(library, settlement, by)
  },
  async save(library: Library, { name, wanted, silence, at }: { name: string; wanted: Wanted; silence: number | null; at: string }) {
    saveSearch(library, name, wanted, silence, at)
  },
  async forget(library: Library, { name }: { readonly name: string }) {
    forgetSearch(library, name)
  },
  /** Has a connection of its own, so that decisions can be made while it goes on. */
  async add(library: Library, order: Import, onItem: OnStep): Promise<Imported> {
    const own = openLibrary(library.path, { for: 'write' })
    try {
      return await addFiles(own, order, onItem)
    } finally {
      own.close()
      rmSync(order.folder, { recursive: true, force: true })
    }
  },
} as const

async function addFiles(library: Library, order: Import, onItem: OnStep): Promise<Imported> {
  const { inputs, confidentiality, publisher, published, language, format, map, jobs } = order
  let leftOut = 0
  const options = {
    from: format,
    columns: map === undefined ? undefined : parseColumns(map),
    onLeftOut: () => leftOut++,
  }
  async function* items(): AsyncGenerator<Item | Failure> {
    for (const input of inputs) yield* itemsOf(input, options, [] as never)
  }
  const { added, known, failures } = await addItems(library, items(), { jobs, confidentiality, publisher, published, language, onItem })
  const refused = failures.map(({ name, error }) => ({ name, code: error.code, reason: error.message, mend: error.hint ?? null }))
  return { added, known, leftOut, refused }
}

type Orders = typeof ORDERS
export type OrderName = keyof Orders
export type ArgsOf<Name extends OrderName> = Parameters<Orders[Name]>[1]
export type ResultOf<Name extends OrderName> = Awaited<ReturnType<Orders[Name]>>
