import { fieldsOf, itemsOf, RECORD_SCHEMAS } from './fields.ts'
import { findReference, RECORD_LISTS, type RecordList } from './references.ts'

/** A field of a list's records that leads to other records. */
export interface Reference {
  readonly field: string
  readonly to: RecordList
  readonly isList: boolean
  readonly isNullable: boolean
}

/** The fields that lead to other records, by list, as the schemas have them. */
export const REFERENCES = Object.fromEntries(RECORD_LISTS.map(list => [list, referencesOf(list)])) as unknown as Readonly<
  Record<RecordList, readonly Reference[]>
>

function referencesOf(list: RecordList): Reference[] {
  return fieldsOf(RECORD_SCHEMAS[list]).flatMap(([field, schema]) => {
    const item = itemsOf(schema)
    const to = findReference(item ?? unwrapNull(schema))
    return to ? [{ field, to, isList: item !== null, isNullable: isNullable(schema) }] : []
  })
}

type Schema = Parameters<typeof fieldsOf>[0]

function isNullable(schema: Schema): boolean {
  return schema._zod.def.type === 'nullable'
}

function unwrapNull(schema: Schema): Schema {
  return isNullable(schema) ? (schema._zod.def as unknown as { innerType: Schema }).innerType : schema
}
