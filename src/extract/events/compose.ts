import { childrenBy, relation } from '../../document/tree.ts'
import type { EventMode, EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import type { Parties, Party } from './parties.ts'
import { type Grammar, operatorsAt } from './slots.ts'

type Candidates = ReadonlyMap<number, Candidate>
const COOPERATIVE: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const YIELDING: ReadonlySet<EventType> = new Set(['RETREAT', 'CONCEDE'])
/** Deeds that stay events beside the one that ends them. */
const stays = ({ type, mode }: Candidate): boolean => type === 'ASSAULT' || (type === 'COERCE' && mode === 'restrict')
/** Deeds that are threats when they are vowed. */
const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'SANCTION', 'COERCE', 'MOBILIZE'])
/** Deeds that are done by ordering them. */
const COMMANDED: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION'])
/** Types whose content is not an event of its own: it is what is asked, refused, threatened, promised. */
const VERBAL: ReadonlySet<EventType> = new Set(['REQUEST', 'REJECT', 'THREATEN', 'AGREE'])

/** Takes what is asked for, promised, refused or carried into the event that does so, and sets modes and types by it. */
export function takeContents(grammar: Grammar, parties: Parties, candidates: Candidates): void {
  // Inner ones first: "agreed to call for talks".
  for (const c of [...candidates.values()].reverse())
    if (!c.absorbed && c.frame.content.length) takeContent(grammar, parties, candidates, c)
}

function takeContent(grammar: Grammar, parties: Parties, candidates: Candidates, outer: Candidate): void {
  const { words } = grammar
  let inner: Candidate | null = null
  let word: number | null = null
  for (const slot of outer.frame.content)
    for (const head of grammar.fillers(outer.trigger, slot)) {
      if (head === outer.trigger) continue
      if (word === null || (requestMode(grammar, outer.type, null, word) === null && requestMode(grammar, outer.type, null, head) !== null))
        word = head
      for (const part of [head, ...childrenBy(words, head, 'conj').map(c => c.index)].slice(0, 8)) {
        const found = innerOf(grammar, candidates, part, 0)
        if (!found || found === outer || found.absorbed) continue
        inner ??= found
        // A siege that is lifted took place; what is only asked for or agreed on is no event of its own.
        if (VERBAL.has(outer.type) || outer.type === found.type || !stays(found)) found.absorbed = true
      }
    }
  if (word !== null && (words[word]?.upos === 'NOUN' || words[word]?.upos === 'VERB') && isCarried(grammar, outer, word))
    outer.beside.push(word)
  if (outer.frame.modeByContent) outer.mode = requestMode(grammar, outer.type, inner, word)
  if (inner) shift(grammar, outer, inner)
  // "UN sanctions were lifted": by whoever had imposed them.
  if (inner && outer.actors.length === 0 && YIELDING.has(outer.type)) outer.actors = inner.actors
  if (VERBAL.has(outer.type)) takeRecipients(parties, outer, inner)
}

/** Recipients of what is asked for, promised, refused: those named beside it, else those of its content, which knows its own parties best. */
function takeRecipients(parties: Parties, outer: Candidate, inner: Candidate | null): void {
  const { content, recipients } = outer.frame
  const late = recipients.filter(together => together.some(s => content.some(c => s.startsWith(`${c}.`))))
  const named = (role: typeof recipients) => parties.inRole(outer.trigger, role)
  if (named(recipients.filter(r => !late.includes(r))).length > 0) return
  const behind = inner ? late.filter(together => !together.some(s => s.endsWith('.obj'))) : late
  const sources = inner ? [recipientsFrom(outer, inner), named(behind), inner.recipients] : [named(behind)]
  borrow(outer, sources.find(p => p.length > 0) ?? [])
}

/** The event that a word tells, or the one that it begins, plans, carries out ("begin to withdraw", "an end to the siege"). */
export function innerOf(grammar: Grammar, candidates: Candidates, head: number, depth: number): Candidate | null {
  const own = candidates.get(head)
  if (own) return own
  if (depth > 3) return null
  for (const operator of operatorsAt(grammar, head))
    for (const slot of operator.takes)
      for (const next of slot === 'subj' ? [] : grammar.fillers(head, slot)) {
        const found = next === head ? null : innerOf(grammar, candidates, next, depth + 1)
        if (found) return found
      }
  return depth === 0 && grammar.posOf(head) === 'verb' ? deedOfObject(grammar, candidates, head) : null
}

/** "Agreed to send joint patrols": the deed that the object of a verb tells which tells none itself. */
function deedOfObject(grammar: Grammar, candidates: Candidates, verb: number): Candidate | null {
  for (const object of grammar.fillers(verb, 'obj')) {
    const deed = candidates.get(object)
    if (deed?.frame.pos === 'noun' && deed.type === 'MOBILIZE') return deed
  }
  return null
}

