import type { EventAnswers, EventOperator, Slot, TriggerPos } from '../../document/answers/events.ts'
import type { Word } from '../../document/layers.ts'
import { childBy, childrenBy, firstConjunct, relation } from '../../document/tree.ts'
import { antecedent, isInfinitive, isPassive, subjectsOf, surfaceSubject } from './clauses.ts'

/** Slot → heads of its fillers, in reading order. */
export type Slots = ReadonlyMap<Slot, readonly number[]>

/** The arguments of predicates, found once each. */
export interface Grammar {
  readonly words: readonly Word[]
  readonly answers: EventAnswers
  /** Is the word part of a time expression? Such words fill no role. */
  isTime(word: number): boolean
  /** Which lists of frames a word is looked up in. */
  posOf(index: number): TriggerPos | null
  /** All slots of a verb, noun or adjective. */
  slotsOf(predicate: number): Slots
  /** Fillers of a slot, or of a path of slots ("obj.mod"); the prepositions of a verb may hang on its object. */
  fillers(predicate: number, slot: Slot): readonly number[]
}

const NONE: readonly number[] = []
const NO_SLOTS: Slots = new Map()
const paths = new Map<Slot, readonly string[]>()

/** The steps of a path of slots; the lists name few paths, so all are remembered. */
function stepsOf(path: Slot): readonly string[] {
  const known = paths.get(path)
  if (known) return known
  const steps = path.split('.')
  paths.set(path, steps)
  return steps
}

/** Slots that are not prepositions and so never stand with the object. */
const OWN = new Set(['subj', 'obj', 'iobj', 'prt', 'adv', 'xcomp', 'ccomp', 'advcl', 'acl', 'poss', 'mod', 'patient'])

/** A grammar over the words of a report. */
export function createGrammar(words: readonly Word[], answers: EventAnswers, isTime: (word: number) => boolean): Grammar {
  const known = new Map<number, Slots>()
  const open = new Set<number>()
  /** By predicate and slot: what was found for it elsewhere. */
  const borrowed = new Map<number, Map<Slot, readonly number[]>>()
  const kinds: (TriggerPos | null | undefined)[] = new Array(words.length)
  const grammar: Grammar = {
    words,
    answers,
    isTime,
    posOf(index) {
      const before = kinds[index]
      if (before !== undefined) return before
      const kind = posOf(words, index, answers)
      kinds[index] = kind
      return kind
    },
    slotsOf(predicate) {
      const before = known.get(predicate)
      if (before) return before
      // A cycle of light verbs and nouns that lend each other arguments ends here.
      if (open.has(predicate) || open.size > 12) return NO_SLOTS
      open.add(predicate)
      const slots = grammar.posOf(predicate) === 'noun' ? ofNoun(grammar, predicate) : ofVerb(grammar, predicate)
      open.delete(predicate)
      known.set(predicate, slots)
      return slots
    },
    fillers(predicate, slot) {
      let heads: readonly number[] = [predicate]
      if (!slot.includes('.')) return one(predicate, slot)
      for (const step of stepsOf(slot)) {
        if (heads.length === 0) return NONE
        heads = heads.length === 1 ? one(heads[0] as number, step) : heads.flatMap(h => one(h, step))
      }
      return heads
    },
  }
  return grammar

  /** "500 tons of food to Malawi", "lost the capital of the province to the army": what hangs deeper in the phrase of the object. */
  function deeper(head: number, step: Slot, depth = 0): readonly number[] | undefined {
    const slots = grammar.slotsOf(head)
    // "10 million in aid to refugees": of a sum, anything that hangs on it.
    const counts = answers.partitives.has(words[head]?.lemma ?? '')
    const inners = counts ? [...slots].flatMap(([name, heads]) => (OWN.has(name) ? NONE : heads)) : genitives(slots)
    for (const inner of depth < 3 ? inners : NONE) {
      const lent = grammar.posOf(inner) === 'noun' ? (grammar.slotsOf(inner).get(step) ?? deeper(inner, step, depth + 1)) : undefined
      if (lent) return lent
    }
    return undefined
  }

  /** "Protested against the killing of a boy by guards": the doer that the tree hangs on an active verb, which has none of that kind. */
  function besideNoun(noun: number, step: Slot): readonly number[] {
    const above = words[noun]?.head ?? -1
    if (above < 0 || above > noun || grammar.posOf(above) !== 'verb' || isPassive(words, above, answers)) return NONE
    return (grammar.slotsOf(above).get(step) ?? NONE).filter(h => h > noun && words[h]?.upos !== 'VERB')
  }

  function genitives(slots: Slots): readonly number[] {
    return [...answers.genitives].flatMap(g => slots.get(g) ?? NONE)
  }

  function one(head: number, step: Slot): readonly number[] {
    const own = grammar.slotsOf(head).get(step)
    if (own) return own
    const known = borrowed.get(head)?.get(step)
    if (known) return known
    const found = borrow(head, step)
    // While slots are being filled, what they lend may still grow.
    if (open.size > 0) return found
    const steps = borrowed.get(head) ?? new Map<Slot, readonly number[]>()
    borrowed.set(head, steps.set(step, found))
    return found
  }

  /** What fills a slot that the predicate itself leaves open. */
  function borrow(head: number, step: Slot): readonly number[] {
    const slots = grammar.slotsOf(head)
    // "The killing of a journalist by soldiers": the doer may hang on the victim.
    if (grammar.posOf(head) === 'noun') {
      if (!answers.agentMarks.has(step)) return NONE
      const inside = genitives(slots).flatMap(h => grammar.slotsOf(h).get(step) ?? NONE)
      return inside.length > 0 || !isEventNoun(answers, words[head]) ? inside : besideNoun(head, step)
    }
    if (OWN.has(step) || answers.agentMarks.has(step)) return NONE
    // "Photographs and intelligence to Macedonia": what hangs on the last of several objects belongs to all.
    for (const object of slots.get('obj') ?? NONE)
      for (const part of [object, ...childrenBy(words, object, 'conj').map(c => c.index)].slice(0, MOST)) {
        const lent = grammar.posOf(part) === 'noun' ? (grammar.slotsOf(part).get(step) ?? deeper(part, step)) : undefined
        if (lent) return lent
      }
    return NONE
  }
}

