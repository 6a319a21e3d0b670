import { Command } from 'commander'
import { addLibraryOption, type LibraryOption, libraryPath } from '../library-option.ts'
import type { World } from '../world.ts'

/** `griot import`: what `griot export library` wrote. */
export function importCommand(world: World): Command {
  const command = new Command('import')
    .description('Take back what griot export library wrote: as it is, or beside what the library holds')
    .argument('<file>', 'the archive')
  return addLibraryOption(command)
    .addHelpText('after', '\nExample:\n  griot import library.zip --library copy.griot')
    .action(async (file: string, options: LibraryOption) => {
      const { importLibrary } = await import('../../library/care/import-library.ts')
      const { added, known, decisions } = await importLibrary(file, libraryPath(options, world))
      const had = known > 0 ? `; ${known} were there` : ''
      world.stdout.write(`${added} ${added === 1 ? 'report' : 'reports'} and ${decisions} decisions taken over${had}\n`)
    })
}
