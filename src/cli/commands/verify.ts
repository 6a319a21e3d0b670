import { Command } from 'commander'
import { addLibraryOption } from '../library-option.ts'
import type { VerifyOptions } from '../run-verify.ts'
import type { World } from '../world.ts'

/** `griot verify`: is it in the cited text? */
export function verifyCommand(world: World): Command {
  const command = new Command('verify')
    .description(
      'Check claims against the reports that they cite: supported, contradicted, other (of another thing, place, time or source), absent',
    )
    .argument('[claims]', 'CSV or JSON: claim, or number, measure, place, time, source; and cite (id, address or file)')
    .option('--text <file>', 'check every figure and statement of a text instead')
    .option('--cites <path...>', 'reports that may be cited, beside those of the library')
    .option('--published <date>', 'when the text was written')
  return addLibraryOption(command)
    .option('--json', 'one claim a line, as JSON')
    .addHelpText(
      'after',
      '\nExit code 0 where every claim is supported, 3 where one is not.\n\nExamples:\n  griot verify claims.csv\n  griot verify claims.csv --cites reports/\n  griot verify --text answer.md --cites report.pdf',
    )
    .action(async (claims: string | undefined, options: VerifyOptions) => {
      const { runVerify } = await import('../run-verify.ts')
      await runVerify(claims, options, world)
    })
}
