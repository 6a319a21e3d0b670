import type { z } from '@hono/zod-openapi'

/** The answer of a route, in JSON. Problems are added to every route of the catalogue at once. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } } as const
}

/** A body of JSON that must be there. */
export function takes<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const
}
