import type { EventAnswers } from '../../document/answers/events.ts'
import type { Sentence, Word } from '../../document/layers.ts'
import type { Span } from '../../record/span.ts'
import { CONTEXTS, type Context, type EventMode } from '../../record/vocab/plover.ts'

/** A context and the words that give it. */
export interface ContextFound {
  readonly context: Context
  readonly span: Span
}

/** Contexts that a mode brings along. */
const BY_MODE: Partial<Record<EventMode, Context>> = { cyber: 'cyber', misinformation: 'misinformation' }

/** What the words of a sentence are about, each context once, in PLOVER's order. */
export function contextsIn(words: readonly Word[], sentence: Sentence, answers: EventAnswers): readonly ContextFound[] {
  const found = new Map<Context, Span>()
  for (let i = sentence.first; i < sentence.end; i++) {
    const word = words[i] as Word
    const next = i + 1 < sentence.end ? (words[i + 1] as Word) : null
    const pair = next && answers.contexts.get(`${word.lower} ${next.lemma}`)
    for (const context of pair ?? answers.contexts.get(word.lemma) ?? answers.contexts.get(word.lower) ?? [])
      if (!found.has(context)) found.set(context, [word.start, pair && next ? next.end : word.end])
  }
  return CONTEXTS.flatMap(context => (found.has(context) ? [{ context, span: found.get(context) as Span }] : []))
}

/** The context that comes with a mode, or null. */
export function contextOfMode(mode: EventMode | null): Context | null {
  return (mode && BY_MODE[mode]) ?? null
}
