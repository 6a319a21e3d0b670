import type { EventStatus } from '../../record/event.ts'
import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'

/** Types that are an agreement as long as they lie ahead. */
const COOPERATIVE: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
/** Deeds that go on for as long as nothing else is said. */
const LASTING: ReadonlySet<EventType> = new Set(['SUPPORT', 'AID', 'COOPERATE'])

/** Type and status in PLOVER's own terms: what lies ahead and is committed to is AGREE or CONCEDE, planned. */
export function settleStatus(candidate: Candidate): { type: EventType; status: EventStatus } {
  const { standing, frame } = candidate
  const clause = standing.status
  // "Promised to send" is said and done, but what is promised lies ahead; "may promise" stays possible.
  const status: EventStatus = frame.status !== null && (clause === 'occurred' || clause === 'ongoing') ? frame.status : clause
  if (status !== 'planned' || !standing.commits) return { type: candidate.type, status }
  if (COOPERATIVE.has(candidate.type)) return { type: 'AGREE', status }
  if (candidate.type === 'RETREAT') return { type: 'CONCEDE', status }
  return { type: candidate.type, status }
}

/** Does the type hold as long as nothing ends it ("backs", "controls")? */
export function isLasting(type: EventType): boolean {
  return LASTING.has(type)
}
