import type { Sentence, Word } from '../../document/layers.ts'
import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Topics } from './contexts.ts'
import type { Grammar } from './slots.ts'

/** Candidates below this are no records. */
export const THRESHOLD = 0.45

/**
 * How surely this is such an event, 0..1: the frame's own trust, more with an actor and a recipient, less without any, and much less in
 * a sentence about sport, the stage or the stock market.
 */
export function confidenceOf(
  grammar: Grammar,
  sentences: readonly Sentence[],
  candidates: ReadonlyMap<number, Candidate>,
  candidate: Candidate,
  topics: Topics,
): number {
  const word = grammar.words[candidate.trigger] as Word
  let score = candidate.trust
  if (candidate.actors.length) score += 0.08
  if (candidate.recipients.length) score += 0.05
  if (candidate.actors.length === 0 && candidate.recipients.length === 0 && candidate.frame.pos === 'verb') score -= 0.08
  if (candidate.standing.purpose && candidate.type !== 'ASSAULT') score -= 0.15
  if (isGeneral(grammar, candidate)) score -= 0.2
  if (candidate.frame.pos === 'verb' && doneByNobody(grammar, candidate)) return 0
  if (candidate.trust < 0.45 && candidate.type === 'ASSAULT' && isAmidViolence(grammar, sentences, candidates, candidate)) score += 0.3
  if (isByHazard(grammar, sentences, candidates, candidate, topics)) return 0
  const astray = topics.offTopic(word.sentence)
  score -= astray > 2 ? 0.5 : astray > 1 ? 0.35 : 0
  return Math.round(Math.min(0.95, Math.max(0, score)) * 100) / 100
}

/** "Violence could reach the coast", "fled the violence": a state of things with nobody and no word about it is no happening of its own. */
function isGeneral({ words, answers }: Grammar, { trigger, beside, actors, recipients }: Candidate): boolean {
  const word = words[trigger] as Word
  if (!answers.general.has(word.lemma) || actors.length > 0 || recipients.length > 0 || beside.length > 0) return false
  return word.children.every(c => /^(?:case|det|punct|nmod|cc|conj)/.test(words[c]?.deprel ?? ''))
}

/** Types of harm that floods and crashes do as well. */
const HARM: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION'])
/** How many sentences back a hazard still explains harm done by nobody. */
const STORY = 2

/** Harm without a doer in a story of a flood or a crash, with no attack told beside it: the hazard did it. */
function isByHazard(
  grammar: Grammar,
  sentences: readonly Sentence[],
  candidates: ReadonlyMap<number, Candidate>,
  candidate: Candidate,
  topics: Topics,
): boolean {
  if (!HARM.has(candidate.type) || candidate.actors.length > 0 || candidate.mode === 'arrest' || candidate.mode === 'convict') return false
  if (
    candidate.frame.pos === 'noun' &&
    !grammar.answers.harm.has(grammar.words[candidate.trigger]?.lemma ?? '') &&
    candidate.mode !== 'destroy' &&
    candidate.mode !== 'martial-law'
  )
    return false
  const here = grammar.words[candidate.trigger]?.sentence ?? 0
  for (let n = here; n >= Math.max(0, here - STORY); n--)
    if (topics.hazard(n)) return candidate.beside.length === 0 && !isAmidViolence(grammar, sentences, candidates, candidate)
  return false
}

/** Storms, prices and teams do nothing that would be an event here. */
function doneByNobody({ words, answers, fillers }: Grammar, candidate: Candidate): boolean {
  if (candidate.actors.length) return false
  return fillers(candidate.trigger, 'subj').some(h => words[h]?.upos === 'NOUN' && answers.neverActors.has(words[h]?.lemma ?? ''))
}

/** Does the same sentence or the one before tell of an attack for sure? */
function isAmidViolence(
  { words }: Grammar,
  sentences: readonly Sentence[],
  candidates: ReadonlyMap<number, Candidate>,
  candidate: Candidate,
): boolean {
  const number = words[candidate.trigger]?.sentence ?? 0
  for (const n of [number, number - 1]) {
    const sentence = sentences[n]
    if (!sentence || sentence.end - sentence.first > 400) continue
    for (let i = sentence.first; i < sentence.end; i++) {
      const other = candidates.get(i)
      if (
        other &&
        other !== candidate &&
        other.type === 'ASSAULT' &&
        other.trust >= 0.6 &&
        (words[i]?.upos === 'NOUN' || other.actors.length > 0)
      )
        return true
    }
  }
  return false
}
