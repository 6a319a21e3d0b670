import type { FormatName } from '../formats/index.ts'
import { type Failure, type Input, type Item, itemsOf } from '../library/inputs.ts'
import { GriotError } from '../util/error.ts'
import { describeError } from './describe-error.ts'
import type { World } from './world.ts'

/** Notes and failures printed one by one; the rest is counted. */
export const SHOWN = 20

/** The items of all inputs, in their order; what could not even be looked at comes first. */
export async function* allItems(
  inputs: readonly Input[],
  failures: readonly Failure[],
  { from }: { readonly from?: FormatName },
  world: World,
): AsyncGenerator<Item | Failure> {
  yield* failures
  for (const input of inputs) yield* itemsOf(input, from, world.stdin as AsyncIterable<Buffer | string>)
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