/**
 * Which lists of frames a word is looked up in: by its tag, but by its place in the tree where the two do not go together ("which backs
 * Assad" tagged as a noun, "the shelling" as a verb, "an offensive" as an adjective).
 */
function posOf(words: readonly Word[], index: number, answers: EventAnswers): TriggerPos | null {
  const word = words[index]
  switch (word?.upos) {
    case 'VERB':
      return isNominal(words, word) && hasNoun(answers, word) ? 'noun' : 'verb'
    case 'AUX':
      return 'verb'
    case 'NOUN':
      return isClausal(words, word) ? 'verb' : 'noun'
    case 'PROPN':
      return 'noun'
    case 'ADJ':
      return NOMINAL.test(word.deprel) && hasNoun(answers, word) ? 'noun' : 'adj'
    default:
      return null
  }
}

/** Does a noun tell an event that may have a doer? */
function isEventNoun(answers: EventAnswers, word: Word | undefined): boolean {
  return word?.upos === 'NOUN' && hasNoun(answers, word)
}

const NOMINAL = /^(?:nsubj|obj|obl|nmod|appos)/

function hasNoun(answers: EventAnswers, word: Word): boolean {
  return [word.lemma, word.lower].some(w => answers.frames.get(w)?.some(f => f.pos === 'noun'))
}

/** A verb with an article or an owner in the place of a noun, or one with nothing but complements of a noun ("Talks between … began"). */
function isNominal(words: readonly Word[], word: Word): boolean {
  const rels = word.children.map(c => words[c]?.deprel ?? '')
  if (rels.includes('nmod') && !rels.some(r => /^(?:nsubj|obj|aux|obl|xcomp|ccomp|mark)/.test(r))) return true
  return NOMINAL.test(word.deprel) && word.children.some(c => words[c]?.deprel === 'det' || words[c]?.deprel === 'nmod:poss')
}

/** A noun with an object, or with a subject and no copula. */
function isClausal(words: readonly Word[], word: Word): boolean {
  const has = (rel: RegExp) => word.children.some(c => rel.test(words[c]?.deprel ?? ''))
  return has(/^obj$/) || (has(/^nsubj/) && !has(/^(?:cop|det|case)/))
}

/** More fillers than this no clause of a real text has; the limit keeps endless lists linear. */
const MOST = 24

function add(slots: Map<Slot, number[]>, slot: Slot, head: number): void {
  const list = slots.get(slot)
  if (!list) slots.set(slot, [head])
  else if (list.length < MOST && !list.includes(head)) list.push(head)
}

