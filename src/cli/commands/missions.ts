import { Command, Option } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addDayOptions, addReportOptions, parseIsoDay, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

type MissionsOptions = WantedOptions & LibraryOption & { readonly json?: true; readonly on?: string }

/** `griot missions`: embassies and ambassadors. */
export function missionsCommand(world: World): Command {
  const command = new Command('missions')
    .description('Posts of states in each other: opened, closed, suspended; ambassadors recalled, expelled, returned; how each stands')
    .argument('[country]', 'a country: a name or an ISO 3166-1 code')
    .argument('[other]', 'only its posts in this country, and those of this country in it')
    .addOption(new Option('--on <day>', 'only how each post stood on this day').argParser(parseIsoDay))
    .option('--json', 'one row a line, as JSON')
  return addLibraryOption(addReportOptions(addDayOptions(command, 'changed')))
    .addHelpText('after', '\nExamples:\n  griot missions FRA TGO\n  griot missions Togo --on 2025-03-01')
    .action(async (country: string | undefined, other: string | undefined, options: MissionsOptions) => {
      const { answerMissions } = await import('../../answers/missions/missions.ts')
      const { formatMissions } = await import('../format-missions.ts')
      const { on } = options
      const countries = [country, other].filter(each => each !== undefined)
      const wanted = { ...toWanted([], options), countries, ...(on !== undefined && { on }) }
      const answer = await withLibrary(options, 'read', world, library => answerMissions(library, wanted))
      if (options.json) for (const row of [...answer.changes, ...answer.states]) world.stdout.write(`${JSON.stringify(row)}\n`)
      else world.stdout.write(formatMissions(answer, screenOf(world)))
    })
}
