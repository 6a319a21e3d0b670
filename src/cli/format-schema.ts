import { z } from 'zod'
import { listColumns } from '../formats/to-csv.ts'
import { describeField, fieldsOf, RECORD_SCHEMAS } from '../record/fields.ts'
import { figureValue, place, reading, ref, report, time } from '../record/index.ts'
import { findReference, RECORD_LISTS } from '../record/references.ts'

/** JSON Schema of one reading. */
export function formatJsonSchema(): string {
  const schema = z.toJSONSchema(reading, {
    override: ({ jsonSchema }) => {
      // What is only of use inside Griot.
      delete (jsonSchema as Record<string, unknown>).refersTo
      delete jsonSchema.readOnly
    },
  })
  return `${JSON.stringify(schema, null, 2)}\n`
}

type Schema = Parameters<typeof fieldsOf>[0]

/** The record format as a page: every shape with its fields, what they hold and what they mean. */
export function formatSchema(): string {
  const shapes: readonly Schema[] = [reading, report, ...RECORD_LISTS.map(list => RECORD_SCHEMAS[list]), time, place, ref, figureValue]
  return `# The record format

One reading is one JSON object (one line of \`griot read --json\`). A span is a pair of offsets into \`report.text\`, in UTF-16 code units, end exclusive. An id leads to a record
of the same reading. What is not known is null, or an empty list. This page is made by \`griot schema\` from the schemas themselves.

${shapes.map(formatShape).join('\n')}`
}

/** The columns of the tables, as a page. */
export function formatColumns(): string {
  const tables = RECORD_LISTS.map(
    list =>
      `## ${list}.csv\n\n${listColumns(list)
        .map(column => `\`${column}\``)
        .join(' ')}\n`,
  )
  return `# Tables

\`griot read FILES --csv FOLDER\` writes five tables: UTF-8 with a byte order mark, lines ended by CR LF, a row a record. They follow the record format field
by field. Beside an entity stand its id and its country (\`…_id\`, \`…_iso3\`), for a single place also its point and OCHA code (\`…_lat\`, \`…_lon\`, \`…_pcode\`);
a time has its first and last day (\`…_start\`, \`…_end\`) and its words; words have their offsets (\`…_at\`). Several values in a cell are parted by "; ".
A cell that a spreadsheet would take for a formula begins with an apostrophe. This page is made by \`scripts/docs.ts\`.

${tables.join('\n')}`
}

function formatShape(schema: Schema): string {
  const { id, description } = z.globalRegistry.get(schema) ?? {}
  const fields = fieldsOf(schema).map(([name, of]) => `- \`${name}\`: ${describeField(of)} (${nameType(of)})`)
  return `## ${id}\n\n${upper(description ?? '')}.\n\n${fields.join('\n')}\n`
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A type in a few words: "Time or null", "list of ids of entities". */
function nameType(schema: Schema): string {
  const list = findReference(schema)
  if (list) return `id in ${list}`
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'nullable') return `${nameType(def.innerType)} or null`
  if (def.type === 'optional') return `${nameType(def.innerType)}, may be missing`
  const known = z.globalRegistry.get(schema)?.id ?? inheritedName(schema)
  if (known) return known
  if (def.type === 'readonly') return nameType(def.innerType)
  if (def.type === 'array') return `list of ${nameType(def.element)}`
  if (def.type === 'enum') return Object.values(def.entries).join(', ')
  if (def.type === 'union') return def.options.map(nameType).join(' or ')
  if (def.type === 'object')
    return `{ ${fieldsOf(schema)
      .map(([name, of]) => `${name}: ${nameType(of)}`)
      .join('; ')} }`
  if (def.type === 'record') return 'field name → { spans, rule }'
  if (def.type === 'literal') return def.values.map(value => JSON.stringify(value)).join(' or ')
  return def.type
}

/** The name of a shape on which something more was said at the place of its use. */
function inheritedName(schema: Schema): string | null {
  const parent = (schema as z.core.$ZodTypes)._zod.parent
  return parent ? (z.globalRegistry.get(parent as Schema)?.id ?? inheritedName(parent as Schema)) : null
}
