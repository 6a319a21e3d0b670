import { createHash, randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Desk } from './desk.ts'

/** Answers that are not the library's alone: what an import does, and what comes as it happens. */
const LIVE = /^\/api\/(imports|stream)(\/|$)/

/** Letters of an answer that is kept, and of all of them. */
const LONGEST_KEPT = 200_000
const MOST_KEPT = 16_000_000

/**
 * Gives each answer a tag made of the version of the library and the arguments, and tells whoever has that one that nothing changed. Short answers
 * are kept until the library changes.
 */
export function tagged({ library }: Pick<Desk, 'library'>): MiddlewareHandler {
  // Versions are counted anew by each connection.
  const start = randomBytes(6).toString('base64url')
  const kept = new KeptAnswers()
  return async (c, next) => {
    const { method, url, path } = c.req
    if ((method !== 'GET' && method !== 'HEAD') || LIVE.test(path)) {
      await next()
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
      return
    }
    const version = library.db.dataVersion
    const tag = `"${createHash('sha256').update(`${start} ${version} ${url}`).digest('base64url').slice(0, 22)}"`
    const headers = { etag: tag, 'cache-control': 'private, no-cache' }
    if (c.req.header('if-none-match')?.split(/,\s*/).includes(tag)) return c.body(null, 304, headers)
    const known = kept.find(version, url)
    if (known !== undefined) return c.body(known, 200, { ...headers, 'content-type': 'application/json' })
    await next()
    if (c.res.status !== 200) return
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (method === 'GET' && c.res.headers.get('content-type') === 'application/json') kept.keep(version, url, await c.res.clone().text())
  }
}

/** Answers by their addresses, of one version of the library; those asked for longest ago go first. */
class KeptAnswers {
  readonly #bodies = new Map<string, string>()
  #version = -1
  #size = 0

  find(version: number, url: string): string | undefined {
    if (version !== this.#version) {
      this.#bodies.clear()
      this.#version = version
      this.#size = 0
    }
    const body = this.#bodies.get(url)
    if (body === undefined) return undefined
    this.#bodies.delete(url)
    this.#bodies.set(url, body)
    return body
  }

  keep(version: number, url: string, body: string): void {
    if (version !== this.#version || body.length > LONGEST_KEPT || this.#bodies.has(url)) return
    this.#bodies.set(url, body)
    this.#size += body.length
    for (const [oldest, { length }] of this.#bodies) {
      if (this.#size <= MOST_KEPT) break
      this.#bodies.delete(oldest)
      this.#size -= length
    }
  }
}
