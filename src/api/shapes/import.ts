import { z } from '@hono/zod-openapi'

const count = z.number().int()

/** How an import stands. */
export const importAnswer = z
  .object({
    id: z.string(),
    state: z.enum(['reading', 'done', 'failed']),
    files: z.array(z.string()).readonly(),
    size: count.describe('bytes that were sent'),
    done: count.describe('bytes that were read'),
    items: count.describe('reports that were looked at so far'),
    startedAt: z.string(),
    added: count,
    known: count.describe('reports that the library had'),
    leftOut: count.describe('files of other kinds in archives'),
    refused: z.array(z.object({ name: z.string(), code: z.string(), reason: z.string(), mend: z.string().nullable() })).readonly(),
    error: z.object({ code: z.string(), detail: z.string(), hint: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Import' })

/** The files of an import, and what is said of all of them. */
export const importForm = z.object({
  file: z.array(z.string().meta({ format: 'binary' })).describe('as many as there are'),
  publisher: z.string().optional(),
  published: z.string().optional(),
  language: z.string().optional(),
  confidentiality: z.string().optional(),
  format: z.string().optional().describe('else it is told by the name and the first bytes'),
  map: z.string().optional().describe('which column of a table holds what: "text=Body,title=Headline"'),
})
