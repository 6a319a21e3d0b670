import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { countAgreement } from '../../library/decisions/agreement.ts'
import type { Judged, Verdict } from '../../library/decisions/decide.ts'
import { allDecisions } from '../../library/decisions/list.ts'
import { findReport } from '../../library/find-report.ts'
import { DECISION_KINDS } from '../../store/decisions.ts'
import { answers, takes } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import { BY_HEADER, byOf, type Desk } from '../desk.ts'
import { openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { toDecision } from '../present.ts'
import { agreementAnswer, decided, decision, judged } from '../shapes/decision.ts'
import { reportId } from './reports.ts'

const getDecisions = createRoute({
  method: 'get',
  path: '/api/decisions',
  summary: 'Decisions, the last one first',
  request: {
    query: z.strictObject({
      report: reportId.optional(),
      kind: z.union([z.enum(DECISION_KINDS), z.array(z.enum(DECISION_KINDS))]).optional(),
      by: z.string().max(200).optional(),
      ...pageQuery,
    }),
  },
  responses: answers(pageOf(decision), 'decisions'),
})

const postDecisions = createRoute({
  method: 'post',
  path: '/api/decisions',
  summary: 'Accept, reject, correct, note or add; all that is sent is kept, or nothing',
  request: takes(z.array(judged).min(1).max(2000)),
  responses: answers(decided, 'what was kept'),
})

const postUndo = createRoute({
  method: 'post',
  path: '/api/decisions/undo',
  summary: 'Take decisions back, all or none; what takes one back can be taken back itself',
  request: takes(z.strictObject({ numbers: z.array(z.number().int().positive()).min(1).max(2000) })),
  responses: answers(decided, 'what was kept'),
})

const getAgreement = createRoute({
  method: 'get',
  path: '/api/agreement',
  summary: 'How often analysts agreed so far, by kind of record, by rule, and by how sure Griot was',
  responses: answers(agreementAnswer, 'with 95 % intervals of Wilson'),
})

/** What analysts decide. */
export function decisionRoutes(desk: Desk): OpenAPIHono {
  const { library, writer } = desk
  return createRoutes()
    .openapi(getDecisions, c => {
      const { report, kind, by, ...page } = c.req.valid('query')
      const open = openPage(library.db, page)
      const kinds = kind === undefined ? null : [kind].flat()
      const id = report === undefined ? undefined : findReport(library, report).report.id
      const all = allDecisions(library, id)
        .filter(each => (kinds === null || kinds.includes(each.kind)) && (by === undefined || each.by === by))
        .reverse()
      return c.json(toPage(all.slice(open.skip, open.skip + open.most).map(toDecision), all.length, open), 200)
    })
    .openapi(postDecisions, async c => {
      const sent: Judged[] = c.req.valid('json').map(({ target, ...verdict }) => ({ target, verdict: verdict as Verdict }))
      return c.json({ numbers: await writer.do('decide', { judged: sent, by: byOf(desk, c.req.header(BY_HEADER)) }) }, 200)
    })
    .openapi(postUndo, async c => {
      const by = byOf(desk, c.req.header(BY_HEADER))
      return c.json({ numbers: await writer.do('undo', { ...c.req.valid('json'), by }) }, 200)
    })
    .openapi(getAgreement, c => c.json(countAgreement(library), 200))
}
