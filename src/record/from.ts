import { z } from 'zod'
import { span } from './span.ts'

/** Where a filled field comes from: the words it rests on and the name of the rule that read them. */
export const from = z
  .record(z.string(), z.object({ spans: z.array(span).readonly(), rule: z.string() }))
  .readonly()
  .describe('for each filled field the words that it rests on and the rule that read them')
