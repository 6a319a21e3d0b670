import { Command, InvalidArgumentError, Option } from 'commander'
import { MEASURES } from '../../record/figure.ts'
import { jobsOption } from '../jobs-option.ts'
import { addLibraryOption } from '../library-option.ts'
import type { WatchCommandOptions } from '../run-watch.ts'
import type { World } from '../world.ts'

/** `griot watch`: a library is kept current. */
export function watchCommand(world: World): Command {
  const command = new Command('watch')
    .description('Keep a library current: what is new in feeds and folders is added, round after round, until Ctrl-C')
    .argument('[source...]', 'addresses of feeds (RSS, Atom, JSON Feed) and folders')
    .addOption(new Option('--every <time>', 'time between two rounds: 30m, 2h, 1d').argParser(parseEvery).default(30 * MINUTE, '30m'))
    .option('--once', 'one round, then end; the exit code tells whether all could be looked at')
    .option('--allow-private', 'also ask servers of this machine and of private networks')
    .addOption(
      new Option('--confidentiality <level>', 'who may see what is added')
        .choices(['public', 'restricted', 'confidential'])
        .default('public'),
    )
    .option('--save <name>', 'keep a search under a name (the words are those it is for) and tell after each round what is new in it')
    .option('--saved', 'list the searches that are kept')
    .option('--forget <name>', 'keep a search no longer')
    .addOption(new Option('--silence <time>', 'with --save: tell when nothing was reported for so long: 10d, 4w').argParser(parseSilence))
    .option('--place <name>', 'with --save: a country (or its code: MLI), a division, a town')
    .option('--actor <name>', 'with --save: who has a part in it')
    .option('--said-by <name>', 'with --save: who says it or counts it')
    .option('--type <type...>', 'with --save: with an event of these PLOVER types')
    .addOption(new Option('--measure <measure...>', 'with --save: with a figure that counts this').choices(MEASURES))
    .option('--notify-file <file>', 'notices also as JSON Lines at the end of this file')
    .option('--notify-url <address>', 'notices also as JSON by POST to this address')
    .option('--notify-mail <folder>', 'notices also as a message (.eml) in this folder')
    .addOption(jobsOption())
  return addLibraryOption(command)
    .addHelpText(
      'after',
      '\nExamples:\n  griot watch https://example.org/news.rss inbox/ --every 1h\n  griot watch inbox/ --once\n  griot watch --save sahel --place Mali --silence 4w',
    )
    .action(async (sources: string[], options: WatchCommandOptions) => {
      const { runWatch } = await import('../run-watch.ts')
      await runWatch(sources, options, world)
    })
}

const MINUTE = 60_000
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE }

function parseSilence(value: string): number {
  const [, count, unit] = /^([1-9]\d{0,3})([dw])$/.exec(value) ?? []
  if (count === undefined) throw new InvalidArgumentError('It is a number of days or weeks: 10d, 4w.')
  return Number(count) * (unit === 'w' ? 7 : 1)
}

function parseEvery(value: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,3})([mhd])$/.exec(value) ?? []
  if (count === undefined) throw new InvalidArgumentError('It is a number of minutes, hours or days: 30m, 2h, 1d.')
  return Number(count) * (UNITS[unit] as number)
}
