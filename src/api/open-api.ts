import type { OpenAPIHono } from '@hono/zod-openapi'
import { VERSION } from '../util/version.ts'
import { TOKEN_HEADER } from './guard.ts'

interface Operation {
  responses?: Record<string, unknown>
  security?: unknown
  operationId?: string
}

/** The catalogue of the API: OpenAPI 3.1, made from the routes. */
export function describeApi(api: OpenAPIHono): object {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Griot',
      version: VERSION,
      description: 'Reports on conflicts and crises: who did what, who said so, how many, where and when, each with the words it rests on.',
    },
  }) as unknown as { paths: Record<string, Record<string, Operation>>; components?: Record<string, unknown> }
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      operation.operationId = nameOf(method, path)
      operation.responses = { ...operation.responses, default: { $ref: '#/components/responses/Problem' } }
      if (method !== 'get') operation.security = [{ token: [] }]
    }
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        token: {
          type: 'apiKey',
          in: 'header',
          name: TOKEN_HEADER,
          description: 'of this start; the page of the desk has it in a meta tag',
        },
      },
      responses: {
        Problem: {
          description: 'what went wrong, and how it is mended (RFC 9457)',
          content: { 'application/problem+json': { schema: PROBLEM_SCHEMA, example: PROBLEM_EXAMPLE } },
        },
      },
    },
  }
}

/** "get", "/api/reports/{report}/reading" → "getReportsReportReading". */
function nameOf(method: string, path: string): string {
  const parts = path.replace('/api/', '').match(/\w+/g) ?? []
  return method + parts.map(part => part[0]?.toUpperCase() + part.slice(1)).join('')
}

const text = { type: 'string' }
const PROBLEM_SCHEMA = {
  type: 'object',
  properties: { type: text, title: text, status: { type: 'integer' }, detail: text, code: text, hint: { type: ['string', 'null'] } },
  required: ['type', 'title', 'status', 'detail', 'code', 'hint'],
}
const PROBLEM_EXAMPLE = {
  type: 'urn:griot:no-such-report',
  title: 'Not found',
  status: 404,
  detail: 'library.griot has no report ffff',
  code: 'no-such-report',
  hint: 'griot reports lists them',
}