function ofVerb(grammar: Grammar, verb: number): Slots {
  const { words, answers } = grammar
  const slots = new Map<Slot, number[]>()
  const word = words[verb]
  if (!word) return slots
  const passive = isPassive(words, verb, answers)
  const subject = surfaceSubject(words, verb, answers)
  let bare: number | null = null
  const pronoun = passive ? undefined : subjectsOf(words, verb, answers)[1]
  if (pronoun && answers.relatives.has(pronoun.lower)) add(slots, 'obj', antecedent(words, pronoun.index, answers))
  if (subject !== null && !grammar.isTime(subject)) add(slots, passive ? 'obj' : 'subj', subject)
  // "The regional bloc ECOWAS suspended …": what it is and its name, each taken for a subject.
  if (pronoun && pronoun.index === (subject ?? -2) + 1 && pronoun.upos === 'PROPN') add(slots, 'subj', pronoun.index)
  for (const c of word.children) {
    const child = words[c] as Word
    const rel = relation(child)
    if (grammar.isTime(c)) {
      // "On Wednesday in Montenegro": what hangs on the day is the verb's.
      for (const k of child.children)
        if (words[k]?.deprel === 'nmod' && !grammar.isTime(k))
          // "Launched ten days of war games": what fills the time is the object.
          for (const m of marksOf(grammar, k)) add(slots, rel === 'obj' && answers.genitives.has(m) ? 'obj' : m, k)
      continue
    }
    const head = antecedent(words, c, answers)
    if (rel === 'obj' || rel === 'iobj') {
      const where = rel === 'obj' ? placeMarkOf(grammar, c) : null
      add(slots, where ?? rel, head)
    } else if (rel === 'xcomp' || rel === 'ccomp') add(slots, rel, c)
    else if (rel === 'advcl') {
      add(slots, rel, c)
      for (const m of marksOf(grammar, c)) if (!isInfinitive(words, c, answers)) add(slots, m, c)
    } else if (rel === 'obl' || rel === 'nmod') {
      const marks = marksOf(grammar, c)
      if (passive && (child.deprel === 'obl:agent' || marks.some(m => answers.agentMarks.has(m)))) add(slots, 'subj', head)
      else for (const m of marks) add(slots, m, head)
      // "Released 19 people", "kidnapped up to 19 people": a noun without a real preposition behind the verb is its object.
      if (isBare(grammar, c) && c > verb && !passive && child.upos !== 'ADV' && relation(word) !== 'amod') bare ??= head
      if (marks.length === 0 && relation(word) === 'amod' && child.deprel !== 'obl:tmod') add(slots, 'subj', head)
    } else if (child.deprel === 'compound:prt') add(slots, 'prt', c)
    else if (rel === 'compound' && relation(word) === 'amod') add(slots, 'subj', c)
    else if (rel === 'advmod') add(slots, answers.particles.has(child.lower) ? 'prt' : 'adv', c)
    else if (rel === 'csubj') add(slots, 'csubj', c)
  }
  if (relation(word) === 'amod' && !slots.has('subj')) for (const h of doersInFront(grammar, word)) add(slots, 'subj', h)
  if (bare !== null && !slots.has('obj') && !slots.has('xcomp') && !slots.has('ccomp')) add(slots, 'obj', bare)
  if (slots.has('iobj') && !slots.has('obj')) for (const h of slots.get('iobj') as number[]) add(slots, 'obj', h)
  // "Asked the government to act": an infinitive on the object is the verb's.
  if (!slots.has('xcomp'))
    for (const object of slots.get('obj') ?? NONE)
      for (const c of words[object]?.children ?? [])
        if (object !== subject && words[c]?.deprel === 'acl' && words[c]?.upos === 'VERB' && isInfinitive(words, c, answers))
          add(slots, 'xcomp', c)
  // "Ordered the envoy to leave": so is one beside the object, of a verb that takes infinitives.
  const asked = (slots.get('obj') ?? NONE).every(o => !operatorsAt(grammar, o).some(p => p.takes.has('acl')))
  if (!slots.has('xcomp') && slots.has('obj') && asked && operatorsAt(grammar, verb).some(o => o.takes.has('xcomp')))
    for (const c of slots.get('advcl') ?? NONE) if (c > verb && isInfinitive(words, c, answers)) add(slots, 'xcomp', c)
  // "Appealed to the clans to lay down their arms": so is one on the oblique of a verb that has whom it asks there.
  if (!slots.has('xcomp') && answers.obliqueControl.has(word.lemma))
    for (const oblique of childrenBy(words, verb, 'obl'))
      for (const c of childrenBy(words, oblique.index, 'acl')) if (isInfinitive(words, c.index, answers)) add(slots, 'xcomp', c.index)
  // "Threatened on Monday to resume": an infinitive behind a verb without an object completes it.
  if (!slots.has('xcomp') && !slots.has('obj') && !slots.has('ccomp'))
    for (const c of slots.get('advcl') ?? NONE) if (c > verb && isInfinitive(words, c, answers)) add(slots, 'xcomp', c)
  // "the town that they attacked": the noun is the object that the clause lacks.
  if (
    word.deprel === 'acl:relcl' &&
    !passive &&
    !slots.has('obj') &&
    subject !== word.head &&
    subject !== null &&
    !filledBy(slots, word.head)
  )
    add(slots, 'obj', word.head)
  return slots
}

