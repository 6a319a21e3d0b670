import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { countAgreement } from '../../library/decisions/agreement.ts'
import { decidedReports } from '../../library/decisions/review-state.ts'
import { libraryStatus, refusals } from '../../library/status.ts'
import { loadRules } from '../../read/rules.ts'
import { rulesVersion } from '../../read/rules-version.ts'
import { lastReportNumber } from '../../store/arrivals.ts'
import { listPublishers } from '../../store/publishers.ts'
import { VERSION } from '../../util/version.ts'
import { answers } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { publisherItem, refusalItem, ruleItem, statusAnswer } from '../shapes/status.ts'

const getStatus = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'What is in the library, in numbers',
  responses: answers(statusAnswer, 'counts'),
})

const getRefusals = createRoute({
  method: 'get',
  path: '/api/refusals',
  summary: 'What could not be added, and why',
  request: { query: z.strictObject(pageQuery) },
  responses: answers(pageOf(refusalItem), 'by name'),
})

const getRules = createRoute({
  method: 'get',
  path: '/api/rules',
  summary: 'Every rule that can stand behind a field, with its precision by the decisions of analysts so far',
  responses: answers(z.object({ rules: z.string().describe('their version'), items: z.array(ruleItem).readonly() }), 'by room'),
})

const getSources = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'Who published how much, and when',
  request: { query: z.strictObject(pageQuery) },
  responses: answers(pageOf(publisherItem), 'those with most reports first'),
})

/** What is in the library as a whole. */
export function statusRoutes({ library, by }: Desk): OpenAPIHono {
  const { db } = library
  return createRoutes()
    .openapi(getStatus, c => {
      const status = libraryStatus(library)
      return c.json(
        { ...status, decided: decidedReports(db).size, last: lastReportNumber(db), by, rulesNow: rulesVersion(), griot: VERSION },
        200,
      )
    })
    .openapi(getRefusals, c => {
      const page = openPage(db, c.req.valid('query'))
      const all = refusals(library)
      return c.json(toPage(all.slice(page.skip, page.skip + page.most), all.length, page), 200)
    })
    .openapi(getRules, async c => {
      const precision = new Map(countAgreement(library).rules.map(rule => [rule.name, rule]))
      const items = (await loadRules()).map(({ name, says }) => {
        const agreed = precision.get(name)
        return {
          name,
          says,
          precision: agreed
            ? { right: agreed.right, wrong: agreed.wrong, share: agreed.precision, low: agreed.low, high: agreed.high }
            : null,
        }
      })
      return c.json({ rules: rulesVersion(), items }, 200)
    })
    .openapi(getSources, c => {
      const page = openPage(db, c.req.valid('query'))
      const all = listPublishers(db)
      return c.json(toPage(all.slice(page.skip, page.skip + page.most), all.length, page), 200)
    })
}
