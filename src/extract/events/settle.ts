import type { Entity } from '../../document/layers.ts'
import type { EventStatus } from '../../record/event.ts'
import type { EventMode, EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import { modeOfDeed, threatMode } from './compose.ts'
import type { Grammar } from './slots.ts'
import { isThreat } from './speech.ts'

/** Types that are an agreement as long as they lie ahead. */
const COOPERATIVE: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])

/** Deeds that go on where they are told in the present. */
const LASTING: ReadonlySet<EventType> = new Set(['AID', 'COOPERATE', 'CONSULT', 'MOBILIZE'])
/** Deeds that are refused, not undone, when somebody will not do them. */
const YIELDS: ReadonlySet<EventType> = new Set([...COOPERATIVE, 'AGREE', 'RETREAT', 'CONCEDE'])

/** Type, status and, for a threat, mode in PLOVER's own terms: what lies ahead and is committed to is AGREE or CONCEDE, planned. */
export function settle(
  grammar: Grammar,
  candidate: Candidate,
  speaker: Entity | null,
  entities: ReadonlyMap<string, Entity>,
): { type: EventType; status: EventStatus; mode?: EventMode | null; rule?: string } {
  const { standing, frame, type } = candidate
  const clause = standing.status
  // "Promised to send" is said and done, but what is promised lies ahead; "may promise" stays possible.
  const status: EventStatus = frame.status !== null && (clause === 'occurred' || clause === 'ongoing') ? frame.status : clause
  const nations = new Set(candidate.actors.map(p => entities.get(p.id)?.ref?.country ?? p.id))
  if (type === 'MOBILIZE' && nations.size > 1 && frame.pos === 'noun' && frame.when.some(c => c.lemmas.has('naval')))
    return { type: 'COOPERATE', status, mode: null, rule: 'events/exercise-together' }
  if (status === 'occurred' && standing.present && LASTING.has(type)) return { type, status: 'ongoing' }
  if (standing.refuses && status === 'negated' && YIELDS.has(type) && candidate.actors.length > 0)
    return { type: 'REJECT', status: 'occurred', mode: modeOfDeed(candidate), rule: 'events/will-not' }
  if (isThreat(grammar, candidate, type, speaker, entities))
    return { type: 'THREATEN', status: 'occurred', mode: threatMode(candidate), rule: 'events/uttered-as-threat' }
  if (status !== 'planned' || !standing.commits) return { type, status }
  if (COOPERATIVE.has(type)) return { type: 'AGREE', status, rule: 'events/told-in-the-future' }
  if (type === 'RETREAT') return { type: 'CONCEDE', status, rule: 'events/told-in-the-future' }
  return { type, status }
}
