import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listFound, openReport } from '../../library/asking/list-records.ts'
import { allDecisions } from '../../library/decisions/list.ts'
import { explainStored } from '../../library/explain.ts'
import { findReport } from '../../library/find-report.ts'
import { tellingsOf } from '../../store/incidents.ts'
import type { RecordTable } from '../../store/records.ts'
import { GriotError } from '../../util/error.ts'
import { answers } from '../answer.ts'
import { citationOf } from '../citation.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { recordFilters, toWanted } from '../filters.ts'
import { arrivedBy, openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { toDecision, toRecordItem } from '../present.ts'
import { explanationAnswer } from '../shapes/explain.ts'
import { recordDetail, recordItem } from '../shapes/record.ts'
import { reportId } from './reports.ts'

const query = z.strictObject({ ...recordFilters, ...pageQuery })

function listRoute<Path extends string>(path: Path, what: string) {
  return createRoute({
    method: 'get',
    path,
    summary: `${what}, as they were found, the newest day first`,
    request: { query },
    responses: answers(pageOf(recordItem), 'records'),
  })
}

const getEvents = listRoute('/api/events', 'Events')
const getStatements = listRoute('/api/statements', 'Statements')
const getFigures = listRoute('/api/figures', 'Figures')
const getPositions = listRoute('/api/positions', 'Offices and who holds them')

const getRecord = createRoute({
  method: 'get',
  path: '/api/records/{report}/{record}',
  summary: 'A record with its words, its fields, the entities that it names and what was decided on it',
  request: { params: z.object({ report: reportId, record: z.string().max(20).describe('"v3", "f2", "s1", "p1"') }) },
  responses: answers(recordDetail, 'the record'),
})

const getExplanation = createRoute({
  method: 'get',
  path: '/api/reports/{report}/explain/{record}',
  summary: 'Why a record is as it is, and why not otherwise: the report is read again for it',
  request: {
    params: z.object({ report: reportId, record: z.string().max(20).describe('"v3", "e1"') }),
    query: z.strictObject({ field: z.string().max(40).optional() }),
  },
  responses: answers(explanationAnswer, 'rules, words and reasons, field by field'),
})

/** Records: what reports tell. */
export function recordRoutes({ library }: Desk): OpenAPIHono {
  const { db } = library
  const list = (table: RecordTable, { cursor, limit, ...filters }: z.output<typeof query>) => {
    const page = openPage(db, { cursor, limit })
    const { records, total } = listFound(library, table, { ...toWanted(filters), ...arrivedBy(db, page) }, page.most, page.skip)
    return toPage(records.map(toRecordItem), total, page)
  }
  return createRoutes()
    .openapi(getEvents, c => c.json(list('event', c.req.valid('query')), 200))
    .openapi(getStatements, c => c.json(list('statement', c.req.valid('query')), 200))
    .openapi(getFigures, c => c.json(list('figure', c.req.valid('query')), 200))
    .openapi(getPositions, c => c.json(list('position', c.req.valid('query')), 200))
    .openapi(getRecord, c => {
      const { report, record: id } = c.req.valid('param')
      const { no, report: row } = findReport(library, report)
      const found = openReport(library, no).find(id)
      if (!found)
        throw new GriotError('no-such-record', `The report ${report} has no record "${id}"`, {
          hint: `GET /api/reports/${report}/reading has those that there are; a rejected one is not among them`,
        })
      const target = `${row.id}/${id}`
      const incident = tellingsOf(db, no).find(({ event }) => `v${event}` === id)?.incident ?? null
      const decisions = allDecisions(library, row.id).filter(decision => decision.target === target)
      const whole = { record: found.record as z.output<typeof recordDetail>['record'], entities: found.entities, incident }
      return c.json({ ...toRecordItem(found), ...whole, citation: citationOf(found), decisions: decisions.map(toDecision) }, 200)
    })
    .openapi(getExplanation, async c => {
      const { report, record: id } = c.req.valid('param')
      const { explanation, decisions } = await explainStored(library, report, id, c.req.valid('query').field)
      const fields = explanation?.fields ?? []
      return c.json({ id, list: explanation?.list ?? null, fields, decisions: decisions.map(toDecision) }, 200)
    })
}
