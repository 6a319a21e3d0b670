import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { GriotError } from '../util/error.ts'

/** An error as the API tells it (RFC 9457). */
export const problem = z
  .object({
    type: z.string().describe('"urn:griot:" and the code'),
    title: z.string().describe('the status in words'),
    status: z.number().int(),
    detail: z.string().describe('what is wrong, with the value'),
    code: z.string().describe('a stable name of it'),
    hint: z.string().nullable().describe('how it is mended'),
  })
  .meta({ id: 'Problem', description: 'What went wrong, and how it is mended (RFC 9457)' })
export type Problem = z.infer<typeof problem>

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  500: 'Fault in Griot',
  503: 'Not available',
}

/** Codes that have a status of their own; the others are 400, or 503 where the world is at fault. */
const STATUSES: Readonly<Record<string, ContentfulStatusCode>> = {
  'no-such-page': 404,
  'decision-undone': 409,
  'record-there': 409,
  'library-busy': 503,
  'library-read-only': 503,
  'too-large': 413,
  'host-refused': 421,
  'origin-refused': 403,
  'token-missing': 403,
  'media-type': 415,
}

/** The answer to a request that failed. */
export function answerError(error: unknown, c: Context, onBug: (error: unknown) => void): Response {
  if (error instanceof GriotError) return answerProblem(c, statusOf(error), error.code, error.message, error.hint ?? null)
  if (error instanceof HTTPException)
    return answerProblem(
      c,
      error.status as ContentfulStatusCode,
      error.status === 415 ? 'media-type' : 'bad-request',
      error.message || 'The request cannot be understood',
      null,
    )
  onBug(error)
  return answerProblem(c, 500, 'fault', 'Griot made a mistake; nothing was changed', 'The terminal that Griot runs in tells more')
}

/** A problem as a response. */
function answerProblem(c: Context, status: ContentfulStatusCode, code: string, detail: string, hint: string | null): Response {
  const told: Problem = { type: `urn:griot:${code}`, title: TITLES[status] ?? 'Problem', status, detail, code, hint }
  return c.body(JSON.stringify(told), status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
}

function statusOf(error: GriotError): ContentfulStatusCode {
  const own = STATUSES[error.code]
  if (own) return own
  if (error.exitCode === 1) return 503
  return error.code.startsWith('no-such-') ? 404 : error.code.startsWith('ambiguous-') ? 409 : 400
}

/** What a schema found wrong with arguments, as an error that names the first of them. */
export function badArguments({ issues }: z.ZodError, where: string): GriotError {
  const [issue] = issues
  const path = issue?.path.join('.') ?? ''
  return new GriotError(
    'bad-argument',
    `${path === '' ? where : `"${path}" in the ${where}`}: ${issue?.message ?? 'cannot be understood'}`,
    {
      hint: 'GET /api/openapi.json says what there is',
    },
  )
}
