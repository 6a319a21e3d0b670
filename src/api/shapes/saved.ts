import { z } from '@hono/zod-openapi'
import { NOTICE_KINDS } from '../../answers/notices/notice.ts'

/** A search that is kept. */
export const savedItem = z
  .object({
    name: z.string(),
    wanted: z.record(z.string(), z.unknown()).describe('its filters as they were given'),
    silence: z.number().int().nullable().describe('days without a report after which that is told'),
    savedAt: z.string(),
  })
  .meta({ id: 'SavedSearch' })

/** Something that has changed for a saved search. */
export const noticeItem = z
  .object({ kind: z.enum(NOTICE_KINDS), search: z.string(), says: z.string(), evidence: z.array(z.string()).readonly() })
  .meta({ id: 'Notice' })
