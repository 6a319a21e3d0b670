import { Command } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addDayOptions, addReportOptions, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

type RelationsOptions = WantedOptions & LibraryOption & { readonly json?: true }

/** `griot relations`: cooperation and conflict of two sides over time. */
export function relationsCommand(world: World): Command {
  const command = new Command('relations')
    .description('Cooperation and conflict of two sides over time: trend, months, turns, the events and statements behind them')
    .argument('<a>', 'a country or its code, a group, an organisation')
    .argument('<b>', 'the other side')
  return addLibraryOption(
    addReportOptions(addDayOptions(command, 'happened (where that is not told, was published)')).option('--json', 'a row a line, as JSON'),
  )
    .addHelpText('after', '\nExamples:\n  griot relations FRA TGO\n  griot relations "Rapid Support Forces" Sudan --from 2025-01-01')
    .action(async (a: string, b: string, options: RelationsOptions) => {
      const { answerRelations } = await import('../../answers/relations/relations.ts')
      const { formatRelations } = await import('../format-relations.ts')
      const answer = await withLibrary(options, 'read', world, library => answerRelations(library, [a, b], toWanted([], options)))
      const { trend, periods, turns, events, statements } = answer
      const rows = [...(trend ? [trend] : []), ...periods, ...turns, ...events, ...statements]
      if (options.json) for (const row of rows) world.stdout.write(`${JSON.stringify(row)}\n`)
      else world.stdout.write(formatRelations(answer, screenOf(world)))
    })
}
