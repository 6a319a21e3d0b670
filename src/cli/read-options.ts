import { type Command, Option } from 'commander'
import { FORMAT_NAMES } from '../formats/format-name.ts'

/** Adds what every command that reads reports may be told about them. */
export function addReadOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--from <format>', 'the format of the files, where neither their content nor their names tell').choices(FORMAT_NAMES),
    )
    .option('--map <columns>', 'which column of a table, or key of a JSON record, holds what: text=Body,title=Headline,published=Date')
    .option('--lang <code>', 'the language of the reports, such as en (else it is found out)')
    .option('--published <date>', 'the day on which the reports were published (else what they say themselves)')
}
