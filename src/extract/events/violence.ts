import { childrenBy, relation } from '../../document/tree.ts'
import { type EventMode, MODES_OF } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Grammar } from './slots.ts'

type Candidates = ReadonlyMap<number, Candidate>

/** One attack told by two words is one event: "killed in a raid", "the blast killed", "killed and wounded", "attacked …, killing". */
export function mergeViolence(grammar: Grammar, candidates: Candidates): void {
  for (const harm of candidates.values()) {
    if (harm.absorbed || harm.type !== 'ASSAULT') continue
    const attack = attackBehind(grammar, candidates, harm)
    if (attack) join(harm, attack)
    else joinCoordinate(grammar, candidates, harm)
  }
}

function attackBehind(grammar: Grammar, candidates: Candidates, harm: Candidate): Candidate | null {
  const { words, answers } = grammar
  if (words[harm.trigger]?.upos === 'NOUN') return null
  for (const slot of answers.causeSlots)
    for (const head of grammar.fillers(harm.trigger, slot)) {
      const found = candidates.get(head)
      if (found && isBareStrike(grammar, found, harm)) {
        found.type = 'ASSAULT'
        found.mode = null
      }
      if (!found || found === harm || found.absorbed || found.type !== 'ASSAULT' || words[head]?.upos !== 'NOUN') continue
      return found
    }
  return null
}

/** "The strike killed two civilians": what kills is no walkout, unless more is said of it ("the general strike"). */
function isBareStrike({ words, answers }: Grammar, { type, mode, trigger }: Candidate, harm: Candidate): boolean {
  if (type !== 'PROTEST' || mode !== 'strike' || !answers.harm.has(words[harm.trigger]?.lemma ?? '')) return false
  return childrenBy(words, trigger, 'amod', 'compound', 'nmod').length === 0
}

function join(harm: Candidate, attack: Candidate): void {
  attack.absorbed = true
  harm.beside.push(attack.trigger)
  harm.mode ??= attack.mode
  if (harm.actors.length === 0) harm.actors = attack.actors
  if (harm.recipients.length === 0) harm.recipients = attack.recipients.filter(p => !harm.actors.some(a => a.id === p.id))
  harm.trust = Math.max(harm.trust, attack.trust)
}

/** "Killed three and wounded ten", "opened fire, killing three". */
function joinCoordinate({ words, answers }: Grammar, candidates: Candidates, harm: Candidate): void {
  const word = words[harm.trigger]
  if (!word || !answers.harm.has(word.lemma)) return
  const rel = relation(word)
  const first = rel === 'conj' || rel === 'advcl' ? candidates.get(word.head) : undefined
  if (!first || first.absorbed || first.type !== 'ASSAULT') return
  if (
    rel === 'conj' &&
    (words[word.head]?.upos !== 'VERB' || words[harm.trigger]?.children.some(c => relation(words[c] as typeof word) === 'nsubj'))
  )
    return
  if (rel === 'advcl' && word.children.some(c => /^(?:nsubj|aux)/.test(words[c]?.deprel ?? ''))) return
  harm.absorbed = true
  first.beside.push(harm.trigger)
  if (rel === 'conj' || first.recipients.length === 0)
    first.recipients = [
      ...first.recipients,
      ...harm.recipients.filter(p => ![...first.recipients, ...first.actors].some(o => o.id === p.id)),
    ]
}

/** The mode of an assault: its own, or that of a weapon or manner named in the clause; of several the furthest from zero. */
export function modeByMeans(grammar: Grammar, candidate: Candidate): EventMode | null {
  const { words, answers } = grammar
  let best: EventMode | null = candidate.mode
  const consider = (index: number) => {
    const word = words[index]
    // "Gunmen abducted ten": who does it says how only where the deed does not.
    if (best !== null && candidate.actors.some(a => a.head === index)) return
    const own = word && (answers.means.get(word.lemma) ?? answers.means.get(word.lower))
    // Rubber bullets are no bullets.
    const mild = own && childrenBy(words, index, 'amod', 'compound').some(c => answers.means.get(c.lower) === 'crowd-control')
    const mode = mild ? 'crowd-control' : own
    if (mode && (best === null || before(mode, best))) best = mode
  }
  for (const trigger of [candidate.trigger, ...candidate.beside]) {
    consider(trigger)
    for (const slot of answers.toolSlots)
      for (const head of grammar.fillers(trigger, slot)) {
        // What is hit is no weapon; who hits may be ("gunmen", "warplanes").
        if (slot === 'obj' && !answers.wields.has(words[trigger]?.lemma ?? '')) continue
        if (answers.genitives.has(slot) && words[trigger]?.upos === 'NOUN') continue
        consider(head)
        for (const part of childrenBy(words, head, 'amod', 'compound').slice(0, 6)) consider(part.index)
        for (const part of childrenBy(words, head, 'conj').slice(0, 6)) consider(part.index)
      }
    for (const use of grammar.fillers(trigger, 'advcl'))
      if (answers.wields.has(words[use]?.lemma ?? '')) for (const head of grammar.fillers(use, 'obj')) consider(head)
  }
  return best
}

/** Is the first mode further from zero, or earlier in PLOVER's order at the same distance? */
function before(a: EventMode, b: EventMode): boolean {
  const [x, y] = [strength(a), strength(b)]
  return x < y || (x === y && ORDER.indexOf(a) < ORDER.indexOf(b))
}

const ORDER = Object.keys(MODES_OF.ASSAULT) as EventMode[]

function strength(mode: EventMode): number {
  return (MODES_OF.ASSAULT as Partial<Record<EventMode, number>>)[mode] ?? 0
}
