import { z } from '@hono/zod-openapi'
import { recordItem } from './record.ts'

/** Statements beside those that they do not go together with, and those that several reports tell. */
export const contradictionsAnswer = z
  .object({
    looked: z.number().int().describe('statements that were compared: the newest that fit'),
    contradictions: z
      .array(
        z.object({
          denial: recordItem,
          claims: z.array(recordItem).readonly().describe('what it denies, said within two weeks'),
          isOwn: z.boolean().describe('the one who denies it said one of them too'),
        }),
      )
      .readonly(),
    repeats: z.array(z.array(recordItem).readonly()).readonly().describe('one statement as several reports have it, the earliest first'),
    speakers: z
      .array(z.object({ key: z.string(), name: z.string(), count: z.number().int() }))
      .readonly()
      .describe('who says most of them'),
  })
  .meta({ id: 'Contradictions' })
