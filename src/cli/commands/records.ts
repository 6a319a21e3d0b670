import { Command, Option } from 'commander'
import { EVENT_STATUSES } from '../../record/event.ts'
import { SPEECH_ACTS } from '../../record/statement.ts'
import { EVENT_TYPES } from '../../record/vocab/plover.ts'
import type { RecordTable } from '../../store/records.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addRecordOptions, limitOption, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

/** Options of a listing of records. */
export type ListOptions = WantedOptions & LibraryOption & { readonly json?: true; readonly limit: number }

/** `griot events`: who did what to whom. */
export function eventsCommand(world: World): Command {
  return listCommand(
    world,
    'event',
    'events',
    'List events: who did what to whom, the newest day first',
    'griot events --place Mali --type ASSAULT',
  )
    .addOption(new Option('--type <type...>', 'PLOVER types').choices([...EVENT_TYPES, ...EVENT_TYPES.map(type => type.toLowerCase())]))
    .addOption(new Option('--status <status...>', 'whether it took place').choices(EVENT_STATUSES))
}

/** `griot statements`: who said what. */
export function statementsCommand(world: World): Command {
  return listCommand(
    world,
    'statement',
    'statements',
    'List statements: who said what, the newest day first',
    'griot statements --said-by UNHCR',
  ).addOption(new Option('--act <act...>', 'what is done by saying it').choices(SPEECH_ACTS))
}

function listCommand(world: World, table: RecordTable, name: string, says: string, example: string): Command {
  const command = new Command(name).description(says).argument('[words...]', 'words that the report must have').addOption(limitOption(50))
  return addLibraryOption(addRecordOptions(command).option('--json', 'one record a line, as JSON'))
    .addHelpText('after', `\nExample:\n  ${example}`)
    .action((words: string[], options: ListOptions) => runList(world, table, name, words, options))
}

/** Lists the records of a table that are wanted. */
export async function runList(
  world: World,
  table: RecordTable,
  name: string,
  words: readonly string[],
  options: ListOptions,
): Promise<void> {
  const { listFound } = await import('../../library/asking/list-records.ts')
  const { formatFound, foundJson } = await import('../format-records.ts')
  const found = await withLibrary(options, 'read', world, library => listFound(library, table, toWanted(words, options), options.limit))
  if (options.json) for (const record of found.records) world.stdout.write(`${JSON.stringify(foundJson(record))}\n`)
  else world.stdout.write(formatFound(found, name, screenOf(world)))
}
