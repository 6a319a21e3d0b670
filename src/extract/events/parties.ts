import type { EventAnswers, FillerKind, RoleSlots } from '../../document/answers/events.ts'
import type { Entity, Mention, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, relation } from '../../document/tree.ts'
import type { EntityKind } from '../../record/entity.ts'
import type { Span } from '../../record/span.ts'
import type { Grammar } from './slots.ts'

/** An entity in a role, and the words that name it there. */
export interface Party {
  readonly id: string
  readonly span: Span
  readonly head: number
}

/** Whom the words name. */
export interface Parties {
  /** What a head may be taken for, by its mention and its tag. */
  is(head: number, kind: FillerKind): boolean
  /** Does a noun stand in a sense that is no event ("trade war")? */
  isTurnedDown(head: number): boolean
  /** Everybody whom a phrase names: its coordinated parts, what a partitive counts, the owner where the noun itself is nobody. */
  named(head: number): readonly Party[]
  /** Who an adjective or a noun in front of a noun stands for ("Turkish", "US"), places left out. */
  modifier(head: number): readonly Party[]
  /** Who the word itself stands for, as a noun or in front of one; places, and owners of the thing named, left out. */
  whom(head: number): readonly Party[]
  /** Those whom the first alternative with anybody names. */
  inRole(predicate: number, role: RoleSlots): readonly Party[]
}

const ACTORS = new Set<EntityKind>(['person', 'country', 'government', 'organization', 'armed-group', 'population'])
/** Nobody is found deeper than this inside a phrase. */
const DEPTH = 4
/** Longer lists of parties are no lists of parties. */
const MOST = 16

