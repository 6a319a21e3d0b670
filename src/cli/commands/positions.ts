import { Command, Option } from 'commander'
import { POSITION_STATUSES } from '../../record/position.ts'
import { present } from '../../util/present.ts'
import { addLibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addRecordOptions, limitOption, parseIsoDay, toWanted } from '../wanted-options.ts'
import type { World } from '../world.ts'
import { type ListOptions, runList } from './records.ts'

type PositionsOptions = ListOptions & { readonly on?: string; readonly coups?: true; readonly list?: true; readonly seeds?: true }

/** `griot positions`: who holds, held and will hold which office; coups. */
export function positionsCommand(world: World): Command {
  const command = new Command('positions')
    .description('Who held which office from when to when, as reported; what does not go together; coups and attempts')
    .argument('[country...]', 'a country or its code: TGO (with --list: words that the report must have)')
    .addOption(new Option('--on <day>', 'only who was in office on this day').argParser(parseIsoDay))
    .option('--coups', 'only coups, attempts and plots')
    .option('--seeds', 'also who holds the offices by lists (Wikidata, World Factbook), and where reports contradict them')
    .option('--list', 'list the records instead, the newest day first')
    .addOption(new Option('--status <status...>', 'with --list: how it is held').choices(POSITION_STATUSES))
    .addOption(limitOption(50))
  return addLibraryOption(addRecordOptions(command).option('--json', 'a row a line, as JSON'))
    .addHelpText(
      'after',
      '\nExamples:\n  griot positions TGO\n  griot positions Togo --on 2025-03-01\n  griot positions --list --actor Mali',
    )
    .action(async (words: string[], options: PositionsOptions) => {
      if (options.list) return runList(world, 'position', 'positions', words, options)
      const { answerPositions } = await import('../../answers/positions/positions.ts')
      const { formatPositions } = await import('../format-positions.ts')
      const { publishers, languages, asKnownOn, place } = toWanted([], options)
      const country = words.length > 0 ? words.join(' ') : place
      const wanted = present({ country, on: options.on, seeds: options.seeds, publishers, languages, asKnownOn })
      const found = await withLibrary(options, 'read', world, library => answerPositions(library, wanted))
      const answer = options.coups ? { spells: [], contradictions: [], coups: found.coups, seeds: [] } : found
      const rows = [...answer.spells, ...answer.contradictions, ...answer.coups, ...answer.seeds]
      if (options.json) for (const row of rows) world.stdout.write(`${JSON.stringify(row)}\n`)
      else world.stdout.write(formatPositions(answer, screenOf(world)))
    })
}
