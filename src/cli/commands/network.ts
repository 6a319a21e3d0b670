import { Command } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addDayOptions, addReportOptions, limitOption, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

type NetworkOptions = WantedOptions & LibraryOption & { readonly json?: true; readonly limit: number }

/** `griot network`: who cooperates with whom, and who is in conflict. */
export function networkCommand(world: World): Command {
  const command = new Command('network')
    .description('Pairs of states, groups and organisations with counts of cooperation and conflict, in a place and time')
    .option('--place <name>', 'a country (or its code: MLI), a division, a town')
    .addOption(limitOption(50))
  return addLibraryOption(
    addReportOptions(addDayOptions(command, 'happened (where that is not told, was published)')).option('--json', 'a pair a line, as JSON'),
  )
    .addHelpText('after', '\nExample:\n  griot network --place TGO --from 2025-03-01 --to 2025-03-31')
    .action(async (options: NetworkOptions) => {
      const { answerNetwork } = await import('../../answers/relations/network.ts')
      const { formatNetwork } = await import('../format-relations.ts')
      const ties = await withLibrary(options, 'read', world, library => answerNetwork(library, toWanted([], options)))
      if (options.json) for (const tie of ties.slice(0, options.limit)) world.stdout.write(`${JSON.stringify(tie)}\n`)
      else world.stdout.write(formatNetwork(ties, options.limit, screenOf(world)))
    })
}
