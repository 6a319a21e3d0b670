import { Hono } from 'hono'
import { GriotError } from '../../util/error.ts'
import type { Desk } from '../desk.ts'
import { NO_PAGES } from '../web-files.ts'

/** The pages of the desk: its files, and for every other address the page that holds the app. */
export function pageRoutes({ web, token }: Desk) {
  const app = new Hono()
  app.get('*', c => {
    const file = web?.find(c.req.path)
    if (file && c.req.path !== '/index.html')
      return c.body(file.bytes, 200, {
        'content-type': file.type,
        'cache-control': file.isFixed ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    // An address of the app has no dot in its last part, or is no file that anybody would ask for.
    if (/\.\w+$/.test(c.req.path) && c.req.path !== '/index.html')
      throw new GriotError('no-such-page', `There is no ${c.req.path.slice(0, 200)}`, { hint: 'Begin at /' })
    const page = web?.index(token) ?? NO_PAGES.replaceAll('%GRIOT_TOKEN%', token)
    return c.html(page, 200, { 'cache-control': 'no-store' })
  })
  return app
}
