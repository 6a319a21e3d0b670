import { parseColumns } from '../formats/columns.ts'
import type { FormatName } from '../formats/index.ts'
import { type Failure, type Input, type InputOptions, type Item, itemsOf } from '../library/inputs.ts'
import { GriotError } from '../util/error.ts'
import { describeError } from './describe-error.ts'
import type { World } from './world.ts'

/** Notes and failures printed one by one; the rest is counted. */
export const SHOWN = 20

/** The items of all inputs, in their order; what could not even be looked at comes first. */
export async function* allItems(
  inputs: readonly Input[],
  failures: readonly Failure[],
  options: InputOptions,
  world: World,
): AsyncGenerator<Item | Failure> {
  yield* failures
  for (const input of inputs) yield* itemsOf(input, options, world.stdin as AsyncIterable<Buffer | string>)
}

/** How inputs are taken, and what is said at the end about those that were not. */
export interface Taking extends InputOptions {
  sayLeftOut(say: (sentence: string) => void): void
}

/** Takes inputs as the user said; `leftOut` counts the files of folders that were not, to which come those in archives. */
export function takeInputs({ from, map }: { readonly from?: FormatName; readonly map?: string }, leftOut: number): Taking {
  let count = leftOut
  return {
    from,
    columns: map === undefined ? undefined : parseColumns(map),
    onLeftOut: () => count++,
    sayLeftOut: say => {
      if (count > 0) say(`${count} ${count === 1 ? 'file of another kind was' : 'files of other kinds were'} left out.`)
    },
  }
}

/** Bytes of all inputs; null where one does not know its own. */
export function totalSize(inputs: readonly Input[]): number | null {
  let total = 0
  for (const { size } of inputs) {
    if (size === null) return null
    total += size
  }
  return total
}

/** One failure is the command's own error; several are listed, and the command says how many. `done`: "read", "added". */
export function reportFailures(
  failures: readonly Failure[],
  successes: number,
  done: string,
  say: (sentence: string) => void,
  world: World,
): void {
  const [first] = failures
  if (!first) return
  if (failures.length === 1 && successes === 0) throw first.error
  for (const { error } of failures.slice(0, SHOWN)) say(describeError(error, world.env).text)
  if (failures.length > SHOWN) say(`and ${failures.length - SHOWN} more.`)
  throw new GriotError('some-unreadable', `${failures.length} of ${failures.length + successes} reports could not be ${done}`, {
    hint: successes > 0 ? `The others were ${done}` : `None was ${done}`,
  })
}
