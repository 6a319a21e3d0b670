import { z } from '@hono/zod-openapi'
import { ref } from '../../record/entity.ts'
import { decision } from './decision.ts'
import { incidentItem } from './incident.ts'
import { recordItem } from './record.ts'
import { reportName } from './report.ts'

const count = z.number().int()

/** Somebody who has a part in records. */
export const actorItem = z
  .object({
    key: z.string().describe('by which he is asked for: "wikidata:Q965", "TGO/MIL", "name:edem kpodar@TGO"'),
    name: z.string(),
    kind: z.string(),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3, as far as the key tells it'),
    records: count,
    reports: count,
  })
  .meta({ id: 'ActorItem' })

/** An actor alone. */
export const actorDetail = actorItem
  .extend({
    keys: z.array(z.string()).readonly().describe('those that analysts take for one, the one that stays first'),
    names: z
      .array(z.object({ name: z.string(), records: count }))
      .readonly()
      .describe('as reports call him'),
    ref: ref.nullable().describe('public ids, by the last report that has any'),
    roles: z
      .array(z.object({ role: z.string(), records: count }))
      .readonly()
      .describe('"event.actor", "statement.speaker" …'),
    offices: z.array(recordItem).readonly(),
    events: z.array(recordItem).readonly().describe('the latest'),
    statements: z.array(recordItem).readonly(),
    figures: z.array(recordItem).readonly(),
    incidents: z.array(incidentItem).readonly(),
    latest: z.array(reportName).readonly().describe('the reports that came in last'),
    decisions: z.array(decision).readonly().describe('to rename or merge'),
  })
  .meta({ id: 'ActorDetail' })
