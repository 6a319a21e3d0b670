import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { GriotError } from '../../util/error.ts'
import { answers } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { Imports } from '../imports.ts'
import { Live, type LiveEvent } from '../live.ts'
import { boundaryOf } from '../multipart.ts'
import { importAnswer, importForm } from '../shapes/import.ts'

const getImports = createRoute({
  method: 'get',
  path: '/api/imports',
  summary: 'Imports since Griot began, the last one first',
  responses: answers(z.object({ items: z.array(importAnswer).readonly() }), 'imports'),
})

const getImport = createRoute({
  method: 'get',
  path: '/api/imports/{import}',
  summary: 'How an import stands',
  request: { params: z.object({ import: z.string().max(20) }) },
  responses: answers(importAnswer, 'the import'),
})

/** Milliseconds after which a stream that had nothing to tell tells that it is there. */
const BEAT = 15_000

/** Reports that come in, and what is told as it happens. */
export function importRoutes(desk: Desk): OpenAPIHono {
  const live = new Live(desk.library.db)
  const imports = new Imports(desk, live)
  const app = createRoutes()
    .openapi(getImports, c => c.json({ items: imports.list() }, 200))
    .openapi(getImport, c => c.json(imports.get(c.req.valid('param').import), 200))
  // What is sent goes to a file as it comes, so that its form is not read by a schema.
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/imports',
    summary: 'Send files of any format that griot add reads; they are read behind the answer',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: importForm } } } },
    responses: { 202: { description: 'how it stands', content: { 'application/json': { schema: importAnswer } } } },
  })
  app.post('/api/imports', async c => {
    const boundary = boundaryOf(c.req.header('content-type') ?? '')
    if (boundary === null || !c.req.raw.body)
      throw new GriotError('media-type', 'Files are sent as multipart/form-data', { hint: 'curl -F file=@report.pdf' })
    return c.json(await imports.take(c.req.raw.body, boundary), 202)
  })
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/stream',
    summary: 'What happens, as it happens: "import" (how one stands), "reports" (how many came in), "changed" (of the library)',
    responses: { 200: { description: 'server-sent events', content: { 'text/event-stream': { schema: z.string() } } } },
  })
  app.get('/api/stream', c =>
    streamSSE(c, async stream => {
      const waiting: LiveEvent[] = []
      let wake = () => {}
      const stop = live.listen(event => {
        waiting.push(event)
        wake()
      })
      stream.onAbort(() => {
        stop()
        wake()
      })
      await stream.writeSSE({ event: 'open', data: '{}' })
      while (!stream.aborted && !stream.closed) {
        const event = waiting.shift()
        if (event) await stream.writeSSE({ event: event.event, data: JSON.stringify(event.data) })
        else await sleep(BEAT, resolve => (wake = resolve)).then(isBeat => (isBeat ? stream.write(': here\n\n') : undefined))
      }
      stop()
    }),
  )
  return app
}

/** True when the time is over, false when it was ended before. */
function sleep(milliseconds: number, onBegin: (end: () => void) => void): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(true), milliseconds)
    timer.unref()
    onBegin(() => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}
