import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { search } from '../../library/asking/search.ts'
import { suggestNames } from '../../store/names.ts'
import { listPublishers } from '../../store/publishers.ts'
import { getReport } from '../../store/reports.ts'
import { titlesWith } from '../../store/search.ts'
import { foldName } from '../../util/fold.ts'
import { answers } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { recordFilters, toWanted } from '../filters.ts'
import { arrivedBy, openPage, pageQuery, toPage } from '../page.ts'
import { toRecordItem, toReportName } from '../present.ts'
import { searchAnswer, suggestAnswer } from '../shapes/search.ts'

const getSearch = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search texts and records; the best first, and where no words are asked for the newest',
  request: { query: z.strictObject({ ...recordFilters, ...pageQuery }) },
  responses: answers(searchAnswer, 'hits, and facets of the best of them'),
})

const getSuggest = createRoute({
  method: 'get',
  path: '/api/suggest',
  summary: 'Places, actors, reports and publishers whose names begin so',
  request: { query: z.strictObject({ q: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(8) }) },
  responses: answers(suggestAnswer, 'what may be meant'),
})

/** Search, and what to search for. */
export function searchRoutes({ library }: Desk): OpenAPIHono {
  const { db } = library
  return createRoutes()
    .openapi(getSearch, c => {
      const { cursor, limit, ...filters } = c.req.valid('query')
      const page = openPage(db, { cursor, limit })
      const found = search(library, { ...toWanted(filters), ...arrivedBy(db, page) }, page.most, page.skip)
      const hits = found.hits.map(({ report, snippet, records }) => ({
        report: toReportName(report),
        snippet,
        records: records.map(toRecordItem),
      }))
      return c.json({ ...toPage(hits, found.total, page), isMore: found.isMore, facets: found.facets }, 200)
    })
    .openapi(getSuggest, c => {
      const { q, limit } = c.req.valid('query')
      const names = suggestNames(db, q, 4 * limit)
      const folded = foldName(q)
      return c.json(
        {
          places: names
            .filter(({ kind }) => kind === 'place' || kind === 'country')
            .slice(0, limit)
            .map(({ kind: _, ...name }) => name),
          actors: names.filter(({ kind }) => kind !== 'place').slice(0, limit),
          reports: titlesWith(db, q, limit).map(no => toReportName(getReport(db, no))),
          publishers: listPublishers(db)
            .flatMap(({ publisher }) => publisher ?? [])
            .filter(publisher => foldName(publisher).includes(folded))
            .slice(0, limit),
        },
        200,
      )
    })
}
