import { Command, InvalidArgumentError, Option } from 'commander'
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
    .addOption(jobsOption())
  return addLibraryOption(command)
    .addHelpText('after', '\nExamples:\n  griot watch https://example.org/news.rss inbox/ --every 1h\n  griot watch inbox/ --once')
    .action(async (sources: string[], options: WatchCommandOptions) => {
      const { runWatch } = await import('../run-watch.ts')
      await runWatch(sources, options, world)
    })
}

const MINUTE = 60_000
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE }

function parseEvery(value: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,3})([mhd])$/.exec(value) ?? []
  if (count === undefined) throw new InvalidArgumentError('It is a number of minutes, hours or days: 30m, 2h, 1d.')
  return Number(count) * (UNITS[unit] as number)
}
