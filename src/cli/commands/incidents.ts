import { Command, Option } from 'commander'
import { EVENT_STATUSES } from '../../record/event.ts'
import { EVENT_TYPES } from '../../record/vocab/plover.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addDayOptions, limitOption, parseIsoDay, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

/** `griot incidents`: what happened, each happening once, however many reports tell it. */
export function incidentsCommand(world: World): Command {
  const command = new Command('incidents')
    .description('List what happened, each happening once with all the reports that tell it, the latest first')
    .option('--place <name>', 'in a country (or its code: MLI), a division, a town')
    .option('--actor <name>', 'who has a part in it')
    .addOption(
      new Option('--type <type...>', 'of these PLOVER types').choices([...EVENT_TYPES, ...EVENT_TYPES.map(type => type.toLowerCase())]),
    )
    .addOption(new Option('--status <status...>', 'what the last report says of it').choices(EVENT_STATUSES))
    .addOption(new Option('--reports <n>', 'told by so many reports at least').argParser(Number))
    .addOption(new Option('--as-known-on <day>', 'by what had been published by the end of this day').argParser(parseIsoDay))
    .addOption(limitOption(50))
    .option('--json', 'one a line, as JSON')
  return addLibraryOption(addDayOptions(command, 'happened (where that is not told, was first reported)'))
    .addHelpText('after', '\nExamples:\n  griot incidents --place Mali --type assault --from 2024-03-01\n  griot show i:3f2a91c0')
    .action(async (options: WantedOptions & LibraryOption & { json?: true; limit: number; reports?: number }) => {
      const { listIncidents } = await import('../../library/incidents/list-incidents.ts')
      const { formatIncidents } = await import('../format-incidents.ts')
      const wanted = { ...toWanted([], options), ...(options.reports !== undefined && { reports: options.reports }) }
      const found = await withLibrary(options, 'read', world, library => listIncidents(library, wanted, options.limit))
      if (options.json) for (const incident of found.incidents) world.stdout.write(`${JSON.stringify(incident)}\n`)
      else world.stdout.write(formatIncidents(found, screenOf(world)))
    })
}
