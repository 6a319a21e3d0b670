import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { GriotError } from '../util/error.ts'
import type { Desk } from './desk.ts'

/** The name of the header that every write carries. */
export const TOKEN_HEADER = 'x-griot-token'

/** Bytes of a body of JSON. */
const MOST_BODY = 10 * 1024 * 1024

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** Headers that every answer has, whatever it is. */
export const hardened: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/** Refuses what was not sent to this machine by name (DNS rebinding), and what a page of another origin sent. */
export function guarded({ hosts }: Pick<Desk, 'hosts'>): MiddlewareHandler {
  const allowed = new Set(hosts.map(host => host.toLowerCase()))
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (!allowed.has(nameOf(host)))
      throw new GriotError('host-refused', `The desk is not called "${host.slice(0, 100)}"`, {
        hint: `Open it as http://${hosts[0]} with its port; griot serve --host NAME lets it have another name`,
      })
    const origin = c.req.header('origin')
    const isForeign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
    const isFromElsewhere = c.req.header('sec-fetch-site') === 'cross-site' && c.req.path.startsWith('/api/')
    if (isForeign || isFromElsewhere)
      throw new GriotError('origin-refused', `Pages of ${isForeign ? origin.slice(0, 100) : 'other sites'} may not ask the desk`, {
        hint: 'Open the page of the desk itself',
      })
    await next()
  }
}

/** "localhost:4750" → "localhost"; "[::1]:4750" → "[::1]". */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}

/** Refuses a write that does not carry the token of this start (CSRF). */
export function tokened({ token }: Pick<Desk, 'token'>): MiddlewareHandler {
  const expected = Buffer.from(token)
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const given = Buffer.from(c.req.header(TOKEN_HEADER) ?? '')
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new GriotError('token-missing', `A ${c.req.method} needs the header ${TOKEN_HEADER} with the token of this start`, {
          hint: 'The page of the desk has it; load it again where Griot was started anew',
        })
    }
    await next()
  }
}

/** Refuses bodies that are too large; imports are not among them, they go to a file as they come. */
export function limited(isFree: (path: string) => boolean): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: MOST_BODY,
    onError: () => {
      throw new GriotError('too-large', 'The body is larger than 10 MB', {
        hint: 'Send less at a time; reports are sent to POST /api/imports',
      })
    },
  })
  return (c, next) => (isFree(c.req.path) ? next() : limit(c, next))
}