/** "Rallied outside parliament": the preposition of place of what the tree takes for an object. */
function placeMarkOf({ words, answers }: Grammar, object: number): string | null {
  const mark = childBy(words, object, 'case')?.lower
  const isPlain = mark !== undefined && !answers.approximators.has(mark) && !answers.particles.has(mark)
  return isPlain && answers.placeMarks.has(mark) ? mark : null
}

/** Has a noun no preposition, or only several words that make its number vague, whichever way the tree took them? */
function isBare({ words, answers }: Grammar, noun: number): boolean {
  const marks = childrenBy(words, noun, 'case')
  const first = marks[0]
  if (!first) return true
  const vague = (word: Word | undefined) => word !== undefined && answers.approximators.has(word.lower)
  return marks.every(vague) && (marks.length > 1 || vague(words[first.index - 1])) && childrenBy(words, noun, 'nummod').length > 0
}

/** "Government funded schools", and "Canada suspended aid" where the tree takes it for a noun phrase: the noun right in front of the participle. */
function doersInFront({ words, isTime }: Grammar, participle: Word): number[] {
  return (words[participle.head]?.children ?? []).filter(c => {
    const word = words[c]
    const near = c < participle.index && c >= participle.index - 2
    return near && !isTime(c) && (word?.upos === 'NOUN' || word?.upos === 'PROPN') && /^(?:compound|nmod|nsubj)/.test(word.deprel)
  })
}

function filledBy(slots: Slots, head: number): boolean {
  for (const [, heads] of slots) if (heads.includes(head)) return true
  return false
}

/** Prepositions in front of a phrase or clause, as lemmas; "out of" gives both. */
function marksOf({ words }: Grammar, head: number): string[] {
  const marks: string[] = []
  for (const c of words[head]?.children ?? []) {
    const child = words[c] as Word
    // "Against former President Atambaev" with the preposition hung on the last part of the name.
    if (child.deprel === 'flat')
      for (const k of child.children) if (words[k]?.deprel === 'case' && k < head) marks.push((words[k] as Word).lower)
    if (child.deprel !== 'case' && child.deprel !== 'mark') continue
    marks.push(child.lower)
    for (const f of child.children) if (words[f]?.deprel === 'fixed') marks.push((words[f] as Word).lower)
  }
  return marks
}

function ofNoun(grammar: Grammar, noun: number): Slots {
  const { words, answers } = grammar
  const slots = new Map<Slot, number[]>()
  for (const c of words[noun]?.children ?? []) {
    const child = words[c] as Word
    const rel = relation(child)
    if (grammar.isTime(c) && child.deprel !== 'nmod:poss') continue
    if (child.deprel === 'nmod:poss') add(slots, 'poss', antecedent(words, c, answers))
    else if (rel === 'nmod' || rel === 'obl') {
      const marks = marksOf(grammar, c)
      for (const m of marks) add(slots, m, antecedent(words, c, answers))
      if (marks.length === 0) add(slots, 'mod', c)
    } else if (rel === 'amod' || rel === 'compound') {
      add(slots, 'mod', c)
      // "US-led", "government-backed": the parts count as well.
      for (const part of words[c]?.children ?? [])
        if (/^(?:compound|obl|nmod|amod|conj)/.test(words[part]?.deprel ?? '') && !grammar.isTime(part)) add(slots, 'mod', part)
    } else if (rel === 'acl') {
      add(slots, 'acl', c)
      // "Accused Somalia of sheltering", with the clause hung on the accused.
      for (const m of marksOf(grammar, c)) if (answers.objectControlMarks.has(m)) add(slots, m, c)
      // "A proposal submitted by Russia": the doer of the participle is the noun's.
      if (grammar.posOf(c) === 'verb' && isPassive(words, c, answers))
        for (const h of grammar.slotsOf(c).get('subj') ?? NONE) if (h !== noun) for (const mark of answers.agentMarks) add(slots, mark, h)
      // "A ban imposed on them": so are its other complements.
      if (grammar.posOf(c) === 'verb' && isPassive(words, c, answers))
        for (const [name, heads] of grammar.slotsOf(c)) if (!OWN.has(name)) for (const h of heads) add(slots, name, h)
    } else if (rel === 'ccomp' || rel === 'xcomp' || rel === 'advcl') add(slots, rel === 'advcl' ? 'acl' : rel, c)
    else if (rel === 'nsubj' && childBy(words, noun, 'cop')) {
      // "Doctors are on strike", "the town is under attack": who is in it does or suffers it.
      const mark = childBy(words, noun, 'case')?.lower
      if (mark === undefined) add(slots, 'of-subj', c)
      else add(slots, answers.during.has(mark) ? 'subj' : 'patient', antecedent(words, c, answers))
    }
  }
  const first = firstConjunct(words, noun)
  if (first !== noun)
    for (const slot of ['poss', 'mod', ...answers.agentMarks])
      for (const h of slots.has(slot) ? NONE : (grammar.slotsOf(first).get(slot) ?? NONE)) add(slots, slot, h)
  for (const lender of lendersOf(grammar, noun, first)) lend(grammar, lender, noun, first, slots)
  return slots
}

