import { z } from 'zod'
import { from } from './from.ts'
import { entityId, eventId, statementId } from './references.ts'
import { span, spans } from './span.ts'
import { time } from './time.ts'
import { ACLED_EVENTS, ACLED_SUB_EVENTS } from './vocab/acled.ts'
import { CONTEXTS, EVENT_MODES, EVENT_TYPES } from './vocab/plover.ts'

export const EVENT_STATUSES = ['occurred', 'ongoing', 'planned', 'possible', 'denied', 'negated'] as const

/** Who did what to whom, where and when (PLOVER 0.8). */
export const event = z
  .object({
    id: z.string().describe('"v1", "v2" … in reading order'),
    type: z.enum(EVENT_TYPES).describe('PLOVER type: what happened'),
    mode: z.enum(EVENT_MODES).nullable().describe('PLOVER mode: how'),
    contexts: z.array(z.enum(CONTEXTS)).readonly().describe('PLOVER contexts: what it has to do with'),
    status: z.enum(EVENT_STATUSES).describe('whether it took place'),
    trigger: spans.describe('the words that tell the event'),
    actors: z.array(entityId).readonly().describe('who did it; all parties of a meeting, an agreement, a clash'),
    recipients: z.array(entityId).readonly().describe('to whom it was done'),
    object: span.nullable().describe('what is given, sent, opened, signed, seized'),
    place: entityId.nullable().describe('where: the first of places'),
    places: z.array(entityId).readonly().describe('all places, narrowest first'),
    time: time.nullable().describe('when it happened'),
    saidIn: statementId.nullable().describe('the innermost statement that says it'),
    same: eventId.nullable().describe('an earlier telling of it in this report'),
    acled: z
      .object({ event: z.enum(ACLED_EVENTS), subEvent: z.enum(ACLED_SUB_EVENTS) })
      .readonly()
      .nullable()
      .describe('ACLED event and sub-event type, for violent events and their like'),
    evidence: span.describe('the words of the sentence that tells it'),
    confidence: z.number().describe('0 to 1: how sure the record is'),
    from,
  })
  .readonly()
  .meta({ id: 'Event', description: 'Who did what to whom, where and when' })
export type EventRecord = z.infer<typeof event>
export type EventStatus = (typeof EVENT_STATUSES)[number]
