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

/** What sentences are about, looked up once each. */
export interface Topics {
  /** Contexts of a sentence, each once, in PLOVER's order. */
  contexts(sentence: number): readonly ContextFound[]
  /** Does it name a natural hazard or an accident? */
  hazard(sentence: number): boolean
  /** How many words of a sentence belong to the one subject area that is not ours. */
  offTopic(sentence: number): number
}

export function createTopics(words: readonly Word[], sentences: readonly Sentence[], answers: EventAnswers): Topics {
  const contexts = new Map<number, readonly ContextFound[]>()
  const areas = new Map<number, number>()
  const hazards = new Map<number, boolean>()
  return {
    contexts: n => remember(contexts, n, sentences[n], s => contextsIn(words, s, answers)) ?? [],
    hazard: n => remember(hazards, n, sentences[n], s => hasHazard(words, s, answers)) ?? false,
    offTopic: n => remember(areas, n, sentences[n], s => wordsOffTopic(words, s, answers)) ?? 0,
  }
}

function remember<V>(known: Map<number, V>, n: number, sentence: Sentence | undefined, find: (sentence: Sentence) => V): V | undefined {
  if (!known.has(n) && sentence) known.set(n, find(sentence))
  return known.get(n)
}

function hasHazard(words: readonly Word[], { first, end }: Sentence, answers: EventAnswers): boolean {
  for (let i = first; i < end; i++)
    if (answers.hazards.has((words[i] as Word).lemma) || answers.hazards.has((words[i] as Word).lower)) return true
  return false
}

function wordsOffTopic(words: readonly Word[], { first, end }: Sentence, answers: EventAnswers): number {
  const counts = new Map<string, number>()
  for (let i = first; i < end; i++) {
    const area = answers.offTopic.get((words[i] as Word).lemma)
    if (area) counts.set(area, (counts.get(area) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** What the words of a sentence are about, each context once, in PLOVER's order. */
function contextsIn(words: readonly Word[], sentence: Sentence, answers: EventAnswers): readonly ContextFound[] {
  const found = new Map<Context, Span>()
  for (let i = sentence.first; i < sentence.end; i++) {
    const word = words[i] as Word
    const next = i + 1 < sentence.end ? (words[i + 1] as Word) : null
    const pair = next && answers.contextPairs.has(word.lower) ? answers.contexts.get(`${word.lower} ${next.lemma}`) : undefined
    for (const context of pair ?? answers.contexts.get(word.lemma) ?? answers.contexts.get(word.lower) ?? [])
      if (!found.has(context)) found.set(context, [word.start, pair && next ? next.end : word.end])
  }
  return CONTEXTS.flatMap(context => (found.has(context) ? [{ context, span: found.get(context) as Span }] : []))
}

/** The context that comes with a mode, or null. */
export function contextOfMode(mode: EventMode | null): Context | null {
  return (mode && BY_MODE[mode]) ?? null
}
