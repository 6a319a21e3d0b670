import type { EventFrame } from '../../document/answers/events.ts'
import { relation } from '../../document/tree.ts'
import type { EventMode, EventType } from '../../record/vocab/plover.ts'
import { matchFrame } from './match.ts'
import type { Parties, Party } from './parties.ts'
import { type Grammar, lightVerbOf, operatorsAt } from './slots.ts'
import { type Standing, standingOf } from './status.ts'

/** An event in the making. What is absorbed by another one is no record of its own. */
export interface Candidate {
  readonly trigger: number
  readonly frame: EventFrame
  type: EventType
  mode: EventMode | null
  actors: readonly Party[]
  recipients: readonly Party[]
  standing: Standing
  /** Words that belong to the trigger beside its own: the noun of a light verb, the promise in front of a deed. */
  readonly beside: number[]
  /** The rule that gave each field, where it is not the frame's. */
  readonly rules: Map<'type' | 'mode' | 'actors' | 'recipients' | 'status', string>
  absorbed: boolean
  trust: number
}

/** Every word that tells an event by one of its frames, in reading order, with its own actors and recipients. */
export function findCandidates(
  grammar: Grammar,
  parties: Parties,
  frameAt: (index: number) => EventFrame | null,
  inName: (index: number) => boolean,
): Map<number, Candidate> {
  const out = new Map<number, Candidate>()
  const { words, answers } = grammar
  for (const word of words) {
    const pos = grammar.posOf(word.index)
    if (pos === null || word.upos === 'PROPN') continue
    if (!answers.frames.has(word.lemma) && !answers.forms.has(word.lower) && !(pos === 'verb' && hasParticle(grammar, word.index))) continue
    // "Attack helicopters" tell no attack, but "a rescue mission" tells a rescue.
    if (pos === 'noun' && relation(word) === 'compound' && !operatorsAt(grammar, word.head).some(o => o.takes.has('mod'))) continue
    if (inName(word.index)) continue
    const frame = frameAt(word.index)
    if (frame === null || frame.type === null) continue
    out.set(word.index, {
      trigger: word.index,
      frame,
      type: frame.type,
      mode: frame.mode,
      actors: withHost(grammar, parties, frame, word.index),
      recipients: parties.inRole(word.index, frame.recipients),
      standing: standingOf(grammar, word.index),
      beside: pos === 'noun' ? [lightVerbOf(grammar, word.index) ?? []].flat() : [],
      rules: new Map(),
      absorbed: false,
      trust: frame.trust,
    })
  }
  return out
}

function hasParticle({ words }: Grammar, index: number): boolean {
  return words[index]?.children.some(c => words[c]?.deprel === 'compound:prt' || words[c]?.deprel === 'advmod') ?? false
}

/** The actors; a talk or trip that somebody speaks in or on is his as well ("said in a call with Putin", "during a visit to Mali"). */
function withHost(grammar: Grammar, parties: Parties, frame: EventFrame, index: number): readonly Party[] {
  const own = parties.inRole(index, frame.actors)
  const { words, answers } = grammar
  const word = words[index]
  const needed = frame.mode === 'visit' ? own.length === 0 : own.length === 1
  if (frame.type !== 'CONSULT' || frame.pos !== 'noun' || !needed || !word || !/^obl/.test(word.deprel)) return own
  if (!word.children.some(c => words[c]?.deprel === 'case' && answers.during.has(words[c]?.lower ?? ''))) return own
  const host = parties.inRole(word.head, [['subj']])
  return [...host, ...own.filter(p => !host.some(h => h.id === p.id))]
}

/** The sense of a word, asked for once. */
export function rememberFrames(grammar: Grammar, parties: () => Parties): (index: number) => EventFrame | null {
  const known = new Map<number, EventFrame | null>()
  return index => {
    const before = known.get(index)
    if (before !== undefined) return before
    // A word that asks for its own sense on the way has none yet.
    known.set(index, null)
    const frame = matchFrame(grammar, parties(), index)
    known.set(index, frame)
    return frame
  }
}
