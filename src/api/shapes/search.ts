import { z } from '@hono/zod-openapi'
import { span } from '../../record/span.ts'
import { recordItem } from './record.ts'
import { reportName } from './report.ts'

const facet = z.array(z.object({ value: z.string(), count: z.number().int() })).readonly()

/** What was found, with counts of the best hits. */
export const searchAnswer = z
  .object({
    items: z
      .array(
        z.object({
          report: reportName,
          snippet: z.object({ text: z.string(), marks: z.array(span).readonly().describe('where the words stand in it') }),
          records: z.array(recordItem).readonly(),
        }),
      )
      .readonly(),
    total: z.number().int(),
    isMore: z.boolean().describe('there are more than were counted'),
    next: z.string().nullable(),
    facets: z.object({ publishers: facet, months: facet, types: facet, countries: facet }),
  })
  .meta({ id: 'SearchAnswer' })

/** What may be meant by the beginning of a word. */
export const suggestAnswer = z
  .object({
    places: z.array(z.object({ key: z.string(), name: z.string(), reports: z.number().int() })).readonly(),
    actors: z.array(z.object({ key: z.string(), name: z.string(), kind: z.string(), reports: z.number().int() })).readonly(),
    reports: z.array(reportName).readonly(),
    publishers: z.array(z.string()).readonly(),
  })
  .meta({ id: 'SuggestAnswer' })
