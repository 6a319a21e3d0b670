import { OpenAPIHono } from '@hono/zod-openapi'
import { badArguments } from './problem.ts'

/** An app whose routes refuse arguments that do not fit their schemas, all in the same way. */
export function createRoutes() {
  return new OpenAPIHono({
    defaultHook: result => {
      if (!result.success) throw badArguments(result.error as never, WHERE[result.target] ?? 'request')
    },
  })
}

const WHERE: Readonly<Record<string, string>> = { query: 'query', param: 'path', json: 'body', form: 'form', header: 'headers' }
