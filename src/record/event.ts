import { z } from 'zod'
import { from } from './from.ts'
import { span, spans } from './span.ts'
import { time } from './time.ts'
import { ACLED_EVENTS, ACLED_SUB_EVENTS } from './vocab/acled.ts'
import { CONTEXTS, EVENT_MODES, EVENT_TYPES } from './vocab/plover.ts'

export const EVENT_STATUSES = ['occurred', 'ongoing', 'planned', 'possible', 'denied', 'negated'] as const

/** Who did what to whom, where and when (PLOVER 0.8). */
export const event = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    mode: z.enum(EVENT_MODES).nullable(),
    contexts: z.array(z.enum(CONTEXTS)).readonly(),
    status: z.enum(EVENT_STATUSES),
    trigger: spans,
    actors: z.array(z.string()).readonly(),
    recipients: z.array(z.string()).readonly(),
    /** What is given, sent, opened, signed, seized. */
    object: span.nullable(),
    /** The first of `places`. */
    place: z.string().nullable(),
    /** Narrowest first. */
    places: z.array(z.string()).readonly(),
    time: time.nullable(),
    /** The innermost statement that says it. */
    saidIn: z.string().nullable(),
    /** An earlier telling of it in this report. */
    same: z.string().nullable(),
    acled: z
      .object({ event: z.enum(ACLED_EVENTS), subEvent: z.enum(ACLED_SUB_EVENTS) })
      .readonly()
      .nullable(),
    evidence: span,
    confidence: z.number(),
    from,
  })
  .readonly()
export type EventRecord = z.infer<typeof event>
export type EventStatus = (typeof EVENT_STATUSES)[number]
