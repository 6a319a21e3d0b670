import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import type { World } from '../world.ts'

interface ReadOptions {
  readonly json?: boolean
  readonly from?: 'text' | 'jsonl'
  readonly lang?: string
  readonly published?: string
}

/** `griot read`: reports in, readings out. */
export function readCommand(world: World): Command {
  return new Command('read')
    .description('Read reports: what happened, who said what, how many, where and when.')
    .argument('<file...>', 'reports')
    .option('--json', 'one reading a line, as JSON')
    .addOption(new Option('--from <format>', 'the format of the files').choices(['text', 'jsonl']))
    .option('--lang <code>', 'the language of the reports')
    .option('--published <date>', 'the day on which the reports were published')
    .addHelpText('after', '\nExample:\n  griot read report.txt --json')
    .action((files: string[], options: ReadOptions) => readFiles(files, options, world))
}

async function readFiles(files: readonly string[], options: ReadOptions, world: World): Promise<void> {
  const [{ loadReader }, { sourceReport }, { formatReading }] = await Promise.all([
    import('../../read/index.ts'),
    import('../../formats/source.ts'),
    import('../../formats/to-json.ts'),
  ])
  const reader = await loadReader()
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const sources =
      options.from === 'jsonl'
        ? text
            .split('\n')
            .filter(line => line.trim())
            .map(parseLine)
        : [{ text }]
    for (const source of sources) {
      const reading = await reader.readSource(sourceReport(source), { language: options.lang, published: options.published })
      world.stdout.write(options.json ? `${formatReading(reading)}\n` : `${JSON.stringify(reading, null, 1)}\n`)
    }
  }
}

function parseLine(line: string): { text: string } {
  const { id, ...rest } = JSON.parse(line)
  return { ...rest, sourceId: id ?? null }
}
