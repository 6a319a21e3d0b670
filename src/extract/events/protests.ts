import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Grammar } from './slots.ts'

/** What a protest says is no event beside it, only whom it is aimed at. */
const SAID: ReadonlySet<EventType> = new Set(['REQUEST', 'ACCUSE', 'REJECT'])
const REACH = 5

/** "Marched to demand his resignation", "on hunger strike in protest at the arrests": one protest, aimed at whom the demand is made of. */
export function takeTopics(grammar: Grammar, candidates: ReadonlyMap<number, Candidate>): void {
  const carriers = new Map<number, Candidate>()
  for (const c of candidates.values()) if (c.type === 'PROTEST') for (const verb of c.beside) carriers.set(verb, c)
  for (const topic of candidates.values()) {
    if (topic.absorbed || !(SAID.has(topic.type) || topic.type === 'PROTEST')) continue
    const protest = protestAbove(grammar, candidates, carriers, topic)
    if (!protest) continue
    topic.absorbed = true
    // Protested against is who refused, or whom the demand is made of.
    const target = topic.type === 'REJECT' ? topic.actors : topic.recipients
    if (protest.recipients.length === 0) protest.recipients = target.filter(p => !protest.actors.some(a => a.id === p.id))
    if (protest.actors.length === 0) protest.actors = topic.actors
    protest.rules.set('recipients', 'events/topic-of-protest')
  }
}

/** The protest that a demand depends on, directly or through the verb that carries the protest ("staged a march to demand"). */
function protestAbove(
  { words }: Grammar,
  candidates: ReadonlyMap<number, Candidate>,
  carriers: ReadonlyMap<number, Candidate>,
  topic: Candidate,
): Candidate | null {
  let at = topic.trigger
  for (let steps = 0; steps < REACH; steps++) {
    const word = words[at]
    if (!word || word.head < 0) return null
    if (/^(?:ccomp|csubj|parataxis|acl:relcl|nsubj)/.test(word.deprel)) return null
    at = word.head
    const own = candidates.get(at)
    if (own && !own.absorbed && own.type === 'PROTEST') return own
    const carried = carriers.get(at)
    if (carried && carried !== topic && !carried.absorbed) return carried
    if (own && !own.absorbed) return null
  }
  return null
}
