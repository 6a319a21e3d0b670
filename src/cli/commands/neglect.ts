import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { GivenRow } from '../../answers/neglect/given.ts'
import { GriotError } from '../../util/error.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { addDayOptions, addReportOptions, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

type NeglectOptions = WantedOptions & LibraryOption & { readonly json?: true; readonly displaced?: string; readonly funding?: string }

/** `griot neglect`: which crises get little for many people. */
export function neglectCommand(world: World): Command {
  const command = new Command('neglect')
    .description('Which crises get few reports, little politics and little money for many displaced people, by a formula of our own')
    .option('--displaced <file>', 'CSV that goes before the library: country, displaced, in_need, as_of, source')
    .option('--funding <file>', 'CSV that goes before the library: country, asked, received, currency, as_of, source')
    .option('--json', 'one country a line, as JSON')
  return addLibraryOption(addReportOptions(addDayOptions(command, 'reported')))
    .addHelpText('after', '\nExample:\n  griot neglect --from 2025-01-01 --funding appeals.csv')
    .action(async (options: NeglectOptions) => {
      const { answerNeglect, DISPLACED_COLUMNS, FUNDING_COLUMNS } = await import('../../answers/neglect/neglect.ts')
      const { parseGiven } = await import('../../answers/neglect/given.ts')
      const { formatNeglect } = await import('../format-neglect.ts')
      const given = (file: string | undefined, columns: Parameters<typeof parseGiven>[2]): readonly GivenRow[] | undefined =>
        file === undefined ? undefined : parseGiven(readTable(file), file, columns)
      const [displaced, funding] = [given(options.displaced, DISPLACED_COLUMNS), given(options.funding, FUNDING_COLUMNS)]
      const wanted = { ...toWanted([], options), ...(displaced && { displaced }), ...(funding && { funding }) }
      const rows = await withLibrary(options, 'read', world, library => answerNeglect(library, wanted))
      if (options.json) for (const row of rows) world.stdout.write(`${JSON.stringify(row)}\n`)
      else world.stdout.write(formatNeglect(rows, screenOf(world)))
    })
}

function readTable(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new GriotError('table-unreadable', `${file} cannot be read`, { cause, hint: 'It is a CSV file with a head row' })
  }
}
