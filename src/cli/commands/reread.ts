import { Command } from 'commander'
import { onInterrupt } from '../interrupt.ts'
import { jobsOption } from '../jobs-option.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { createProgress, type Progress } from '../progress.ts'
import type { World } from '../world.ts'

/** `griot reread`: read stored reports with the rules of this Griot. */
export function rereadCommand(world: World): Command {
  const command = new Command('reread')
    .description('Read again what an earlier Griot read; decisions of analysts stay on the same words')
    .argument('[id...]', 'beginnings of the ids of reports (else all that other rules read)')
    .option('--all', 'also those that the present rules read')
    .addOption(jobsOption())
  return addLibraryOption(command)
    .addHelpText('after', '\nExample:\n  griot reread')
    .action(async (ids: string[], options: LibraryOption & { all?: true; jobs: number }) => {
      const { rereadReports } = await import('../../library/care/reread.ts')
      let progress: Progress | null = null
      const stopWatching = onInterrupt(() => {
        progress?.clear()
        world.stderr.write('griot: Stopped. The same command goes on.\n')
      })
      const done = await withLibrary(options, 'write', world, library =>
        rereadReports(library, {
          ids,
          jobs: options.jobs,
          all: options.all === true,
          onCount: reports => {
            progress = createProgress(world.stderr, reports)
          },
          onReport: () => progress?.step(1),
        }),
      ).finally(() => {
        stopWatching()
        progress?.clear()
      })
      world.stdout.write(`${done} ${done === 1 ? 'report' : 'reports'} read again\n`)
    })
}
