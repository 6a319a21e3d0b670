import { Command } from 'commander'
import type { ReportRow } from '../../store/reports.ts'
import { countLine } from '../format-records.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { shortenId } from '../shorten-id.ts'
import { type Column, formatTable } from '../table.ts'
import { addDayOptions, addReportOptions, limitOption, toWanted, type WantedOptions } from '../wanted-options.ts'
import type { World } from '../world.ts'

/** `griot reports`: what was added. */
export function reportsCommand(world: World): Command {
  const command = new Command('reports')
    .description('List reports, the newest first')
    .argument('[words...]', 'words that they must have')
    .addOption(limitOption(50))
    .option('--json', 'one a line, as JSON')
  return addLibraryOption(addReportOptions(addDayOptions(command, 'published')))
    .addHelpText('after', '\nExample:\n  griot reports --publisher UNHCR --from 2024-01-01')
    .action(async (words: string[], options: WantedOptions & LibraryOption & { json?: true; limit: number }) => {
      const { listReports } = await import('../../library/asking/list-reports.ts')
      const { total, reports } = await withLibrary(options, 'read', world, library =>
        listReports(library, toWanted(words, options), options.limit),
      )
      if (options.json) for (const report of reports) world.stdout.write(`${JSON.stringify(report)}\n`)
      else if (total === 0) world.stdout.write('No reports found.\n')
      else world.stdout.write(`${formatTable(reports, COLUMNS, screenOf(world).width)}\n${countLine(reports.length, total, 'reports')}\n`)
    })
}

const COLUMNS: readonly Column<ReportRow>[] = [
  { head: 'id', cell: row => shortenId(row.id) },
  { head: 'published', cell: row => row.published?.value ?? '' },
  { head: 'publisher', cell: row => row.publisher ?? '', most: 24 },
  { head: 'words', cell: row => String(row.words), align: 'right' },
  { head: 'title', cell: row => (row.title ?? row.path) + (row.confidentiality === 'public' ? '' : ` [${row.confidentiality}]`) },
]
