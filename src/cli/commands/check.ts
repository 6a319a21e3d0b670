import { Command } from 'commander'
import { GriotError } from '../../util/error.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { createProgress } from '../progress.ts'
import type { World } from '../world.ts'

/** `griot check`: is a library whole? */
export function checkCommand(world: World): Command {
  const command = new Command('check')
    .description('Look whether a library is whole: the file, the bytes of sources, the evidence, the rows, the index of words')
    .option('--json', 'as JSON')
  return addLibraryOption(command)
    .addHelpText('after', '\nExample:\n  griot check')
    .action(async (options: LibraryOption & { json?: true }) => {
      const { checkLibrary } = await import('../../library/care/check.ts')
      const progress = createProgress(world.stderr, null)
      const checked = await withLibrary(options, 'read', world, library => checkLibrary(library, () => progress.step(0))).finally(() =>
        progress.clear(),
      )
      const { reports, problems, loose } = checked
      if (options.json) world.stdout.write(`${JSON.stringify(checked, null, 2)}\n`)
      else {
        for (const problem of problems) world.stdout.write(`${problem}.\n`)
        for (const { no, kind, target } of loose)
          world.stdout.write(`Decision ${no} (${kind}) finds ${target} no more: look at that report again.\n`)
        if (problems.length === 0) world.stdout.write(`${reports} reports, and everything is whole.\n`)
      }
      if (problems.length > 0)
        throw new GriotError('library-unsound', `${problems.length} things are wrong with the library`, {
          cause: new Error('It does not hold what was stored'),
          hint: 'Go back to a copy of it, or add the reports to another one',
        })
    })
}
