import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Moved } from '../../answers/notices/moved.ts'
import { sinceNumber, type Today } from '../../answers/today/today.ts'
import { decidedReports } from '../../library/decisions/review-state.ts'
import { countReports, getReport } from '../../store/reports.ts'
import { parseDay } from '../../util/calendar.ts'
import { answers } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { reportItems, toIncidentItem } from '../present.ts'
import { todayAnswer } from '../shapes/today.ts'
import { toDisagreement } from './series.ts'

const getToday = createRoute({
  method: 'get',
  path: '/api/today',
  summary: 'What came in, what it changed, and what waits for review',
  request: {
    query: z.strictObject({
      since: z
        .string()
        .refine(text => /^\d{1,12}$/.test(text) || parseDay(text) !== null, 'it is the number of a report, or a day')
        .optional()
        .describe('"upTo" of the last visit, or a day; without it the last day on which any came in'),
      limit: z.coerce.number().int().min(1).max(100).default(12),
    }),
  },
  responses: answers(todayAnswer, 'what is new'),
})

/** What an analyst looks at in the morning. */
export function todayRoutes({ library, reader }: Desk): OpenAPIHono {
  const { db } = library
  return createRoutes().openapi(getToday, async c => {
    const { since, limit } = c.req.valid('query')
    return c.json(toAnswer(await reader.ask('today', sinceNumber(library, since)), limit), 200)
  })

  function toAnswer(
    { since, upTo, arrived, incidents, changed, moved, disagreements }: Today,
    limit: number,
  ): z.output<typeof todayAnswer> {
    const item = reportItems(db)
    const reports = arrived.slice(0, limit).map(no => item({ no, report: getReport(db, no) }))
    return {
      ...{ since, upTo },
      reports: { total: countReports(db, { after: since }), items: reports },
      incidents: { total: incidents.length, items: incidents.slice(0, limit).map(toIncidentItem) },
      changed: { total: changed.length, items: changed.slice(0, limit).map(toIncidentItem) },
      moved: moved.slice(0, limit).map(toMoved),
      disagreements: disagreements.slice(0, limit).map(({ series, strand }) => toDisagreement(series, strand)),
      waiting: countReports(db) - decidedReports(db).size,
    }
  }
}

function toMoved({ series: { key, measure, unit, kind, place }, before, after }: Moved) {
  const figures = [...after.marks, ...before.marks].filter(({ role }) => role === 'recommended').map(({ figure }) => figure)
  return {
    ...{ series: key, measure, unit, kind, place: place?.name ?? null },
    day: after.period.end ?? after.period.start,
    before: before.amount?.best ?? null,
    after: after.amount?.best ?? null,
    figures: [...new Set(figures)],
  }
}
