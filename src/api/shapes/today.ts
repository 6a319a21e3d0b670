import { z } from '@hono/zod-openapi'
import { incidentItem } from './incident.ts'
import { reportItem } from './report.ts'
import { disagreementItem } from './series.ts'

const count = z.number().int()
const number = z.number().nullable()

/** What has come since somebody last looked. */
export const todayAnswer = z
  .object({
    since: count.describe('number of the last report that was there then'),
    upTo: count.describe('number of the last one that is there now: to be given as "since" the next time'),
    reports: z.object({ total: count, items: z.array(reportItem).readonly() }).describe('that came, the last first'),
    incidents: z.object({ total: count, items: z.array(incidentItem).readonly() }).describe('that no report had told'),
    changed: z.object({ total: count, items: z.array(incidentItem).readonly() }).describe('that more reports tell now'),
    moved: z
      .array(
        z.object({
          series: z.string(),
          measure: z.string(),
          unit: z.string(),
          kind: z.enum(['stock', 'flow']).nullable(),
          place: z.string().nullable(),
          day: z.string().nullable(),
          before: number,
          after: number,
          figures: z.array(z.string()).readonly().describe('ids of the figures that are counted: now, and before'),
        }),
      )
      .readonly()
      .describe('numbers that are others now'),
    disagreements: z.array(disagreementItem).readonly(),
    waiting: count.describe('reports that nobody decided on'),
  })
  .meta({ id: 'Today' })
