import { z } from 'zod'
import { span } from './span.ts'

export const TIME_TYPES = ['date', 'time', 'duration', 'set'] as const
export const TIME_PRECISIONS = ['day', 'week', 'month', 'quarter', 'year', 'range'] as const
/** What the text states, what is computed from it, what is concluded from weak signs. */
export const BASES = ['stated', 'resolved', 'inferred'] as const

const isoDate = z.string().regex(/^-?\d{4,}-\d\d-\d\d$/)

/** A time expression and the days it covers; either end may be null: open. `value` is ISO-TimeML. */
export const time = z
  .object({
    start: isoDate.nullable(),
    end: isoDate.nullable(),
    type: z.enum(TIME_TYPES),
    value: z.string(),
    precision: z.enum(TIME_PRECISIONS),
    basis: z.enum(BASES),
    span: span.nullable(),
  })
  .readonly()
export type Time = z.infer<typeof time>
