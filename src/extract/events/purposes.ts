import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Grammar } from './slots.ts'

/** Types that are told once more as the purpose of the same deed: "gave 2 million to help Haiti", "met to discuss". */
const TWICE: ReadonlySet<EventType> = new Set(['AID', 'CONSULT'])
const REACH = 3

/** A purpose of the same type as the deed is the deed: it only adds whom it is for. */
export function takePurposes({ words }: Grammar, candidates: ReadonlyMap<number, Candidate>): void {
  for (const purpose of candidates.values()) {
    if (purpose.absorbed || !TWICE.has(purpose.type) || words[purpose.trigger]?.upos !== 'VERB') continue
    const deed = deedAbove(words, candidates, purpose)
    if (!deed) continue
    purpose.absorbed = true
    if (deed.recipients.length === 0 && deed.frame.recipients.length > 0) {
      deed.recipients = purpose.recipients.filter(p => !deed.actors.some(a => a.id === p.id))
      deed.rules.set('recipients', 'events/recipient-of-purpose')
    }
  }
}

function deedAbove(words: Grammar['words'], candidates: ReadonlyMap<number, Candidate>, purpose: Candidate): Candidate | null {
  let at = purpose.trigger
  for (let steps = 0; steps < REACH; steps++) {
    const word = words[at]
    if (!word || word.head < 0 || !/^(?:advcl|acl|xcomp|conj)$/.test(word.deprel)) return null
    at = word.head
    const deed = candidates.get(at)
    if (deed) return !deed.absorbed && deed.type === purpose.type ? deed : null
  }
  return null
}
