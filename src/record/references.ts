import { z } from 'zod'

/** The lists of a reading that hold records with an id, in the order in which a reading has them. */
export const RECORD_LISTS = ['entities', 'statements', 'events', 'figures', 'positions'] as const
export type RecordList = (typeof RECORD_LISTS)[number]

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
