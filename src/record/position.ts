import { z } from 'zod'
import { from } from './from.ts'
import { span } from './span.ts'
import { time } from './time.ts'

export const POSITION_STATUSES = ['current', 'acting', 'deputy', 'former', 'future', 'ousted', 'disputed'] as const

/** Who holds which office; transitional counts as acting, elect as future. */
export const position = z
  .object({
    id: z.string(),
    holder: z.string(),
    title: z.string(),
    of: z.string().nullable(),
    status: z.enum(POSITION_STATUSES),
    time: time.nullable(),
    saidIn: z.string().nullable(),
    span,
    evidence: span,
    confidence: z.number(),
    from,
  })
  .readonly()
export type PositionRecord = z.infer<typeof position>
export type PositionStatus = (typeof POSITION_STATUSES)[number]
