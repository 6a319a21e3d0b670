import { z } from '@hono/zod-openapi'
import { entity } from '../../record/entity.ts'
import { event } from '../../record/event.ts'
import { figure, figureValue } from '../../record/figure.ts'
import { position } from '../../record/position.ts'
import { statement } from '../../record/statement.ts'
import { decision } from './decision.ts'
import { reportName } from './report.ts'

const text = z.string().nullable()

/** A record in a list. */
export const recordItem = z
  .object({
    id: z.string().describe('"3f2a91c0d5e6/v3"'),
    kind: z.enum(['statements', 'events', 'figures', 'positions']),
    head: z.string().describe('who to whom; who says; how many'),
    what: z.string(),
    details: z.array(z.string()).readonly().describe('when, where, by whom'),
    quote: z.string().describe('the words of the sentence that tells it'),
    sort: z.string().describe('PLOVER type, speech act, measure, or title'),
    status: text,
    day: text.describe('the first day of its own time'),
    place: text,
    value: figureValue.nullable(),
    confidence: z.number(),
    review: z.enum(['accepted', 'corrected', 'added']).nullable(),
    report: reportName,
  })
  .meta({ id: 'RecordItem' })

/** A record alone, with the entities that it names and what was decided on it. */
export const recordDetail = recordItem
  .extend({
    record: z.union([event, figure, statement, position]),
    entities: z.array(entity).readonly(),
    incident: text.describe('the incident that it tells'),
    citation: z.string().describe('quotation with its source, to be copied'),
    decisions: z.array(decision).readonly(),
  })
  .meta({ id: 'RecordDetail' })
