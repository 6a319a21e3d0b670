import { z } from '@hono/zod-openapi'
import { recordItem } from './record.ts'

const text = z.string().nullable()
const number = z.number().nullable()
const count = z.number().int()

const amount = z.object({ low: number, best: number, high: number })
const period = z.object({ start: text, end: text, basis: z.string() })
const place = z.object({
  key: z.string(),
  name: z.string(),
  country: text,
  admin1: text,
  precision: text,
  lat: number,
  lon: number,
})

const common = {
  key: z.string().describe('"killed/person/flow/geonames:2365267/everyone"'),
  measure: z.string(),
  unit: z.string().describe('households are counted as persons'),
  kind: z.enum(['stock', 'flow']).nullable(),
  place: place.nullable(),
  population: z.string(),
}

const total = z.object({
  period: z.string().describe('a year of a flow, the reporting day of a stock'),
  low: z.number(),
  best: z.number(),
  high: z.number(),
  addends: z.array(z.string()).readonly().describe('ids of the strands that were added'),
  leftOut: z.array(z.object({ strand: z.string(), because: z.string() })).readonly(),
})

/** A series in a list. */
export const seriesItem = z
  .object({
    ...common,
    strands: count,
    figures: count,
    first: text,
    last: text,
    latest: amount.nullable().describe('of the last strand that has a number'),
    total: z.object({ period: z.string(), low: z.number(), best: z.number(), high: z.number() }).nullable().describe('the last one'),
    notes: count.describe('what an analyst should look at'),
  })
  .meta({ id: 'SeriesItem' })

/** A series alone: strands with the marks in them, and what each total is made of. */
export const seriesDetail = z
  .object({
    ...common,
    strands: z
      .array(
        z.object({
          id: z.string(),
          period,
          incident: text,
          isCumulative: z.boolean(),
          place: place.nullable(),
          amount: amount.nullable(),
          notes: z.array(z.string()).readonly(),
          marks: z
            .array(
              z.object({
                figure: z.string().describe('id of the figure'),
                role: z.string().describe('"recommended" is counted; the others say why they are not'),
                because: z.string(),
                amount: amount.nullable(),
                record: recordItem.nullable().describe('null beyond the first 400 of a series'),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    totals: z.array(total).readonly(),
  })
  .meta({ id: 'SeriesDetail' })

/** Numbers that do not go together. */
export const disagreementItem = z
  .object({
    series: z.string(),
    strand: z.string(),
    measure: z.string(),
    unit: z.string(),
    place: place.nullable(),
    period,
    incident: text,
    amount: amount.nullable(),
    notes: z.array(z.string()).readonly(),
    figures: z.array(z.object({ figure: z.string(), role: z.string(), because: z.string(), amount: amount.nullable() })).readonly(),
  })
  .meta({ id: 'Disagreement' })