/** Is the noun part of the trigger ("held talks", "imposed sanctions")? What is asked for or praised is not. */
function isCarried({ words }: Grammar, outer: Candidate, word: number): boolean {
  if (
    outer.type === 'REQUEST' ||
    outer.type === 'REJECT' ||
    outer.type === 'THREATEN' ||
    outer.type === 'ACCUSE' ||
    outer.type === 'SUPPORT'
  ) {
    return outer.frame.content.includes('obj') && relation(words[word] as never) === 'obj' && outer.type !== 'REJECT'
  }
  return true
}

function shift({ words, answers }: Grammar, outer: Candidate, inner: Candidate): void {
  if (outer.type === 'REQUEST' && answers.commands.has(words[outer.trigger]?.lemma ?? '') && COMMANDED.has(inner.type)) {
    // "Ordered the paper to suspend publication": whoever may order it does it.
    outer.type = inner.type
    outer.mode = inner.mode
    outer.rules.set('type', 'events/ordered')
    return
  }
  if (outer.type !== 'AGREE') return
  outer.rules.set('type', 'events/promised')
  if (YIELDING.has(inner.type)) outer.type = 'CONCEDE'
  else if (!COOPERATIVE.has(inner.type) && inner.type !== 'AGREE') {
    const vows = answers.vows.has(words[outer.trigger]?.lemma ?? '')
    if (vows && HOSTILE.has(inner.type) && !(inner.type === 'MOBILIZE' && inner.recipients.length === 0)) outer.type = 'THREATEN'
    // Troops that are offered are help; a march that is agreed on or put off stays an agreement.
    else if (inner.type !== 'MOBILIZE' && inner.type !== 'PROTEST') outer.type = inner.type
    if (outer.type !== 'AGREE') outer.mode = outer.type === 'THREATEN' ? threatMode(inner) : inner.mode
  }
  if (outer.recipients.length === 0) borrow(outer, inner.recipients)
  if (outer.actors.length === 0) outer.actors = inner.actors
}

function borrow(outer: Candidate, from: readonly Party[]): void {
  const others = from.filter(p => !outer.actors.some(a => a.id === p.id))
  if (others.length === 0) {
    outer.recipients = []
    return
  }
  outer.recipients = others
  outer.rules.set('recipients', 'events/recipient-of-content')
}

/** Asked of nobody by name: whoever is to do it. Refused or threatened: whom it would concern. */
function recipientsFrom(outer: Candidate, inner: Candidate): readonly Party[] {
  return outer.type === 'REQUEST' ? inner.actors : inner.recipients
}

/** Mode of a request, refusal or threat: by the type of the event in it, else by the word that names it. */
export function requestMode({ words, answers }: Grammar, type: EventType, inner: Candidate | null, word: number | null): EventMode | null {
  if (type === 'THREATEN') return inner ? threatMode(inner) : null
  if (type !== 'REQUEST' && type !== 'REJECT') return null
  const byDeed = inner && modeOfDeed(inner)
  if (byDeed) return byDeed
  const named = word === null ? undefined : words[word]
  if (!named) return null
  return answers.contentModes.get(named.lemma)?.[0] ?? answers.contentModes.get(named.lower)?.[0] ?? null
}

/** Mode of a request for, or a refusal of, a deed; null where its type alone does not tell. */
export function modeOfDeed({ type, mode }: Pick<Candidate, 'type' | 'mode'>): EventMode | null {
  if (type === 'CONSULT') return 'meet'
  if (mode === 'resign') return 'change'
  if (YIELDING.has(type)) return 'yield'
  if (type === 'AID' || type === 'COOPERATE' || type === 'SUPPORT' || type === 'MOBILIZE') return 'assist'
  return type === 'SANCTION' || type === 'COERCE' || type === 'ACCUSE' ? 'change' : null
}

/** Mode of a threat, by the event that is threatened. */
export function threatMode(inner: Pick<Candidate, 'type' | 'mode'>): EventMode | null {
  switch (inner.type) {
    case 'ASSAULT':
    case 'MOBILIZE':
      return 'violence'
    case 'PROTEST':
      return inner.mode === 'riot' ? 'violence' : 'restrict'
    case 'SANCTION':
      return inner.mode === 'expel' ? 'expel' : inner.mode === 'convict' ? 'arrest' : 'relations'
    case 'REJECT':
      return 'relations'
    case 'COERCE':
      return inner.mode === 'arrest' ? 'arrest' : inner.mode === 'deport' ? 'expel' : inner.mode === 'seize' ? null : 'restrict'
    default:
      return null
  }
}
