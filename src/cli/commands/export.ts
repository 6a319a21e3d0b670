import { Command, Option } from 'commander'
import { addLibraryOption } from '../library-option.ts'
import type { ExportCommandOptions } from '../run-export.ts'
import { parseIsoDay } from '../wanted-options.ts'
import type { World } from '../world.ts'
import { parseHouseholdSize } from './figures.ts'

const KINDS = ['reports', 'entities', 'statements', 'events', 'figures', 'positions', 'incidents', 'series', 'library'] as const
const FORMATS = ['csv', 'tsv', 'jsonl', 'geojson', 'parquet', 'xlsx', 'plover'] as const
const PROFILES = ['ged', 'acled', 'polecat', 'gdelt', 'helix'] as const

/** `griot export`: what a library holds, as tables. */
export function exportCommand(world: World): Command {
  const command = new Command('export')
    .description('Write what a library holds as a table: every row with its words, its report and the version of the rules')
    .argument('<kind>', `what a row is: ${KINDS.slice(0, -1).join(', ')}; or library: all of it, as an archive for griot import`)
    .addOption(new Option('--format <format>', 'how it is written; plover is for events').choices(FORMATS).default('csv'))
    .addOption(
      new Option(
        '--as <profile>',
        'the columns of another data set: ged and acled for incidents, polecat and gdelt for events, helix for figures',
      ).choices(PROFILES),
    )
    .option('--hxl', 'a row of HXL tags below the head row')
    .option(
      '--out <path>',
      'a file, or a folder, which becomes a data package with a page that explains the columns (else standard output)',
    )
    .addOption(
      new Option('--confidentiality <level>', 'the most closed reports that may be exported')
        .choices(['public', 'restricted', 'confidential'])
        .default('public'),
    )
    .option('--from <date>', 'published on this day or later', parseIsoDay)
    .option('--to <date>', 'published on this day or earlier', parseIsoDay)
    .option('--as-known-on <date>', 'only what had been reported by then', parseIsoDay)
    .option('--publisher <name...>', 'of these publishers alone')
    .option('--household-size <n>', 'persons of a household, to count households as people', parseHouseholdSize)
  return addLibraryOption(command)
    .addHelpText(
      'after',
      '\nExamples:\n  griot export events --format xlsx --out events.xlsx\n  griot export figures --as helix --household-size 5.2 > figures.csv\n  griot export series --out package/\n  griot export library --out library.zip',
    )
    .action(async (kind: string, options: ExportCommandOptions) => {
      if (kind === 'library') {
        const { runExportLibrary } = await import('../run-export-library.ts')
        await runExportLibrary(options, world)
        return
      }
      const { runExport } = await import('../run-export.ts')
      await runExport(kind, options, world)
    })
}
