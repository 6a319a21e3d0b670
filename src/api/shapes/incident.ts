import { z } from '@hono/zod-openapi'
import { PLACE_PRECISIONS } from '../../record/entity.ts'
import { EVENT_STATUSES } from '../../record/event.ts'
import { decision } from './decision.ts'

const number = z.number().nullable()
const text = z.string().nullable()
const count = z.number().int()

/** A place on the map; what the point stands for is its precision. */
const placed = z
  .object({
    key: z.string(),
    name: z.string(),
    lat: z.number(),
    lon: z.number(),
    country: text.describe('ISO 3166-1 alpha-3'),
    admin1: text,
    precision: z.enum(PLACE_PRECISIONS),
  })
  .meta({ id: 'PlacedAt' })

const party = z.object({ key: z.string(), name: z.string(), reports: count })
const victims = z.object({ low: number, best: number, high: number, basis: z.enum(['stated', 'inferred']) })
const told = z.object({
  report: z.string(),
  reported: text,
  low: number,
  best: number,
  high: number,
  source: text.describe('who says so; null where the report says it itself'),
  record: z.string(),
})

const common = {
  id: z.string().describe('"i:5d20…"'),
  type: text.describe('PLOVER type'),
  acled: z.object({ event: z.string(), subEvent: z.string() }).nullable(),
  title: text,
  place: placed.nullable(),
  country: text,
  day: text,
  dayBasis: z.enum(['stated', 'named', 'inferred']).nullable(),
  start: text,
  end: text,
  actors: z.array(party).readonly(),
  recipients: z.array(party).readonly(),
  status: z.enum(EVENT_STATUSES),
  reports: count,
  origins: count.describe('how many of them are independent'),
  firstReported: text,
  lastReported: text,
}

/** An incident in a list. */
export const incidentItem = z.object({ ...common, killed: victims.nullable(), injured: victims.nullable() }).meta({ id: 'IncidentItem' })

const version = z.object({
  report: z.string(),
  isMain: z.boolean(),
  events: z.array(z.string()).readonly(),
  score: z.number().describe('log-odds for being one with the telling most like it'),
  because: z.string(),
})

const victimsTold = victims.extend({ told: z.array(told).readonly() })

/** An incident as reconciling made it. */
const incidentWhole = z
  .object({
    ...common,
    killed: victimsTold.nullable(),
    injured: victimsTold.nullable(),
    lifecycle: z.array(z.object({ status: z.enum(EVENT_STATUSES), reported: text, report: z.string() })).readonly(),
    tellings: z.array(version).readonly(),
  })
  .meta({ id: 'Incident' })

/** An incident with the reports that tell it. */
export const incidentDetail = incidentWhole
  .omit({ tellings: true })
  .extend({
    tellings: z
      .array(
        version.extend({
          name: z.object({ id: z.string(), short: z.string(), title: text, publisher: text, language: z.string(), published: text }),
          copyOf: text,
          quotes: z
            .array(z.object({ record: z.string(), quote: z.string() }))
            .readonly()
            .describe('the sentences that tell it'),
        }),
      )
      .readonly(),
    decisions: z.array(decision).readonly().describe('to merge, split or lock, that are about it'),
  })
  .meta({ id: 'IncidentDetail' })

/** Columns of all incidents that a map shows, the latest first: the same place in each is one incident. */
export const incidentMap = z
  .object({
    total: count,
    id: z.array(z.string()).readonly(),
    lon: z.array(number).readonly().describe('degrees WGS84; null where it has no place'),
    lat: z.array(number).readonly(),
    precision: z.array(text).readonly(),
    day: z.array(text).readonly(),
    type: z.array(text).readonly(),
    status: z.array(z.string()).readonly(),
    reports: z.array(count).readonly(),
    killed: z.array(number).readonly(),
  })
  .meta({ id: 'IncidentMap' })

const ids = z.array(z.string().max(80))

/** What is to be settled about incidents. */
export const settlement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('merge'), incidents: ids.min(2) }),
  z
    .strictObject({ kind: z.literal('split'), incident: z.string().max(80), reports: ids.min(1) })
    .describe('takes what these reports tell out of the incident'),
  z.strictObject({ kind: z.literal('lock'), incident: z.string().max(80) }),
])

/** What would become of incidents. */
export const previewAnswer = z
  .object({ before: z.array(incidentWhole).readonly(), after: z.array(incidentWhole).readonly() })
  .meta({ id: 'Preview' })

/** The decision that was made, and the incidents that came of it. */
export const settled = z
  .object({ number: count.describe('of the decision, by which it is taken back'), incidents: z.array(incidentItem).readonly() })
  .meta({ id: 'Settled' })
