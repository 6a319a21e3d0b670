import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { findNotices } from '../../answers/notices/notices.ts'
import { listSaved } from '../../store/saved.ts'
import { GriotError } from '../../util/error.ts'
import { answers, takes } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import { byOf, type Desk } from '../desk.ts'
import { recordFilters, toWanted } from '../filters.ts'
import { noticeItem, savedItem } from '../shapes/saved.ts'

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item).readonly() })
const name = z.string().trim().min(1).max(100)

const getSaved = createRoute({
  method: 'get',
  path: '/api/saved',
  summary: 'Searches that are kept',
  responses: answers(items(savedItem), 'by name'),
})

const postSaved = createRoute({
  method: 'post',
  path: '/api/saved',
  summary: 'Keep a search, of which notices tell what comes from now on; one of the same name gives way',
  request: takes(
    z.strictObject({ name, wanted: z.strictObject(recordFilters), silence: z.number().int().min(1).max(9999).nullable().default(null) }),
  ),
  responses: answers(z.object({ name }), 'the name'),
})

const deleteSaved = createRoute({
  method: 'delete',
  path: '/api/saved/{name}',
  summary: 'Keep a search no longer',
  request: { params: z.object({ name }) },
  responses: answers(z.object({ name }), 'the name'),
})

const getNotices = createRoute({
  method: 'get',
  path: '/api/saved/{name}/notices',
  summary: 'What has changed for a saved search since a report came in',
  request: {
    params: z.object({ name }),
    query: z.strictObject({
      since: z.coerce.number().int().min(0).optional().describe('number of that report; else when the search was saved'),
    }),
  },
  responses: answers(items(noticeItem).extend({ upTo: z.number().int() }), 'notices'),
})

/** Searches that somebody wants to hear of again. */
export function savedRoutes(desk: Desk): OpenAPIHono {
  const { library, writer } = desk
  return createRoutes()
    .openapi(getSaved, c => {
      const all = listSaved(library.db).map(({ name: own, wanted, silence, savedAt }) => ({
        name: own,
        wanted: JSON.parse(wanted),
        silence,
        savedAt,
      }))
      return c.json({ items: all }, 200)
    })
    .openapi(postSaved, async c => {
      const { name: own, wanted, silence } = c.req.valid('json')
      await writer.do('save', { name: own, wanted: toWanted(wanted), silence, at: byOf(desk).at })
      return c.json({ name: own }, 200)
    })
    .openapi(deleteSaved, async c => {
      const { name: own } = c.req.valid('param')
      await writer.do('forget', { name: own })
      return c.json({ name: own }, 200)
    })
    .openapi(getNotices, c => {
      const { name: own } = c.req.valid('param')
      const saved = listSaved(library.db).find(each => each.name === own)
      if (!saved) throw new GriotError('no-such-search', `No search is saved as "${own}"`, { hint: 'GET /api/saved lists them' })
      const told = { upTo: c.req.valid('query').since ?? saved.upTo, silentSince: null }
      const found = findNotices(library, saved, told, byOf(desk).at.slice(0, 10))
      return c.json({ items: found.notices, upTo: found.told.upTo }, 200)
    })
}
