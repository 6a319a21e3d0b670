import { z } from 'zod'
import { from } from './from.ts'
import { entityId, statementId } from './references.ts'
import { span } from './span.ts'
import { time } from './time.ts'

export const POSITION_STATUSES = ['current', 'acting', 'deputy', 'former', 'future', 'ousted', 'disputed'] as const

/** Who holds which office; transitional counts as acting, elect as future. */
export const position = z
  .object({
    id: z.string().describe('"p1", "p2" … in reading order'),
    holder: entityId.describe('who holds the office'),
    title: z.string().describe('the office, as the report calls it'),
    of: entityId.nullable().describe('the country or body whose office it is'),
    status: z.enum(POSITION_STATUSES).describe('how it is held; transitional is acting, elect is future'),
    time: time.nullable().describe('when it is or was held'),
    saidIn: statementId.nullable().describe('the innermost statement that says it'),
    span: span.describe('the words of the office'),
    evidence: span.describe('the words of the sentence that tells it'),
    confidence: z.number().describe('0 to 1: how sure the record is'),
    from,
  })
  .readonly()
  .meta({ id: 'Position', description: 'Who holds which office' })
export type PositionRecord = z.infer<typeof position>
export type PositionStatus = (typeof POSITION_STATUSES)[number]
