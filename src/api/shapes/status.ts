import { z } from '@hono/zod-openapi'

const count = z.number().int()
const text = z.string().nullable()
const counts = z.array(z.object({ value: text, count })).readonly()

/** What is in a library. */
export const statusAnswer = z
  .object({
    reports: count,
    copies: count,
    incidents: count,
    events: count,
    statements: count,
    figures: count,
    positions: count,
    decisions: count,
    refused: count.describe('things that could not be added'),
    pending: count.describe('reports that were not yet compared with the others'),
    decided: count.describe('reports that somebody decided on'),
    last: count.describe('number of the report that came in last'),
    published: z.object({ first: text, last: text }),
    publishers: counts,
    languages: counts,
    confidentiality: counts,
    rules: z
      .array(z.object({ rules: z.string(), count }))
      .readonly()
      .describe('reports by the version of the rules that read them last'),
    rulesNow: z.string().describe('version of the rules of this Griot'),
    griot: z.string().describe('version of Griot'),
    by: z.string().describe('under whose name decisions are kept'),
  })
  .meta({ id: 'Status' })

/** Something that could not be added. */
export const refusalItem = z
  .object({ name: z.string(), at: z.string(), code: z.string(), reason: z.string(), mend: text })
  .meta({ id: 'Refusal' })

/** A rule, and how often analysts agreed with it; null where they decided on none of its fields. */
export const ruleItem = z
  .object({
    name: z.string(),
    says: z.string(),
    precision: z.object({ right: count, wrong: count, share: z.number(), low: z.number(), high: z.number() }).nullable(),
  })
  .meta({ id: 'Rule' })

/** A publisher with what the library has of him. */
export const publisherItem = z
  .object({ publisher: text, reports: count, copies: count.describe('of them repeat others'), first: text, last: text })
  .meta({ id: 'Publisher' })