/** Predicates that may lend an event noun their arguments: the verb or noun above it, and the participles and relative clauses on it. */
function lendersOf({ words }: Grammar, noun: number, first: number): number[] {
  const above = words[first]?.head ?? -1
  const below = (words[noun]?.children ?? []).filter(c => relation(words[c] as Word) === 'acl')
  return above >= 0 ? [...below, above] : below
}

function lend(grammar: Grammar, lender: number, noun: number, first: number, slots: Map<Slot, number[]>): void {
  const operators = operatorsAt(grammar, lender)
  if (operators.length === 0) return
  const given = grammar.slotsOf(lender)
  for (const operator of operators) {
    const slot = [...operator.takes].find(s => grammar.fillers(lender, s).some(h => h === noun || h === first))
    if (slot === undefined) continue
    if (operator.pos === 'verb') {
      const role = operator.subject === 'recipient' ? 'patient' : 'subj'
      if (operator.subject !== null && slot !== 'subj') for (const h of given.get('subj') ?? NONE) if (h !== noun) add(slots, role, h)
    }
    for (const [name, heads] of given) {
      if (
        name === slot ||
        slots.has(name) ||
        name === 'xcomp' ||
        name === 'ccomp' ||
        name === 'advcl' ||
        name === 'adv' ||
        name === 'prt' ||
        name === 'mod'
      )
        continue
      if (operator.pos === 'verb' && OWN.has(name)) continue
      for (const h of heads) if (h !== noun && h !== first) add(slots, name, h)
    }
    return
  }
}

/** The light verb that carries an event noun ("launched an attack"), or null. */
export function lightVerbOf(grammar: Grammar, noun: number): number | null {
  const first = firstConjunct(grammar.words, noun)
  for (const lender of lendersOf(grammar, noun, first)) {
    if (grammar.words[lender]?.upos !== 'VERB') continue
    const light = operatorsAt(grammar, lender).find(
      o => o.light && [...o.takes].some(s => grammar.fillers(lender, s).some(h => h === noun || h === first)),
    )
    if (light) return lender
  }
  return null
}

const NO_OPERATORS: readonly EventOperator[] = []

/** Operators of a word, those with its particle first. */
export function operatorsAt(grammar: Grammar, index: number): readonly EventOperator[] {
  const { words, answers } = grammar
  const word = words[index]
  const pos = grammar.posOf(index)
  if (!word || pos === null) return NO_OPERATORS
  const lemma = answers.operators.has(word.lemma) ? word.lemma : (answers.forms.get(word.lower) ?? word.lemma)
  const plain = answers.operators.get(lemma) ?? []
  const particle = word.children.length
    ? childrenBy(words, index, 'compound:prt', 'advmod').find(c => answers.particles.has(c.lower))
    : null
  const special = particle ? (answers.operators.get(`${lemma} ${particle.lower}`) ?? []) : []
  if (plain.length === 0 && special.length === 0) return NO_OPERATORS
  return [...special, ...plain].filter(o => o.pos === pos || (o.pos === 'adj' && pos === 'verb'))
}
