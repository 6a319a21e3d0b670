import { createHash, randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Desk } from './desk.ts'

/** Answers that are not the library's alone: what an import does, and what comes as it happens. */
const LIVE = /^\/api\/(imports|stream)(\/|$)/

/** Gives each answer a tag made of the version of the library and the arguments, and tells whoever has that one that nothing changed. */
export function tagged({ library }: Pick<Desk, 'library'>): MiddlewareHandler {
  // Versions are counted anew by each connection.
  const start = randomBytes(6).toString('base64url')
  return async (c, next) => {
    if ((c.req.method !== 'GET' && c.req.method !== 'HEAD') || LIVE.test(c.req.path)) {
      await next()
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
      return
    }
    const tag = `"${createHash('sha256').update(`${start} ${library.db.dataVersion} ${c.req.url}`).digest('base64url').slice(0, 22)}"`
    if (c.req.header('if-none-match')?.split(/,\s*/).includes(tag)) {
      c.res = c.body(null, 304, { etag: tag, 'cache-control': 'private, no-cache' })
      return
    }
    await next()
    if (c.res.status !== 200) return
    c.res.headers.set('etag', tag)
    c.res.headers.set('cache-control', 'private, no-cache')
  }
}
