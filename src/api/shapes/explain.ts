import { z } from '@hono/zod-openapi'
import { RECORD_LISTS } from '../../record/record-lists.ts'
import { span } from '../../record/span.ts'
import { decision } from './decision.ts'

interface Reason {
  readonly rule: string
  readonly says: string
  readonly words: readonly { readonly span: readonly [number, number]; readonly text: string }[]
  readonly because: readonly Reason[]
}

/** A rule that had a part in a field, with the words that it rested on and the reasons under it. */
const reason: z.ZodType<Reason> = z
  .object({
    rule: z.string(),
    says: z.string(),
    words: z.array(z.object({ span, text: z.string() })).readonly(),
    get because() {
      return z.array(reason).readonly()
    },
  })
  .meta({ id: 'Reason' })

/** Why a record is as it is; the fields that stayed empty say why not, where that is known. */
export const explanationAnswer = z
  .object({
    id: z.string(),
    list: z.enum(RECORD_LISTS).nullable(),
    fields: z
      .array(
        z.object({
          field: z.string(),
          says: z.string().describe('what the record format says about it'),
          isFilled: z.boolean(),
          value: z.unknown(),
          text: z.string().nullable(),
          why: reason.nullable(),
        }),
      )
      .readonly()
      .describe('what the present rules make of the same words; none where an analyst added the record'),
    decisions: z.array(decision).readonly(),
  })
  .meta({ id: 'Explanation' })
