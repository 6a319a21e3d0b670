import { Command, Option } from 'commander'
import { jobsOption } from '../jobs-option.ts'
import { addLibraryOption } from '../library-option.ts'
import { addReadOptions } from '../read-options.ts'
import type { AddCommandOptions } from '../run-add.ts'
import type { World } from '../world.ts'

/** `griot add`: reports into a library. */
export function addCommand(world: World): Command {
  const command = new Command('add')
    .description('Read reports and keep them in a library; what the library has is passed over')
    .argument('<path...>', 'files or folders; "-" for standard input')
    .addOption(
      new Option('--confidentiality <level>', 'who may see them; exports hold public reports alone unless they are told otherwise')
        .choices(['public', 'restricted', 'confidential'])
        .default('public'),
    )
    .option('--publisher <name>', 'who published them (else what they say themselves)')
    .addOption(jobsOption())
  return addLibraryOption(addReadOptions(command))
    .addHelpText(
      'after',
      '\nExamples:\n  griot add reports/\n  griot add field-notes/ --confidentiality confidential --library mission.griot',
    )
    .action(async (paths: string[], options: AddCommandOptions) => {
      const { runAdd } = await import('../run-add.ts')
      await runAdd(paths, options, world)
    })
}
