import { z } from 'zod'
import { from } from './from.ts'
import { entityId, statementId } from './references.ts'
import { span, spans } from './span.ts'
import { time } from './time.ts'

export const STATEMENT_FORMS = ['direct', 'indirect', 'mixed'] as const
export const SPEECH_ACTS = ['assert', 'warn', 'accuse', 'deny', 'threaten', 'promise', 'demand', 'thank', 'praise', 'ask', 'other'] as const

/** Who said what, in which words. Ids of entities and statements are local to the reading. */
export const statement = z
  .object({
    id: z.string().describe('"s1", "s2" … in reading order'),
    speaker: entityId.nullable().describe('who says it'),
    cue: spans.nullable().describe('the words that tell of the saying: "said"'),
    content: z.array(span).readonly().describe('what is said'),
    form: z.enum(STATEMENT_FORMS).describe('quoted, told, or both'),
    act: z.enum(SPEECH_ACTS).describe('what is done by saying it'),
    about: z.array(entityId).readonly().describe('who is named in what is said'),
    within: statementId.nullable().describe('the statement that this one is told in'),
    addressee: entityId.nullable().describe('to whom it is said'),
    place: entityId.nullable().describe('where it is said'),
    time: time.nullable().describe('when it is said'),
    evidence: span.describe('the words of the whole statement'),
    confidence: z.number().describe('0 to 1: how sure the record is'),
    from,
  })
  .readonly()
  .meta({ id: 'Statement', description: 'Who said what, in which words' })
export type StatementRecord = z.infer<typeof statement>
export type SpeechAct = (typeof SPEECH_ACTS)[number]
export type StatementForm = (typeof STATEMENT_FORMS)[number]
