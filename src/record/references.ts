import { z } from 'zod'
import { RECORD_LISTS, type RecordList } from './record-lists.ts'

export { RECORD_LISTS, type RecordList }

/** An id that leads to a record in that list of the same reading. */
function idOf(list: RecordList) {
  return z.string().meta({ refersTo: list })
}

export const entityId = idOf('entities')
export const statementId = idOf('statements')
export const eventId = idOf('events')
export const figureId = idOf('figures')

/** The list that an id of this schema leads into, or null where the schema is not one of an id. */
export function findReference(schema: z.core.$ZodType): RecordList | null {
  const refersTo = z.globalRegistry.get(schema)?.refersTo
  return RECORD_LISTS.find(list => list === refersTo) ?? null
}
