import type { FormatName } from '../formats/index.ts'
import { findHeld } from '../library/held.ts'
import { findInputs } from '../library/inputs.ts'
import type { Outcome } from '../library/read-item.ts'
import { readMany } from '../library/read-many.ts'
import { checkReadOptions } from './check-options.ts'
import { allItems, reportFailures, SHOWN, takeInputs, totalSize } from './input-run.ts'
import { onInterrupt } from './interrupt.ts'
import { type OutputChoice, openOutputs } from './outputs.ts'
import { createProgress } from './progress.ts'
import type { World } from './world.ts'

/** What `griot read` was asked for. */
export interface ReadOptions extends OutputChoice {
  readonly jobs: number
  readonly from?: FormatName
  /** Which column of a table holds what: "text=Body,title=Headline". */
  readonly map?: string
  readonly lang?: string
  readonly published?: string
}

/** Reads everything that was named and writes the readings in order; says at the end what could not be read. */
export async function runRead(paths: readonly string[], options: ReadOptions, world: World): Promise<void> {
  checkReadOptions(options)
  const { inputs, failures, leftOut } = await findInputs(paths)
  const taking = takeInputs(options, leftOut)
  const held = options.resume && options.out ? await findHeld(options.out) : undefined
  const outputs = await openOutputs(options, world)
  const progress = createProgress(world.stderr, totalSize(inputs))
  const say = (sentence: string) => world.stderr.write(`griot: ${sentence}\n`)
  const notes: string[] = []
  const stopWatching = onInterrupt(() => {
    progress.clear()
    say(`Stopped.${options.out && options.json ? ' The same command with --resume goes on.' : ''}`)
  })
  let noted = 0
  let read = 0
  const take = async (outcome: Outcome): Promise<void> => {
    if ('error' in outcome) failures.push(outcome)
    else if (outcome.json !== null) {
      read++
      noted += outcome.notes.length
      if (notes.length < SHOWN) notes.push(...outcome.notes.map(note => `${outcome.name}: ${note}`))
      await outputs.write(outcome.json)
    }
  }
  try {
    const many = { jobs: options.jobs, language: options.lang, published: options.published, ...(held && { held: held.ids }) }
    for await (const { outcome, size } of readMany(allItems(inputs, [], taking, world), many)) {
      await take(outcome)
      progress.step(size)
    }
  } finally {
    stopWatching()
    progress.clear()
    await outputs.close()
  }
  for (const note of notes.slice(0, SHOWN)) say(note)
  if (noted > SHOWN) say(`${noted - SHOWN} more notes stand in the readings (report.notes).`)
  taking.sayLeftOut(say)
  if (held) say(`${held.count} readings were there, ${read} were added.`)
  reportFailures(failures, read + (held?.count ?? 0), 'read', say, world)
}
