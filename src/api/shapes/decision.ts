import { z } from '@hono/zod-openapi'
import { RECORD_LISTS } from '../../record/record-lists.ts'
import { span } from '../../record/span.ts'
import { DECISION_KINDS } from '../../store/decisions.ts'

/** A decision as it is kept; rows are added, never changed. */
export const decision = z
  .object({
    no: z.number().int(),
    at: z.string(),
    by: z.string(),
    kind: z.enum(DECISION_KINDS),
    target: z.string().describe('a record, a report, an incident, the key of an actor, or the number of a decision that is taken back'),
    report: z.string().nullable(),
    field: z.string().nullable(),
    value: z.unknown().describe('of a correction { value, spans }, of an addition { list, fields, spans }, of a note { spans }'),
    note: z.string().nullable(),
    words: z.array(z.string()).readonly().describe('the words of the record that it was made on'),
    holds: z.boolean().describe('false where it was taken back'),
  })
  .meta({ id: 'Decision' })

const target = z.string().max(200).describe('"3f2a91c0d5e6/v3" a record, "3f2a91c0d5e6" a report')
const note = z.string().max(10_000).optional()
const pointed = {
  words: z.string().max(5000).optional().describe('words of the report that it rests on'),
  span: span.optional().describe('where these words stand'),
}
const value = z.string().max(20_000).describe('as a person writes it: a number, a day, a name, an id, JSON')

/** What can be decided on records and reports. */
export const judged = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), target, note }).describe('of a report: nothing is missing in it'),
  z.strictObject({ kind: z.literal('reject'), target, note }),
  z.strictObject({ kind: z.literal('correct'), target, field: z.string(), value, ...pointed, note }),
  z.strictObject({ kind: z.literal('note'), target, field: z.string().optional(), ...pointed, note: z.string().min(1).max(10_000) }),
  z
    .strictObject({
      kind: z.literal('add'),
      target,
      list: z.enum(RECORD_LISTS).describe('the kind of record'),
      ...pointed,
      fields: z.record(z.string(), value).optional().describe('values by field; an event needs a type, a figure a measure'),
      note,
    })
    .describe('a record that the report tells and Griot missed'),
])

/** The numbers of the decisions that were made. */
export const decided = z
  .object({ numbers: z.array(z.number().int()).readonly().describe('of the rows that were added, in the order of what was sent') })
  .meta({ id: 'Decided' })

const agreement = z.object({
  name: z.string(),
  right: z.number().int(),
  wrong: z.number().int(),
  precision: z.number(),
  low: z.number(),
  high: z.number(),
})

/** How often analysts agreed. */
export const agreementAnswer = z
  .object({
    decided: z.number().int(),
    kinds: z.array(agreement.extend({ corrected: z.number().int(), rejected: z.number().int() })).readonly(),
    rules: z.array(agreement).readonly(),
    confidence: z.array(agreement).readonly(),
  })
  .meta({ id: 'Agreement' })
