import type { EventFrame } from '../../document/answers/events.ts'
import type { Entity, Statement } from '../../document/layers.ts'
import { relation } from '../../document/tree.ts'
import type { EventType } from '../../record/vocab/plover.ts'
import type { Candidate } from './candidates.ts'
import { innerOf, requestMode, threatMode } from './compose.ts'
import type { Parties, Party } from './parties.ts'
import type { Grammar } from './slots.ts'
import { standingOf } from './status.ts'

/** The sense of an auxiliary of duty in what somebody says of somebody else. */
const DUTY: EventFrame = {
  name: 'duty laid on somebody else',
  pos: 'verb',
  when: [],
  type: 'REQUEST',
  mode: null,
  modeByContent: true,
  actors: [],
  recipients: [['subj']],
  object: [],
  content: [],
  status: 'occurred',
  trust: 0.5,
}

/**
 * "Russia said that Sudan must return it" asks it of Sudan: the deed that must be done is the content of a request by the speaker.
 * Gives the requests; the deed's own candidate is part of it.
 */
export function findDuties(
  grammar: Grammar,
  parties: Parties,
  candidates: Map<number, Candidate>,
  speakerOf: (position: number) => Entity | null,
): void {
  const { words, answers } = grammar
  for (const word of words) {
    if (word.upos !== 'AUX' || !answers.obligations.has(word.lower) || relation(word) !== 'aux' || word.head < 0) continue
    const deed = words[word.head]
    const speaker = speakerOf(word.start)
    // "Must be ready to mediate" asks it as well.
    if (!deed || (grammar.posOf(deed.index) !== 'verb' && !(grammar.posOf(deed.index) === 'adj' && candidates.has(deed.index))) || !speaker)
      continue
    const asked = parties.inRole(deed.index, DUTY.recipients)
    const inner = candidates.get(deed.index)
    if (
      asked.length === 0 ||
      asked.some(p => p.id === speaker.id) ||
      inner?.absorbed ||
      isFirstPerson(grammar, deed.index) ||
      isQuestion(grammar, deed.index)
    )
      continue
    candidates.set(deed.index, {
      trigger: deed.index,
      frame: DUTY,
      type: 'REQUEST',
      mode: requestMode(grammar, 'REQUEST', inner ?? null, deed.index),
      actors: [{ id: speaker.id, span: speaker.mentions[0]?.span ?? [word.start, word.end], head: word.index }],
      recipients: asked,
      standing: { ...standingOf(grammar, deed.index), status: 'occurred', commits: false, refuses: false, present: false, purpose: false },
      beside: [word.index],
      rules: new Map([['type', 'events/duty']]),
      absorbed: false,
      trust: DUTY.trust,
    })
  }
}

/** "What countries should do" asks nothing of them. */
function isQuestion({ words }: Grammar, deed: number): boolean {
  return words[deed]?.children.some(c => words[c]?.feats.includes('PronType=Int')) ?? false
}

function isFirstPerson({ words, fillers }: Grammar, deed: number): boolean {
  return fillers(deed, 'subj').some(s => words[s]?.feats.includes('Person=1') || words[s]?.feats.includes('Person=2'))
}

const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'SANCTION', 'COERCE'])

/** Breaking off talks and boycotts are threats when announced; a march or strike only with an "unless". */
function isHostile({ words, answers }: Grammar, { trigger, mode }: Candidate, type: EventType): boolean {
  if (HOSTILE.has(type) || (type === 'REJECT' && mode === 'meet') || mode === 'boycott') return true
  if (type !== 'PROTEST') return false
  return (
    words[trigger]?.children.some(c =>
      words[c]?.children.some(m => words[m]?.deprel === 'mark' && answers.conditionals.has(words[m]?.lower ?? '')),
    ) ?? false
  )
}

/** Is this a threat: hostile, ahead, and said by whoever would do it (or by one of his country)? */
export function isThreat(
  grammar: Grammar,
  candidate: Candidate,
  type: EventType,
  speaker: Entity | null,
  entities: ReadonlyMap<string, Entity>,
): boolean {
  if (!isHostile(grammar, candidate, type) || candidate.standing.status !== 'planned' || !candidate.standing.commits || !speaker)
    return false
  return candidate.actors.some(p => p.id === speaker.id || isOwnSide(speaker, entities.get(p.id)))
}

