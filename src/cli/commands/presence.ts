import { Command } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addDayOptions, addReportOptions, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

type PresenceOptions = WantedOptions & LibraryOption & { readonly json?: true; readonly sender?: string }

/** `griot presence`: who has instructors, troops, bases and arms where. */
export function presenceCommand(world: World): Command {
  const command = new Command('presence')
    .description('Who has what in a country: instructors, troops, mercenaries, bases, arms; promised, agreed, begun, ended')
    .argument('[country]', 'where they are: a name or an ISO 3166-1 code')
    .option('--sender <country>', 'only what this country sends')
    .option('--json', 'one row a line, as JSON')
  return addLibraryOption(addReportOptions(addDayOptions(command, 'any step of it')))
    .addHelpText('after', '\nExamples:\n  griot presence MOZ\n  griot presence --sender France --as-known-on 2025-03-01')
    .action(async (host: string | undefined, options: PresenceOptions) => {
      const { answerPresence } = await import('../../answers/presence/presence.ts')
      const { formatPresence } = await import('../format-presence.ts')
      const { sender } = options
      const wanted = { ...toWanted([], options), ...(host !== undefined && { host }), ...(sender !== undefined && { sender }) }
      const rows = await withLibrary(options, 'read', world, library => answerPresence(library, wanted))
      if (options.json) for (const row of rows) world.stdout.write(`${JSON.stringify(row)}\n`)
      else world.stdout.write(formatPresence(rows, screenOf(world)))
    })
}
