import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Wanted } from '../library/asking/wanted.ts'
import { parseDay } from '../util/calendar.ts'
import { present } from '../util/present.ts'

/** Adds what every question of a library may be narrowed by. */
export function addReportOptions(command: Command): Command {
  return command
    .option('--publisher <name...>', 'only of these publishers')
    .option('--language <code...>', 'only in these languages')
    .addOption(new Option('--as-known-on <day>', 'only what had been published by the end of this day').argParser(parseIsoDay))
}

/** Adds the days between which something was. */
export function addDayOptions(command: Command, what: string): Command {
  return command
    .addOption(new Option('--from <day>', `${what} on this day or later`).argParser(parseIsoDay))
    .addOption(new Option('--to <day>', `${what} on this day or earlier`).argParser(parseIsoDay))
}

/** Adds what questions of records may be narrowed by. */
export function addRecordOptions(command: Command): Command {
  const withPlace = command.option('--place <name>', 'a country (or its code: MLI), a division, a town')
  return addReportOptions(addDayOptions(withPlace, 'happened (where that is not told, was published)'))
    .option('--actor <name>', 'who has a part in it: a name, a key such as wikidata:Q965')
    .option('--said-by <name>', 'who says it or counts it')
}

/** Options as commander gives them → what is wanted. */
export interface WantedOptions extends Omit<Wanted, 'words' | 'types' | 'measures' | 'statuses' | 'acts' | 'publishers' | 'languages'> {
  readonly publisher?: readonly string[]
  readonly language?: readonly string[]
  readonly type?: readonly string[]
  readonly measure?: readonly string[]
  readonly status?: readonly string[]
  readonly act?: readonly string[]
}

export function toWanted(words: readonly string[], options: WantedOptions): Wanted {
  const { place, actor, saidBy, from, to, asKnownOn, publisher, language, type, measure, status, act } = options
  const all: { readonly [Key in keyof Wanted]: Wanted[Key] | undefined } = {
    words: joinWords(words),
    ...{ place, actor, saidBy, from, to, asKnownOn, measures: measure, statuses: status, acts: act },
    types: type?.map(each => each.toUpperCase()),
    publishers: publisher,
    languages: language,
  }
  return present(all)
}

/** A day as ISO 8601 has it. */
export function parseIsoDay(value: string): string {
  if (parseDay(value) !== null) return value
  throw new InvalidArgumentError('A day is written as 2024-03-05.')
}

/** One argument is a question; of several, one with spaces in it was quoted for the shell, and is meant as a phrase. */
function joinWords(words: readonly string[]): string | undefined {
  if (words.length < 2) return words[0]
  return words.map(word => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
}

/** How many rows are shown. */
export function limitOption(usual: number): Option {
  return new Option('--limit <n>', 'how many at the most').argParser(parseLimit).default(usual)
}

function parseLimit(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('It is a number from 1 to 9999999.')
  return Number(value)
}
