import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listRecords } from '../../formats/view/record-view.ts'
import { reportFilter } from '../../library/asking/wanted.ts'
import { allDecisions } from '../../library/decisions/list.ts'
import { reviewReport } from '../../library/decisions/review-report.ts'
import { decidedReports, REVIEW_STATES, reportsInState } from '../../library/decisions/review-state.ts'
import { findReport, shortId } from '../../library/find-report.ts'
import { listIncidents } from '../../library/incidents/list-incidents.ts'
import { expand } from '../../store/bytes.ts'
import type { Database } from '../../store/database.ts'
import { findCopy, incidentsOf, listCopiesOf } from '../../store/incidents.ts'
import { parseMatch } from '../../store/match.ts'
import { getRules } from '../../store/readings.ts'
import { findReportNumber, getReport, newestReports, type ReportFilter } from '../../store/reports.ts'
import { findSource } from '../../store/sources.ts'
import { answers } from '../answer.ts'
import { attached } from '../attached.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { reportFilters, toWanted } from '../filters.ts'
import { arrivedBy, openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { reportItems, toDecision, toIncidentItem, toReportItem, toReportName, withShortWords } from '../present.ts'
import { readingAnswer, reportDetail, reportItem } from '../shapes/report.ts'

export const reportId = z.string().max(80).describe('the beginning of a report’s id, at least four digits')

const getReports = createRoute({
  method: 'get',
  path: '/api/reports',
  summary: 'Reports, the newest first; days are those of publication',
  request: {
    query: z.strictObject({
      ...reportFilters,
      review: z.enum(REVIEW_STATES).optional().describe('how far their review is'),
      isCopy: z.stringbool().optional().describe('only reports that repeat others, or only those that do not'),
      ...pageQuery,
    }),
  },
  responses: answers(pageOf(reportItem), 'reports'),
})

const getOne = createRoute({
  method: 'get',
  path: '/api/reports/{report}',
  summary: 'A report, what it repeats, what repeats it, and the incidents that it tells',
  request: { params: z.object({ report: reportId }) },
  responses: answers(reportDetail, 'the report'),
})

const getReadingRoute = createRoute({
  method: 'get',
  path: '/api/reports/{report}/reading',
  summary: 'All that was read in a report, with the decisions of analysts',
  request: { params: z.object({ report: reportId }) },
  responses: answers(readingAnswer, 'the reading'),
})

const getSource = createRoute({
  method: 'get',
  path: '/api/reports/{report}/source',
  summary: 'The bytes that a report came in, as a file to be kept; never shown as a page',
  request: { params: z.object({ report: reportId }) },
  responses: {
    200: { description: 'the bytes', content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
  },
})

/** Reports and what was read in them. */
export function reportRoutes({ library }: Desk): OpenAPIHono {
  const { db } = library
  return createRoutes()
    .openapi(getReports, c => {
      const { cursor, limit, review, isCopy, ...filters } = c.req.valid('query')
      const page = openPage(db, { cursor, limit })
      const { words, from, to, ...wanted } = { ...toWanted(filters), ...arrivedBy(db, page) }
      const match = words === undefined ? null : parseMatch(words)
      if (words !== undefined && !match) return c.json(toPage([], 0, page), 200)
      const filter = { ...reportFilter(wanted), from, to, isCopy, match: match?.match, ...inState(db, review) }
      const { total, reports } = newestReports(db, filter, page.most, page.skip)
      return c.json(toPage(reports.map(reportItems(db)), total, page), 200)
    })
    .openapi(getOne, c => {
      const { no, report } = findReport(library, c.req.valid('param').report)
      const { sourceId, authors, notes, path } = report
      const source = findSource(db, report.source)
      const repeats = findCopy(db, no)
      const ids = incidentsOf(db, no)
      const { incidents } = listIncidents(library, { ids }, ids.length)
      incidents.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      const named = (id: string) => toReportName(getReport(db, findReportNumber(db, id) as number))
      return c.json(
        {
          ...toReportItem(db, no),
          ...{ sourceId, authors, notes, path, format: source?.format ?? null, size: source?.size ?? null, rules: getRules(db, no) },
          repeats: repeats && { report: named(repeats.of), kind: repeats.kind, because: repeats.because },
          repeatedBy: listCopiesOf(db, no).map(copy => ({ report: named(copy.report), kind: copy.kind, because: copy.because })),
          incidents: incidents.map(toIncidentItem),
        },
        200,
      )
    })
    .openapi(getReadingRoute, c => {
      const { no, report } = findReport(library, c.req.valid('param').report)
      const { reading, reviews } = reviewReport(db, no)
      const views = listRecords(reading).map(({ record: _, confidence: __, ...view }) => withShortWords(view))
      const decisions = allDecisions(library, report.id).map(toDecision)
      return c.json({ report: toReportItem(db, no), reading, reviews, views, decisions }, 200)
    })
    .openapi(getSource, c => {
      const { report } = findReport(library, c.req.valid('param').report)
      const source = findSource(db, report.source)
      const bytes = source ? expand(source.bytes) : Buffer.alloc(0)
      return c.body(
        new Uint8Array(bytes),
        200,
        attached(`${shortId(report.id)}.${EXTENSIONS[source?.format ?? ''] ?? source?.format ?? 'bin'}`),
      )
    })
}

/** The filter of reports whose review is so far. */
export function inState(db: Database, state: (typeof REVIEW_STATES)[number] | undefined): Pick<ReportFilter, 'ids' | 'without'> {
  if (state === undefined) return {}
  const decided = decidedReports(db)
  return state === 'waiting' ? { without: [...decided] } : { ids: reportsInState(db, state, decided) }
}

/** Formats whose files end otherwise than the format is called. */
const EXTENSIONS: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md', mail: 'eml' }
