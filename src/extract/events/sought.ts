import type { EventAnswers, Slot } from '../../document/answers/events.ts'
import type { Entity, Word } from '../../document/layers.ts'
import { relation } from '../../document/tree.ts'
import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Parties, Party } from './parties.ts'
import { type Grammar, lightVerbOf } from './slots.ts'

/** Types that are aimed at somebody, and so ask for a recipient where their own slots name none. */
const AIMED: ReadonlySet<EventType> = new Set([
  'MOBILIZE',
  'ACCUSE',
  'ASSAULT',
  'COERCE',
  'PROTEST',
  'REJECT',
  'REQUEST',
  'SANCTION',
  'THREATEN',
  'AID',
])
/** Types whose content is what somebody else asked, did or would suffer: the way leads on through it. */
const THROUGH: ReadonlySet<EventType> = new Set(['REJECT', 'THREATEN'])
/** What a protest says leads to whom it is aimed at. */
const SAID: ReadonlySet<EventType> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'PROTEST'])
/** Types of which only the object is searched: what hangs on the verb is manner, cause or company. */
const TOUCHING: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'ACCUSE'])
/** Phrases deeper than this inside what the deed touches name nobody whom it is aimed at. */
const DEPTH = 3
/** Words that are looked at for one event. */
const MOST = 40

/**
 * Gives an event that names no recipient in its own slots whoever is named nearest inside what it touches: the owner or origin of its object
 * ("rejected Israeli changes to the deal"), of what is asked or refused, of what a protest is for.
 */
export function seekRecipients(
  grammar: Grammar,
  parties: Parties,
  candidates: ReadonlyMap<number, Candidate>,
  entities: ReadonlyMap<string, Entity>,
): void {
  for (const candidate of candidates.values()) {
    if (candidate.absorbed || candidate.recipients.length > 0 || candidate.actors.length === 0 || !AIMED.has(candidate.type)) continue
    if (candidate.frame.recipients.length === 0 && candidate.actors.length > 1) continue
    const found =
      ofCondition(grammar, parties, candidate) ??
      ofFight(grammar, candidates, candidate) ??
      nearest(grammar, parties, candidates, candidate, entities)
    if (!found || found.length === 0) continue
    candidate.recipients = found
    candidate.rules.set('recipients', 'events/recipient-of-object')
  }
}

/** "Threatened to strike unless Israel rescinded it": whoever the condition is laid on. */
function ofCondition({ words, answers, slotsOf, fillers }: Grammar, parties: Parties, candidate: Candidate): readonly Party[] | null {
  if (candidate.type !== 'THREATEN') return null
  const { trigger, beside, frame } = candidate
  const content = frame.content.flatMap(slot => fillers(trigger, slot))
  const below = (slot: Slot) => (t: number) => [...(slotsOf(t).get(slot) ?? [])]
  const inside = ['advcl', 'xcomp', 'obj'].flatMap(slot => content.flatMap(below(slot)))
  const clauses = ['advcl', 'acl'].flatMap(slot => [trigger, ...beside, ...content, ...inside].flatMap(below(slot)))
  for (const clause of clauses) {
    if (!words[clause]?.children.some(c => answers.conditionals.has(words[c]?.lower ?? ''))) continue
    const others = parties.inRole(clause, [['subj']]).filter(p => !candidate.actors.some(a => a.id === p.id))
    if (others.length > 0) return others
  }
  return null
}

/** "Mobilised reservists for a war against Iraq": whom the fight that it is for would hit. */
function ofFight(grammar: Grammar, candidates: ReadonlyMap<number, Candidate>, candidate: Candidate): readonly Party[] | null {
  if (candidate.type !== 'MOBILIZE') return null
  for (const mark of grammar.answers.topicMarks)
    for (const head of grammar.fillers(candidate.trigger, mark)) {
      const fight = candidates.get(head)
      const others = fight?.type === 'ASSAULT' ? fight.recipients.filter(p => !candidate.actors.some(a => a.id === p.id)) : []
      if (others.length > 0) return others
    }
  return []
}

