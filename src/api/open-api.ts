import { readFileSync } from 'node:fs'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { VERSION } from '../util/version.ts'
import { TOKEN_HEADER } from './guard.ts'

interface Operation {
  parameters?: { readonly name: string; example?: unknown }[]
  requestBody?: { readonly content: Record<string, { example?: unknown }> }
  responses?: Record<string, { content?: Record<string, { example?: unknown }> } | { $ref: string }>
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
  const examples = loadExamples()
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      operation.operationId = nameOf(method, path)
      operation.responses = { ...operation.responses, default: { $ref: '#/components/responses/Problem' } }
      exemplify(operation, examples[`${method} ${path}`])
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

/** What a route is asked with and what it answers, of a small library. */
interface Example {
  readonly parameters: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly answer: unknown
}

/** By method and path; `scripts/api-examples.ts` makes them. */
function loadExamples(): Readonly<Record<string, Example>> {
  return JSON.parse(readFileSync(new URL('./examples.json', import.meta.url), 'utf8'))
}

function exemplify(operation: Operation, example: Example | undefined): void {
  if (!example) return
  for (const parameter of operation.parameters ?? []) {
    const value = example.parameters[parameter.name]
    if (value !== undefined) parameter.example = value
  }
  const body = operation.requestBody?.content['application/json']
  if (body && example.body !== undefined) body.example = example.body
  const answer = operation.responses?.['200']
  const content = answer && 'content' in answer ? answer.content?.['application/json'] : undefined
  if (content) content.example = example.answer
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
