import { Command } from 'commander'
import type { ReadOneOptions } from '../read-one.ts'
import { addReadOptions } from '../read-options.ts'
import { screenOf } from '../screen.ts'
import type { World } from '../world.ts'

/** `griot explain`: why a record is as it is, and why not otherwise. */
export function explainCommand(world: World): Command {
  const command = new Command('explain')
    .description('Read a report again and say why a record of it is as it is: the rules, the words, the reasons under them')
    .argument('<file>', 'the report; FILE:12 for line 12 of JSON Lines, "-" for standard input')
    .argument('<id>', 'the record, such as v3, as the listing names it')
    .argument('[field]', 'one field of it, such as time')
    .option('--json', 'as JSON')
  return addReadOptions(command)
    .addHelpText('after', '\nExample:\n  griot explain report.txt v3 time')
    .action(async (file: string, id: string, field: string | undefined, options: ReadOneOptions & { json?: true }) => {
      const { readOne } = await import('../read-one.ts')
      const { explainRecord } = await import('../../read/explain.ts')
      const { loadRules } = await import('../../read/rules.ts')
      const { trailed, reading } = await readOne(file, options, world)
      const rules = new Map((await loadRules()).map(rule => [rule.name, rule.says]))
      const explanation = explainRecord(trailed, id, rules, field)
      if (options.json) {
        const { list, fields } = explanation
        world.stdout.write(`${JSON.stringify({ id, list, fields: fields.map(({ text: _, ...rest }) => rest) }, null, 2)}\n`)
        return
      }
      const { formatExplanation } = await import('../format-explanation.ts')
      world.stdout.write(formatExplanation(explanation, reading, screenOf(world)))
    })
}
