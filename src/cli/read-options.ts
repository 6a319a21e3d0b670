import { type Command, Option } from 'commander'

/** Adds what every command that reads reports may be told about them. */
export function addReadOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--from <format>', 'the format of the files, where their names do not tell').choices([
        'text',
        'markdown',
        'html',
        'jsonl',
      ]),
    )
    .option('--lang <code>', 'the language of the reports, such as en (else it is found out)')
    .option('--published <date>', 'the day on which the reports were published (else what they say themselves)')
}