/** The parties of a report. `eventParties` gives the actors of the event that a noun tells, or null for a noun that tells none. */
export function createParties(
  grammar: Grammar,
  index: MentionIndex,
  entities: ReadonlyMap<string, Entity>,
  eventParties: (head: number) => readonly Party[] | null,
  isTurnedDown: (head: number) => boolean,
): Parties {
  const { words, answers } = grammar
  return { is, isTurnedDown, named: head => named(head, 0), modifier, whom, inRole }

  function kindOf(head: number): EntityKind | null {
    const entity = entities.get(index.entityAt(head) ?? '')
    return entity?.kind ?? index.at(head).find(m => m.kind !== null)?.kind ?? null
  }

  function is(head: number, kind: FillerKind): boolean {
    const word = words[head]
    if (!word) return false
    if (kind === 'clause') return word.upos === 'VERB'
    if (kind === 'name') return word.upos === 'PROPN'
    if (kind === 'event') return word.upos === 'NOUN' && hasEventSense(answers, word)
    const known = kindOf(head)
    if (kind === 'armed') return known === 'armed-group'
    if (kind === 'country') return known === 'country' || known === 'government'
    if (kind === 'person') return known === 'person' || (known === null && isPersonal(word))
    if (kind === 'place') return known === 'place' || known === 'country'
    if (known !== null) return ACTORS.has(known) || word.upos === 'PROPN'
    if (word.upos === 'PROPN' || isPersonal(word)) return true
    return word.upos === 'NOUN' && answers.partitives.has(word.lemma) && childrenBy(words, head, 'nmod').some(n => is(n.index, 'actor'))
  }

  function party(head: number, mention: Mention): Party {
    return { id: mention.entity as string, span: mention.span, head }
  }

  function named(head: number, depth: number): readonly Party[] {
    const out: Party[] = []
    if (depth > DEPTH) return out
    for (const part of [head, ...childrenBy(words, head, 'conj').map(c => c.index)].slice(0, MOST))
      for (const p of one(part, depth)) if (!out.some(o => o.id === p.id)) out.push(p)
    return out
  }

  function one(head: number, depth: number): readonly Party[] {
    const word = words[head]
    if (!word || word.upos === 'VERB') return []
    const inner = answers.partitives.has(word.lemma) || word.upos === 'NUM' ? childBy(words, head, 'nmod') : null
    if (grammar.isTime(head)) return []
    const told = word.upos === 'NOUN' ? eventParties(head) : null
    if (told) return told
    const mention = index.at(head).find(m => m.entity !== null && m.as !== 'adjective')
    const entity = mention && entities.get(mention.entity as string)
    if (mention && entity && isSomebody(word, mention)) return [party(head, mention)]
    if (inner) return named(inner.index, depth + 1)
    // "President Toktosunov" with the title for its head.
    const name = word.upos === 'PROPN' ? childBy(words, head, 'flat') : null
    if (name && depth < DEPTH) {
      const titled = one(name.index, depth + 1)
      if (titled.length) return titled
    }
    const beside = childBy(words, head, 'appos')
    if (beside && depth < DEPTH) {
      const other = one(beside.index, depth + 1)
      if (other.length) return other
    }
    return word.upos === 'NOUN' && !answers.neverActors.has(word.lemma) ? owners(head, depth + 1) : []
  }

  /** A noun phrase that is somebody only because it stood as a subject is nobody here. */
  function isSomebody(word: Word, mention: Mention): boolean {
    if (answers.neverActors.has(word.lemma)) return false
    return word.upos !== 'NOUN' || index.at(word.index).some(m => m.kind !== null) || mention.as === 'pronoun'
  }

  /** A noun that is a body only because of where it stands ("its demands") is nobody. */
  function isNamedOrKnown(mention: Mention, entity: Entity): boolean {
    return mention.kind !== null && (entity.kind !== 'organization' || entity.sector !== null || entity.ref !== null)
  }

  /** "Turkey's warplanes", "warplanes of the coalition", "Turkish warplanes": Turkey. */
  function owners(head: number, depth: number): readonly Party[] {
    if (depth > DEPTH) return []
    const owner = childBy(words, head, 'nmod:poss')
    if (owner) return named(owner.index, depth)
    // "French and Egyptian warships" are of both.
    const several = childrenBy(words, head, 'amod', 'compound', 'cc', 'conj').some(
      c => childBy(words, c.index, 'cc') || relation(c) === 'cc',
    )
    const found: Party[] = []
    for (const c of childrenBy(words, head, 'amod', 'compound')) {
      found.push(...modifier(c.index).filter(p => !found.some(o => o.id === p.id)))
      if (found.length && !several) return found
    }
    if (found.length) return found
    if (answers.documents.has(words[head]?.lemma ?? '')) return authors(head, depth)
    for (const n of childrenBy(words, head, 'nmod')) {
      // "positions near Aleppo": where a thing is does not say whose it is.
      if (childrenBy(words, n.index, 'case').some(c => answers.placeMarks.has(c.lower))) continue
      const found = is(n.index, 'actor') ? named(n.index, depth) : []
      if (found.length) return found
    }
    return []
  }

  /** "The ministry issued a statement condemning …": whoever put it out. */
  function authors(head: number, depth: number): readonly Party[] {
    for (const mark of answers.agentMarks) for (const by of grammar.fillers(head, mark)) return named(by, depth)
    const above = words[head]
    if (!above || above.head < 0 || relation(above) !== 'obj') return []
    return grammar.fillers(above.head, 'subj').flatMap(s => (s === head ? [] : named(s, depth)))
  }

  function modifier(head: number): readonly Party[] {
    const mention = index.at(head).find(m => m.entity !== null && (m.as === 'adjective' || m.as === 'name' || m.as === 'description'))
    const entity = mention && entities.get(mention.entity as string)
    if (!mention || !entity || entity.kind === 'place') return []
    return [party(head, mention)]
  }

  function whom(head: number): readonly Party[] {
    const word = words[head]
    if (!word || word.upos === 'VERB') return []
    const inFront = /^(?:amod|compound)/.test(word.deprel)
    const mention = index.at(head).find(m => m.entity !== null && (inFront || m.as !== 'adjective'))
    const entity = mention && entities.get(mention.entity as string)
    if (!mention || !entity || !ACTORS.has(entity.kind) || (word.upos === 'NOUN' && !isNamedOrKnown(mention, entity))) return []
    return [party(head, mention)]
  }

  function inRole(predicate: number, role: RoleSlots): readonly Party[] {
    for (const together of role) {
      const out: Party[] = []
      for (const slot of together)
        for (const head of grammar.fillers(predicate, slot)) {
          const last = slot.slice(slot.lastIndexOf('.') + 1)
          for (const p of last === 'mod' ? modifier(head) : named(head, 0)) if (!out.some(o => o.id === p.id)) out.push(p)
        }
      if (out.length) return out
    }
    return []
  }
}

function isPersonal(word: Word): boolean {
  return word.upos === 'PRON' && /(?:^|\|)(?:PronType=Prs|Person=)/.test(word.feats)
}

function hasEventSense(answers: EventAnswers, word: Word): boolean {
  return relation(word) !== 'compound' && (answers.frames.get(word.lemma)?.some(f => f.pos === 'noun' && f.type !== null) ?? false)
}
