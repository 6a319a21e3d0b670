import { z } from 'zod'
import { from } from './from.ts'
import { span, spans } from './span.ts'
import { time } from './time.ts'

export const STATEMENT_FORMS = ['direct', 'indirect', 'mixed'] as const
export const SPEECH_ACTS = ['assert', 'warn', 'accuse', 'deny', 'threaten', 'promise', 'demand', 'thank', 'praise', 'ask', 'other'] as const

/** Who said what, in which words. Ids of entities and statements are local to the reading. */
export const statement = z
  .object({
    id: z.string(),
    speaker: z.string().nullable(),
    cue: spans.nullable(),
    content: z.array(span).readonly(),
    form: z.enum(STATEMENT_FORMS),
    act: z.enum(SPEECH_ACTS),
    about: z.array(z.string()).readonly(),
    /** The statement that this one is told in: the army's within the ministry's. */
    within: z.string().nullable(),
    addressee: z.string().nullable(),
    place: z.string().nullable(),
    time: time.nullable(),
    evidence: span,
    confidence: z.number(),
    from,
  })
  .readonly()
export type StatementRecord = z.infer<typeof statement>
export type SpeechAct = (typeof SPEECH_ACTS)[number]
export type StatementForm = (typeof STATEMENT_FORMS)[number]
