import { z } from 'zod'
import { entity } from './entity.ts'
import { event } from './event.ts'
import { figure } from './figure.ts'
import { position } from './position.ts'
import type { RecordList } from './references.ts'
import { statement } from './statement.ts'

/** The schema of the records in each list of a reading. */
export const RECORD_SCHEMAS = {
  entities: entity,
  statements: statement,
  events: event,
  figures: figure,
  positions: position,
} as const satisfies Record<RecordList, z.ZodType>

/** The fields of a record in order, each with its schema. */
export function fieldsOf(schema: z.core.$ZodType): readonly (readonly [name: string, schema: z.core.$ZodType])[] {
  const { def } = (unwrap(schema) as z.core.$ZodTypes)._zod
  return def.type === 'object' ? Object.entries(def.shape) : []
}

/** What a schema holds once readonly, nullable and optional are taken off. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'readonly' || def.type === 'nullable' || def.type === 'optional' ? unwrap(def.innerType) : schema
}

/** The schema of the items, where a schema is one of a list; null elsewhere. */
export function itemsOf(schema: z.core.$ZodType): z.core.$ZodType | null {
  const { def } = (unwrap(schema) as z.core.$ZodTypes)._zod
  return def.type === 'array' ? def.element : null
}

/** Are two schemas the same, whatever was said about either? */
export function isSchema(schema: z.core.$ZodType, of: z.core.$ZodType): boolean {
  return unwrap(schema)._zod.def === unwrap(of)._zod.def
}

/** What the schema of a field says about it, a clause without a full stop; "" where it says nothing. */
export function describeField(schema: z.core.$ZodType): string {
  return z.globalRegistry.get(schema)?.description ?? ''
}
