import type { FormatName } from '../formats/index.ts'
import { findHeld } from '../library/held.ts'
import { type Failure, findInputs, type Input, type Item, itemsOf } from '../library/inputs.ts'
import type { Outcome } from '../library/read-item.ts'
import { readMany } from '../library/read-many.ts'
import { GriotError } from '../util/error.ts'
import { checkReadOptions } from './check-options.ts'
import { describeError } from './describe-error.ts'
import { type OutputChoice, openOutputs } from './outputs.ts'
import { createProgress } from './progress.ts'
import type { World } from './world.ts'

/** What `griot read` was asked for. */
export interface ReadOptions extends OutputChoice {
  readonly jobs: number
  readonly from?: FormatName
  readonly lang?: string
  readonly published?: string
}

/** Notes and failures printed one by one; the rest is counted. */
const SHOWN = 20

/** Reads everything that was named and writes the readings in order; says at the end what could not be read. */
export async function runRead(paths: readonly string[], options: ReadOptions, world: World): Promise<void> {
  checkReadOptions(options)
  const { inputs, failures, leftOut } = await findInputs(paths)
  const held = options.resume && options.out ? await findHeld(options.out) : undefined
  const outputs = await openOutputs(options, world)
  const progress = createProgress(world.stderr, totalSize(inputs))
  const say = (sentence: string) => world.stderr.write(`griot: ${sentence}\n`)
  const notes: string[] = []
  const stopWatching = onInterrupt(options, () => progress.clear(), say)
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
    for await (const { outcome, size } of readMany(allItems(inputs, options, world), many)) {
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
  if (leftOut > 0) say(`${leftOut} files of other kinds were left out.`)
  if (held) say(`${held.count} readings were there, ${read} were added.`)
  reportFailures(failures, read + (held?.count ?? 0), say, world)
}

async function* allItems(inputs: readonly Input[], { from }: ReadOptions, world: World): AsyncGenerator<Item | Failure> {
  for (const input of inputs) yield* itemsOf(input, from, world.stdin as AsyncIterable<Buffer | string>)
}

function totalSize(inputs: readonly Input[]): number | null {
  let total = 0
  for (const { size } of inputs) {
    if (size === null) return null
    total += size
  }
  return total
}

/** One failure is the command's own error; several are listed, and the command says how many. */
function reportFailures(failures: readonly Failure[], read: number, say: (sentence: string) => void, world: World): void {
  const [first] = failures
  if (!first) return
  if (failures.length === 1 && read === 0) throw first.error
  for (const { error } of failures.slice(0, SHOWN)) say(describeError(error, world.env).text)
  if (failures.length > SHOWN) say(`and ${failures.length - SHOWN} more.`)
  throw new GriotError('some-unreadable', `${failures.length} of ${failures.length + read} reports could not be read`, {
    hint: read > 0 ? 'The others were read' : 'None was read',
  })
}

/** Ctrl-C ends the run between two lines; a second one ends it at once. Gives what stops the watching. */
function onInterrupt({ out, json }: ReadOptions, before: () => void, say: (sentence: string) => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    before()
    say(`Stopped.${out && json ? ' The same command with --resume goes on.' : ''}`)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
