import { Command } from 'commander'
import type { Removal } from '../../library/care/remove.ts'
import { GriotError } from '../../util/error.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { shortenId } from '../shorten-id.ts'
import type { World } from '../world.ts'

type RemoveOptions = LibraryOption & { readonly publisher?: readonly string[]; readonly yes?: true; readonly json?: true }

/** `griot remove`: reports out of a library, for good. */
export function removeCommand(world: World): Command {
  const command = new Command('remove')
    .description('Say what removing reports would change, and with --yes remove them: text, bytes, records and words are really gone')
    .argument('[id...]', 'beginnings of the ids of reports')
    .option('--publisher <name...>', 'all reports of these publishers')
    .option('--yes', 'do it')
    .option('--json', 'what changes, as JSON')
  return addLibraryOption(command)
    .addHelpText('after', '\nExample:\n  griot remove 3f2a91c0 --yes')
    .action(async (ids: string[], options: RemoveOptions) => {
      const publishers = options.publisher ?? []
      if (ids.length === 0 && publishers.length === 0)
        throw new GriotError('nothing-named', 'No report was named', { hint: 'Name ids, or publishers with --publisher' })
      const { reconcilePending } = await import('../../library/incidents/reconcile-pending.ts')
      const { planRemoval, removeReports } = await import('../../library/care/remove.ts')
      await withLibrary(options, options.yes ? 'write' : 'read', world, async library => {
        const removal = planRemoval(library, { ids, publishers })
        if (options.json)
          world.stdout.write(`${JSON.stringify({ ...removal, numbers: undefined, neighbours: removal.neighbours.length }, null, 2)}\n`)
        else world.stdout.write(describeRemoval(removal))
        if (options.yes) {
          removeReports(library, removal)
          await reconcilePending(library)
        }
        if (!options.json) world.stdout.write(options.yes ? 'Done.\n' : 'Nothing was changed; --yes does it.\n')
      })
    })
}

/** Reports that are named one by one. */
const SHOWN = 20

function describeRemoval({ reports, records, decisions, incidents, neighbours, otherFiles }: Removal): string {
  const named = reports
    .slice(0, SHOWN)
    .map(({ id, title, path, publisher }) => [shortenId(id), title ?? path, publisher].filter(Boolean).join('  '))
  const changes = [
    `${reports.length} ${reports.length === 1 ? 'report goes' : 'reports go'}, with ${records} records and ${decisions} decisions on them.`,
    ...(incidents.length > 0
      ? [`${incidents.length} incidents are made anew, and ${neighbours.length} other reports compared again.`]
      : []),
    ...otherFiles.map(file => `${file} is a copy of an earlier library and may hold them too; it stays.`),
  ]
  return [...named, ...(reports.length > SHOWN ? [`and ${reports.length - SHOWN} more`] : []), ...changes, ''].join('\n')
}
