import { Command, Option } from 'commander'
import { RECORD_LISTS } from '../../record/record-lists.ts'
import { GriotError } from '../../util/error.ts'
import { jobsOption } from '../jobs-option.ts'
import { addReadOptions } from '../read-options.ts'
import type { ReadOptions } from '../run-read.ts'
import type { World } from '../world.ts'

/** `griot read`: reports in, readings out. */
export function readCommand(world: World): Command {
  const command = new Command('read')
    .description('Read reports: what happened, who said what, how many, where and when.')
    .argument('[file...]', 'files or folders; "-" or nothing for standard input')
    .option('--json', 'one reading a line, as JSON')
    .option('--csv [folder]', 'tables: entities.csv, statements.csv, events.csv, figures.csv, positions.csv')
    .addOption(new Option('--only <kind>', 'print one of the tables').choices(RECORD_LISTS))
    .option('--html <path>', 'a page of the report; into a folder a page of each report and a list of them')
    .option('--out <file>', 'write to this file instead of standard output')
    .option('--resume', 'go on behind what --out already holds')
    .addOption(jobsOption())
  return addReadOptions(command)
    .addHelpText(
      'after',
      `\nExamples:\n  griot read report.txt\n  griot read report.txt --html report.html\n  griot read reports/ --csv tables/\n  griot read reports/ --json --out readings.jsonl\n  griot read leads.csv --map text=Excerpt,title=Lead,published=Date\n  griot read mailbox.mbox feed.rss crawl.warc.gz march.zip\n\ndocs/formats.md says what comes of each format.`,
    )
    .action(async (files: string[], options: ReadOptions) => {
      checkOptions(files, options, world)
      const { runRead } = await import('../run-read.ts')
      await runRead(files.length > 0 ? files : ['-'], options, world)
    })
}

function checkOptions(files: readonly string[], { resume, out, json, csv, only }: ReadOptions, world: World): void {
  if (files.length === 0 && world.stdin.isTTY)
    throw new GriotError('nothing-to-read', 'No report was named', { hint: 'Try griot read report.txt' })
  if (resume && !(out && json))
    throw new GriotError('resume-needs-out', '--resume goes on with a file of readings', { hint: 'Add --json --out FILE' })
  if (csv === true && !only)
    throw new GriotError('csv-needs-folder', '--csv writes five tables', {
      hint: 'Name a folder for them, --csv tables/, or one of them, --only events',
    })
  if (json && only) throw new GriotError('json-or-table', '--json and --only ask for two things at once', { hint: 'Leave one of them out' })
}
