import { Command } from 'commander'
import type { World } from '../world.ts'

/** `griot schema`: the record format. */
export function schemaCommand(world: World): Command {
  return new Command('schema')
    .description('Print what a reading holds: every record, every field, and what it means')
    .option('--json-schema', 'as JSON Schema (2020-12) of one line of griot read --json')
    .addHelpText('after', '\nExample:\n  griot schema --json-schema > reading.schema.json')
    .action(async ({ jsonSchema }: { jsonSchema?: true }) => {
      const { formatJsonSchema, formatSchema } = await import('../format-schema.ts')
      world.stdout.write(jsonSchema ? formatJsonSchema() : formatSchema())
    })
}
