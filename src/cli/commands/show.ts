import { Command } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import type { World } from '../world.ts'

/** `griot show`: one report, one record or one incident. */
export function showCommand(world: World): Command {
  const command = new Command('show')
    .description('Show a report, a record of one, or an incident')
    .argument('<id>', 'the beginning of a report’s id, as listings show it; 3f2a91c0/v3 for a record, i:5d20 for an incident')
    .option('--text', 'the text of the report alone')
    .option('--source', 'the bytes that the report came in, as they were')
    .option('--json', 'as JSON')
  return addLibraryOption(command)
    .addHelpText(
      'after',
      '\nExamples:\n  griot show 3f2a91c0\n  griot show 3f2a91c0/v3 --json\n  griot show 3f2a91c0 --source > report.pdf',
    )
    .action(async (id: string, options: LibraryOption & { json?: true; text?: true; source?: true }) => {
      const { show, sourceBytes } = await import('../../library/asking/show.ts')
      const { formatShown, shownJson } = await import('../format-show.ts')
      if (id.startsWith('i:')) {
        const { getIncident } = await import('../../library/incidents/list-incidents.ts')
        const { formatIncident } = await import('../format-incidents.ts')
        const incident = await withLibrary(options, 'read', world, library => getIncident(library, id))
        world.stdout.write(options.json ? `${JSON.stringify(incident, null, 2)}\n` : formatIncident(incident, screenOf(world)))
        return
      }
      await withLibrary(options, 'read', world, library => {
        if (options.source) {
          world.stdout.write(sourceBytes(library, id))
          return
        }
        const shown = show(library, id)
        const reading = shown.kind === 'report' ? shown.stored.reading : shown.reading
        if (options.text) world.stdout.write(`${reading.report.text}\n`)
        else if (options.json) world.stdout.write(`${JSON.stringify(shownJson(shown), null, 2)}\n`)
        else world.stdout.write(formatShown(shown, screenOf(world)))
      })
    })
}
