import { OpenAPIHono } from '@hono/zod-openapi'
import { GriotError } from '../util/error.ts'
import type { Desk } from './desk.ts'
import { tagged } from './etag.ts'
import { guarded, hardened, limited, tokened } from './guard.ts'
import { describeApi } from './open-api.ts'
import { answerError } from './problem.ts'
import { actorRoutes } from './routes/actors.ts'
import { answerRoutes } from './routes/answers.ts'
import { contradictionRoutes } from './routes/contradictions.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { exportRoutes } from './routes/export.ts'
import { importRoutes } from './routes/imports.ts'
import { incidentRoutes } from './routes/incidents.ts'
import { pageRoutes } from './routes/pages.ts'
import { recordRoutes } from './routes/records.ts'
import { reportRoutes } from './routes/reports.ts'
import { savedRoutes } from './routes/saved.ts'
import { searchRoutes } from './routes/search.ts'
import { seriesRoutes } from './routes/series.ts'
import { statusRoutes } from './routes/status.ts'
import { todayRoutes } from './routes/today.ts'

/** The desk as an app: what it answers is decided by its arguments and the library alone. */
export function createApp(desk: Desk) {
  const app = new OpenAPIHono()
  app.onError((error, c) => answerError(error, c, desk.onBug))
  app.use(hardened)
  app.use(guarded(desk))
  app.use('/api/*', tokened(desk))
  app.use(
    '/api/*',
    limited(path => path === '/api/imports'),
  )
  app.use('/api/*', tagged(desk))
  const api = new OpenAPIHono()
  for (const routes of ROUTES) api.route('/', routes(desk))
  app.route('/', api)
  app.get('/api/openapi.json', c => c.json(describeApi(api)))
  app.all('/api/*', c => {
    throw new GriotError('no-such-route', `There is no ${c.req.method} ${c.req.path.slice(0, 200)}`, {
      hint: 'GET /api/openapi.json says what there is',
    })
  })
  app.route('/', pageRoutes(desk))
  return app
}

/** The rooms of the API; a new noun gets its line here. */
const ROUTES: readonly ((desk: Desk) => OpenAPIHono)[] = [
  statusRoutes,
  todayRoutes,
  reportRoutes,
  contradictionRoutes,
  recordRoutes,
  incidentRoutes,
  searchRoutes,
  decisionRoutes,
  actorRoutes,
  seriesRoutes,
  exportRoutes,
  answerRoutes,
  savedRoutes,
  importRoutes,
]
