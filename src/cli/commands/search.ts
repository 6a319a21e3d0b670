import { Command, Option } from 'commander'
import { MEASURES } from '../../record/figure.ts'
import { EVENT_TYPES } from '../../record/vocab/plover.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addRecordOptions, limitOption, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

/** `griot search`: texts and records. */
export function searchCommand(world: World): Command {
  const command = new Command('search')
    .description('Search a library: every word must be there, "words in quotes" side by side; case and accents do not matter')
    .argument('[words...]', 'what to look for')
    .addOption(
      new Option('--type <type...>', 'with an event of these PLOVER types').choices([
        ...EVENT_TYPES,
        ...EVENT_TYPES.map(type => type.toLowerCase()),
      ]),
    )
    .addOption(new Option('--measure <measure...>', 'with a figure that counts this').choices(MEASURES))
    .addOption(limitOption(10))
    .option('--json', 'as JSON')
  return addLibraryOption(addRecordOptions(command))
    .addHelpText(
      'after',
      '\nExamples:\n  griot search convoy ambush --place Mali\n  griot search --said-by UNHCR --measure displaced --from 2024-01-01',
    )
    .action(async (words: string[], options: WantedOptions & LibraryOption & { json?: true; limit: number }) => {
      const { search } = await import('../../library/asking/search.ts')
      const { formatSearch, searchJson } = await import('../format-search.ts')
      const result = await withLibrary(options, 'read', world, library => search(library, toWanted(words, options), options.limit))
      if (options.json) world.stdout.write(`${JSON.stringify(searchJson(result), null, 2)}\n`)
      else world.stdout.write(formatSearch(result, screenOf(world)))
    })
}
