import { Command, InvalidArgumentError, Option } from 'commander'
import { MEASURES } from '../../record/figure.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addRecordOptions, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

type FiguresOptions = WantedOptions & LibraryOption & { readonly json?: true; readonly why?: true; readonly householdSize?: number }

/** `griot figures`: how many, over time, according to whom. */
export function figuresCommand(world: World): Command {
  const command = new Command('figures')
    .description('Series of figures: how many, where, when, who says so, and what is counted in which total')
    .argument('[words...]', 'words that the report must have')
    .addOption(new Option('--measure <measure...>', 'what is counted').choices(MEASURES))
    .option('--household-size <n>', 'persons of a household, to count households as people', parseHouseholdSize)
    .option('--why', 'every figure with its part in the series, and what each total is made of')
  return addLibraryOption(addRecordOptions(command).option('--json', 'a series a line, as JSON'))
    .addHelpText(
      'after',
      '\nExamples:\n  griot figures --place Savanes --measure displaced\n  griot figures --place Sudan --measure killed --why',
    )
    .action(async (words: string[], options: FiguresOptions) => {
      const { figureSeries } = await import('../../library/figures/figure-series.ts')
      const { formatFigures } = await import('../format-figures.ts')
      const { householdSize = null } = options
      const answer = await withLibrary(options, 'read', world, library => figureSeries(library, toWanted(words, options), householdSize))
      if (options.json) for (const series of answer.series) world.stdout.write(`${JSON.stringify(series)}\n`)
      else world.stdout.write(formatFigures(answer, options.why === true, screenOf(world)))
    })
}

/** Persons of a household. */
export function parseHouseholdSize(value: string): number {
  const size = Number(value)
  if (!(size >= 1 && size <= 50)) throw new InvalidArgumentError('It is a number from 1 to 50.')
  return size
}