/**
 * "He warned that the army would strike if …": what somebody warns of that he or his own side would do is a threat, aimed at whom the deed
 * would hit; the deed is part of it.
 */
export function takeWarnings(grammar: Grammar, candidates: ReadonlyMap<number, Candidate>, entities: ReadonlyMap<string, Entity>): void {
  for (const outer of candidates.values()) {
    if (outer.absorbed || outer.type !== 'ACCUSE' || !grammar.answers.warnings.has(grammar.words[outer.trigger]?.lemma ?? '')) continue
    const inner = grammar.fillers(outer.trigger, 'ccomp').map(head => innerOf(grammar, candidates, head, 0))[0]
    // A warning of what nobody does to anybody is no charge against who is named in it.
    if (!inner) outer.absorbed = true
    if (!inner || inner.absorbed || !isHostile(grammar, inner, inner.type)) continue
    const speakers = outer.actors.map(p => entities.get(p.id))
    const isOwn = (p: Party) => speakers.some(s => s !== undefined && (s.id === p.id || isOwnSide(s, entities.get(p.id))))
    if (!inner.actors.some(isOwn)) {
      // What others may do is foreseen, not held against them.
      if (inner.standing.status === 'planned' || inner.standing.status === 'possible') outer.absorbed = true
      continue
    }
    inner.absorbed = true
    outer.type = 'THREATEN'
    outer.mode = threatMode(inner)
    const hit = [...inner.recipients, ...inner.actors].filter(p => !isOwn(p))
    const others = hit.length > 0 ? hit : outer.recipients.filter(p => !isOwn(p))
    outer.recipients = others.filter((p, i) => others.findIndex(o => o.id === p.id) === i)
    outer.rules.set('type', 'events/uttered-as-threat')
    outer.beside.push(inner.trigger)
  }
}

const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD'])

/** The speaker's country, or a body of the speaker's sector, or told as the only one there is ("the army"). */
function isOwnSide(speaker: Entity, doer: Entity | undefined): boolean {
  if (sameCountry(doer, speaker)) return true
  if (!doer || (doer.kind !== 'organization' && doer.kind !== 'government' && doer.kind !== 'armed-group')) return false
  const country = doer.ref?.country
  if (country && country !== speaker.ref?.country) return false
  const side = (e: Entity) => (e.sector === null ? null : OF_STATE.has(e.sector) ? 'state' : e.sector)
  if (doer.mentions.some(m => m.as === 'name')) return side(doer) !== null && side(doer) === side(speaker)
  return speaker.kind === 'person' && (side(doer) === null || side(speaker) === null || side(doer) === side(speaker))
}

function sameCountry(a: Entity | undefined, b: Entity): boolean {
  return a?.kind === 'country' && !!a.ref?.country && a.ref.country === b.ref?.country
}

/** Characters a bucket of the index covers. */
const BUCKET = 256

/** Finds the innermost statement whose content holds a position of the text: the one with the shortest content. */
export function indexStatements(statements: readonly Statement[]): (position: number) => Statement | null {
  const buckets = new Map<number, Statement[]>()
  const lengths = new Map<Statement, number>()
  for (const statement of statements) {
    lengths.set(
      statement,
      statement.content.reduce((n, c) => n + c[1] - c[0], 0),
    )
    for (const [start, end] of statement.content)
      for (let b = Math.floor(start / BUCKET); b * BUCKET < end; b++) {
        const list = buckets.get(b)
        if (!list) buckets.set(b, [statement])
        else if (list[list.length - 1] !== statement) list.push(statement)
      }
  }
  return position => {
    let best: Statement | null = null
    for (const s of buckets.get(Math.floor(position / BUCKET)) ?? [])
      if (s.content.some(c => c[0] <= position && position < c[1]) && (!best || (lengths.get(s) ?? 0) < (lengths.get(best) ?? 0))) best = s
    return best
  }
}
