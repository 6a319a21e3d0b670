import type { FormatName } from '../formats/index.ts'
import { addItems } from '../library/add/add-reports.ts'
import { findInputs } from '../library/inputs.ts'
import type { Confidentiality } from '../store/reports.ts'
import { checkReadOptions } from './check-options.ts'
import { allItems, reportFailures, takeInputs, totalSize } from './input-run.ts'
import { onInterrupt } from './interrupt.ts'
import { type LibraryOption, withLibrary } from './library-option.ts'
import { createProgress } from './progress.ts'
import type { World } from './world.ts'

/** What `griot add` was asked for. */
export interface AddCommandOptions extends LibraryOption {
  readonly jobs: number
  readonly confidentiality: Confidentiality
  readonly publisher?: string
  readonly published?: string
  readonly lang?: string
  readonly from?: FormatName
  /** Which column of a table holds what: "text=Body,title=Headline". */
  readonly map?: string
}

/** Adds everything that was named to the library; says at the end what could not be added. */
export async function runAdd(paths: readonly string[], options: AddCommandOptions, world: World): Promise<void> {
  checkReadOptions(options)
  const { inputs, failures, leftOut } = await findInputs(paths)
  const taking = takeInputs(options, leftOut)
  const progress = createProgress(world.stderr, totalSize(inputs))
  const say = (sentence: string) => world.stderr.write(`griot: ${sentence}\n`)
  const stopWatching = onInterrupt(() => {
    progress.clear()
    say('Stopped. The same command goes on.')
  })
  const { jobs, confidentiality, publisher, published, lang } = options
  const items = allItems(inputs, failures, taking, world)
  const addOptions = { jobs, confidentiality, publisher, published, language: lang, onItem: (size: number) => progress.step(size) }
  const added = await withLibrary(options, 'create', world, library => addItems(library, items, addOptions)).finally(() => {
    stopWatching()
    progress.clear()
  })
  taking.sayLeftOut(say)
  if (added.closed > 0) say(`${added.closed} that the library had are ${confidentiality} now.`)
  world.stdout.write(`${describeAdded(added.added, added.known)}\n`)
  reportFailures(added.failures, added.added + added.known, 'added', say, world)
}

function describeAdded(added: number, known: number): string {
  const had = known > 0 ? `; ${known} ${known === 1 ? 'was' : 'were'} there` : ''
  return `${added} ${added === 1 ? 'report' : 'reports'} added${had}`
}
