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
    start: isoDate.nullable().describe('the first day; null where it is open'),
    end: isoDate.nullable().describe('the last day, included; null where it is open'),
    type: z.enum(TIME_TYPES).describe('what kind of time it is'),
    value: z.string().describe('ISO-TimeML: "2024-W10", "2023-Q3", "P2W"'),
    precision: z.enum(TIME_PRECISIONS).describe('how fine it is'),
    basis: z.enum(BASES).describe('stated by the text, resolved from it, or inferred from weak signs'),
    span: span.nullable().describe('its words; null where it has none'),
  })
  .readonly()
  .meta({ id: 'Time', description: 'a time expression and the days that it covers' })
export type Time = z.infer<typeof time>
