import { Command, Option } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { parseIsoDay } from '../wanted-options.ts'
import type { World } from '../world.ts'

interface DiffOptions extends LibraryOption {
  readonly from: string
  readonly to?: string
  readonly place?: string
  readonly lang: 'en' | 'fr'
  readonly json?: true
}

/** `griot diff`: what is known on one day and was not, or otherwise, on another. */
export function diffCommand(world: World): Command {
  const command = new Command('diff')
    .description('Tell what changed between two days of knowledge: new, revised, denied, given way, offices that changed hands')
    .addOption(new Option('--from <day>', 'what had been published by the end of this day').argParser(parseIsoDay).makeOptionMandatory())
    .addOption(new Option('--to <day>', 'and by the end of this one (else all there is)').argParser(parseIsoDay))
    .option('--place <name>', 'a country (or its code: MLI), a division, a town')
    .addOption(new Option('--lang <code>', 'the language of the sentences').choices(['en', 'fr']).default('en'))
    .option('--json', 'a change a line, as JSON')
  return addLibraryOption(command)
    .addHelpText('after', '\nExamples:\n  griot diff --from 2025-03-01 --to 2025-03-31 --place Togo\n  griot diff --from 2025-05-01 --json')
    .action(async ({ lang, json, place, from, to, ...options }: DiffOptions) => {
      const { diffLibrary } = await import('../../answers/diff/diff.ts')
      const { formatDiff } = await import('../format-diff.ts')
      const wanted = { from, ...(to !== undefined && { to }), ...(place !== undefined && { place }) }
      const changes = await withLibrary(options, 'read', world, library => diffLibrary(library, wanted))
      if (json) for (const change of changes) world.stdout.write(`${JSON.stringify(change)}\n`)
      else world.stdout.write(formatDiff(changes, lang, screenOf(world)))
    })
}