/** Whoever is named nearest below the object and the complements of the trigger, level by level. */
function nearest(
  grammar: Grammar,
  parties: Parties,
  candidates: ReadonlyMap<number, Candidate>,
  candidate: Candidate,
  entities: ReadonlyMap<string, Entity>,
): readonly Party[] | null {
  const { words, answers } = grammar
  let level = roots(grammar, candidates, candidate)
  let budget = MOST
  for (let depth = 0; depth <= DEPTH && level.length > 0; depth++) {
    const next: number[] = []
    for (const head of level) {
      if (budget-- <= 0) return null
      const word = words[head] as Word
      if (grammar.isTime(head)) continue
      if (depth === 0 && !THROUGH.has(candidate.type) && tellsAnother(candidates, candidate, head)) {
        const blamed = candidate.type === 'ACCUSE' ? doersOf(candidates, candidate, head) : []
        if (blamed.length > 0) return blamed
        if (!SAID.has(candidates.get(head)?.type as EventType) || candidate.type !== 'PROTEST') continue
      }
      const found = parties.whom(head).filter(p => isOther(candidate, entities, p))
      if (found.length > 0) return found
      for (const c of word.children) if (leadsOn(answers, candidates, words, candidate.type, c)) next.push(c)
    }
    level = next
  }
  return null
}

/** Heads that the search begins at: what is asked, the object, and phrases with a preposition of aim, of the carrying verb too. */
function roots(grammar: Grammar, candidates: ReadonlyMap<number, Candidate>, candidate: Candidate): number[] {
  const out = new Set<number>()
  const { frame, trigger, type } = candidate
  for (const slot of [...frame.content, 'obj', 'xcomp']) for (const head of grammar.fillers(trigger, slot)) out.add(head)
  const light = lightVerbOf(grammar, trigger)
  for (const at of TOUCHING.has(type) ? [] : light === null ? [trigger] : [trigger, light])
    for (const [slot, heads] of grammar.slotsOf(at))
      if (grammar.answers.aimMarks.has(slot) || (type === 'PROTEST' && slot === 'advcl')) for (const head of heads) out.add(head)
  if (type === 'ACCUSE')
    for (const [slot, heads] of grammar.slotsOf(trigger))
      if (slot !== 'subj') for (const head of heads) if (candidates.has(head)) out.add(head)
  out.delete(trigger)
  return [...out]
}

/** "Condemned the attack on a church": the church suffered it and is not condemned. */
function tellsAnother(candidates: ReadonlyMap<number, Candidate>, candidate: Candidate, head: number): boolean {
  const own = candidates.get(head)
  return own !== undefined && own !== candidate && !candidate.beside.includes(head)
}

/** "Condemned the shelling by rebels", "an inquiry into crimes of soldiers": who did it is blamed. */
function doersOf(candidates: ReadonlyMap<number, Candidate>, candidate: Candidate, head: number): readonly Party[] {
  return (candidates.get(head)?.actors ?? []).filter(p => !candidate.actors.some(a => a.id === p.id))
}

/** Does the way to a recipient go on through this word? Not into what tells an event of its own, nor to where or when. */
function leadsOn(
  answers: EventAnswers,
  candidates: ReadonlyMap<number, Candidate>,
  words: readonly Word[],
  type: EventType,
  index: number,
): boolean {
  const word = words[index] as Word
  const own = candidates.get(index)
  if (own && !(THROUGH.has(type) ? own.absorbed || own.frame.pos === 'noun' : type === 'PROTEST' && (own.absorbed || SAID.has(own.type))))
    return false
  const rel = relation(word)
  if (rel === 'obl' || rel === 'nmod')
    return word.children.every(
      c => words[c]?.deprel !== 'case' || word.deprel === 'nmod:poss' || answers.aimMarks.has(words[c]?.lower ?? ''),
    )
  // "Germany gave 10 million and Japan five": the second giver is no recipient.
  return LEADING.has(rel) && word.deprel !== 'acl:relcl' && !(type === 'AID' && rel === 'conj')
}

const LEADING: ReadonlySet<string> = new Set(['obj', 'iobj', 'amod', 'compound', 'conj', 'xcomp', 'acl'])

/** Types that people aim at their own state as well. */
const INWARD: ReadonlySet<EventType> = new Set(['PROTEST', 'REQUEST', 'REJECT'])

/** Somebody else than the doers, and not the country that one of them is of. */
function isOther(candidate: Candidate, entities: ReadonlyMap<string, Entity>, { id }: Party): boolean {
  const entity = entities.get(id)
  const country = entity?.kind === 'country' ? entity.ref?.country : undefined
  const own = !INWARD.has(candidate.type) && country
  return !candidate.actors.some(a => a.id === id || (own && entities.get(a.id)?.ref?.country === own))
}
