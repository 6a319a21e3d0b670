import { Command } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import type { World } from '../world.ts'

/** `griot status`: what a library holds. */
export function statusCommand(world: World): Command {
  const command = new Command('status')
    .description('Say what a library holds, in numbers')
    .option('--refused', 'list what could not be added, why, and how that is mended')
    .option('--json', 'as JSON')
  return addLibraryOption(command)
    .addHelpText('after', '\nExample:\n  griot status --refused')
    .action(async (options: LibraryOption & { json?: true; refused?: true }) => {
      const { libraryStatus, refusals } = await import('../../library/status.ts')
      const { formatRefusals, formatStatus } = await import('../format-status.ts')
      await withLibrary(options, 'read', world, library => {
        const value = options.refused ? refusals(library) : libraryStatus(library)
        if (options.json) world.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
        else if (options.refused) world.stdout.write(formatRefusals(refusals(library), screenOf(world)))
        else world.stdout.write(formatStatus(libraryStatus(library), library.path))
      })
    })
}
