import { Command } from 'commander'
import { screenOf } from '../screen.ts'
import type { World } from '../world.ts'

/** `griot rules`: the catalogue of rules. */
export function rulesCommand(world: World): Command {
  return new Command('rules')
    .description('Print every rule that can stand behind a field, with the sentence that says what it does')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  griot rules --json')
    .action(async ({ json }: { json?: true }) => {
      const { loadRules } = await import('../../read/rules.ts')
      const { formatRules } = await import('../format-rules.ts')
      const rules = await loadRules()
      world.stdout.write(json ? `${JSON.stringify(rules, null, 2)}\n` : formatRules(rules, screenOf(world)))
    })
}
