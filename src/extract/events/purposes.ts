import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Grammar } from './slots.ts'

/** Types that are told once more as the purpose of the same deed: "gave 2 million to help Haiti", "met to discuss". */
const TWICE: ReadonlySet<EventType> = new Set(['AID', 'CONSULT'])
const REACH = 3
/** Relations between a deed and its purpose, or a noun that tells it again. */
const CLAUSES_OF_OBJECTS = /^(?:advcl|acl|xcomp|conj|obj)$/
const PHRASES = /^(?:obj|obl|nmod)$/

/** A purpose of the same type as the deed is the deed: it only adds whom it is for. */
export function takePurposes(grammar: Grammar, candidates: ReadonlyMap<number, Candidate>): void {
  const { words } = grammar
  for (const purpose of candidates.values()) {
    if (isSent(words, candidates, purpose)) purpose.absorbed = true
    if (purpose.absorbed || !TWICE.has(purpose.type)) continue
    const deed =
      words[purpose.trigger]?.upos === 'VERB'
        ? deedAbove(words, candidates, purpose, CLAUSES_OF_OBJECTS)
        : deedOfNoun(grammar, candidates, purpose)
    if (!deed) continue
    purpose.absorbed = true
    if (deed.recipients.length === 0 && deed.frame.recipients.length > 0) {
      deed.recipients = purpose.recipients.filter(p => !deed.actors.some(a => a.id === p.id))
      deed.rules.set('recipients', 'events/recipient-of-purpose')
    }
  }
}

/** "Agreed to send joint patrols": what is moved tells the move of its verb again. */
function isSent(words: Grammar['words'], candidates: ReadonlyMap<number, Candidate>, { type, trigger, frame }: Candidate): boolean {
  const word = words[trigger]
  if (type !== 'MOBILIZE' || frame.pos !== 'noun' || word?.deprel !== 'obj') return false
  return candidates.get(word.head)?.type === 'MOBILIZE'
}

/** "Gave 10 million in aid to refugees", "will meet him for talks": the noun tells the deed of the verb again. */
function deedOfNoun({ words, answers }: Grammar, candidates: ReadonlyMap<number, Candidate>, noun: Candidate): Candidate | null {
  const word = words[noun.trigger]
  const about = word?.children.some(c => words[c]?.deprel === 'case' && answers.topicMarks.has(words[c]?.lower ?? '')) ?? false
  return noun.type === 'AID' || about ? deedAbove(words, candidates, noun, PHRASES) : null
}

function deedAbove(
  words: Grammar['words'],
  candidates: ReadonlyMap<number, Candidate>,
  purpose: Candidate,
  through: RegExp,
): Candidate | null {
  let at = purpose.trigger
  for (let steps = 0; steps < REACH; steps++) {
    const word = words[at]
    if (!word || word.head < 0 || !through.test(word.deprel)) return null
    at = word.head
    const deed = candidates.get(at)
    if (deed) return !deed.absorbed && deed.type === purpose.type ? deed : null
  }
  return null
}
