import type { EventAnswers } from '../../document/answers/events.ts'
import type { Word } from '../../document/layers.ts'
import { childBy, childrenBy, relation } from '../../document/tree.ts'

/** Does a word have this UD feature ("Tense=Past")? No feature is the end of another's name and value. */
export const has = (word: Word, feature: string): boolean => word.feats.includes(feature)

/** How far up a chain of clauses a shared subject is looked for. */
const REACH = 8

/** Is the deep object of this verb its surface subject? By its auxiliary or subject, or because it is a past participle that modifies. */
export function isPassive(words: readonly Word[], verb: number, answers: EventAnswers, depth = 0): boolean {
  const word = words[verb]
  if (!word) return false
  if (childBy(words, verb, 'aux:pass')) return true
  if (lostSubject(words, word) !== null) return false
  // "Was shot and killed" with its auxiliary taken for a copula.
  if (childBy(words, verb, 'cop')) return word.upos === 'VERB' && (isPastParticiple(word) || answers.forms.has(word.lower))
  // A subject called passive beside no auxiliary: a headline ("Three killed in raid"), unless the verb has its complement.
  if (childBy(words, verb, 'nsubj:pass'))
    return childBy(words, verb, 'obj', 'xcomp', 'ccomp') === null && answers.transitive.has(word.lemma)
  if (childBy(words, verb, 'obj') || childBy(words, verb, 'nsubj')) return false
  const up = relation(word)
  if (up === 'amod') return isPastParticiple(word) || answers.forms.has(word.lower)
  if (childBy(words, verb, 'aux')) return false
  if (up === 'conj') return depth < REACH && !has(word, 'Tense=Pres') && isPassive(words, word.head, answers, depth + 1)
  if (!isPastParticiple(word)) return false
  return up === 'acl' || up === 'advcl' || up === 'xcomp' || up === 'ccomp' || word.children.some(c => words[c]?.deprel === 'obl:agent')
}

function isPastParticiple(word: Word): boolean {
  return has(word, 'VerbForm=Part') && !has(word, 'Tense=Pres')
}

/** Does an infinitive mark ("to") stand before this verb? */
export function isInfinitive(words: readonly Word[], verb: number, answers: EventAnswers): boolean {
  return childrenBy(words, verb, 'mark').some(m => answers.infinitive.has(m.lower))
}

/**
 * The surface subject of a predicate: its own, else the one it shares by coordination, control, raising, or with the noun that it
 * modifies; null where the tree shows none. A relative pronoun gives way to what it stands for.
 */
export function surfaceSubject(words: readonly Word[], predicate: number, answers: EventAnswers, depth = 0): number | null {
  const own = subjectsOf(words, predicate, answers)[0]
  if (own) return antecedent(words, own.index, answers)
  const word = words[predicate]
  const counted = word && countedSubject(words, word, answers)
  if (counted) return counted.index
  if (!word || word.head < 0 || depth > REACH) return null
  const up = relation(word)
  if (up === 'conj') {
    const first = words[word.head]
    return first && (first.upos === 'VERB' || first.upos === 'ADJ' || first.upos === 'AUX')
      ? surfaceSubject(words, word.head, answers, depth + 1)
      : null
  }
  if (up === 'xcomp') return controller(words, word.head, predicate, answers, depth + 1)
  const broken = up === 'ccomp' && !has(word, 'VerbForm=Fin') ? toldBefore(words, word.head, answers) : null
  if (broken !== null && broken < predicate) return surfaceSubject(words, broken, answers, depth + 1)
  if (up === 'ccomp' && !has(word, 'VerbForm=Fin')) return controller(words, word.head, predicate, answers, depth + 1)
  if (up === 'advcl' || (up === 'obl' && word.upos === 'VERB')) {
    const marks = childrenBy(words, predicate, 'mark', 'case').map(m => m.lower)
    const controls = marks.some(m => answers.objectControlMarks.has(m))
    const told = marks.length === 0 && word.index > word.head ? toldBefore(words, word.head, answers) : null
    if (told !== null) return surfaceSubject(words, told, answers, depth + 1)
    return controls ? controller(words, word.head, predicate, answers, depth + 1) : surfaceSubject(words, word.head, answers, depth + 1)
  }
  if (up === 'amod') return word.head
  if (up === 'acl') {
    const lost = lostSubject(words, word)
    if (lost !== null) return lost
    if (!isInfinitive(words, predicate, answers) || word.deprel === 'acl:relcl') return namedByCopula(words, word.head) ?? word.head
    return doerOfNoun(words, word.head, answers, depth + 1)
  }
  return null
}

/**
 * "France, which hosted a meeting in Paris, called for a truce": the main verb behind a relative clause, which the tree hangs on a noun in
 * it while its subject is left without a predicate. Gives that subject, or null.
 */
function lostSubject(words: readonly Word[], verb: Word): number | null {
  if (verb.deprel !== 'acl' || words[verb.index - 1]?.form !== ',' || words[verb.index - 1]?.head !== verb.index) return null
  let relative = false
  let at = verb.head
  for (let steps = 0; steps < REACH; steps++) {
    const word = words[at]
    if (!word) return null
    if (word.head < 0) return relative && (word.upos === 'PROPN' || word.upos === 'NOUN') && !childBy(words, at, 'cop', 'nsubj') ? at : null
    relative ||= word.deprel === 'acl:relcl'
    at = word.head
  }
  return null
}

/** "Rebels overran a base, officials said, killing ten": the clause that the verb of saying breaks into, or null. */
function toldBefore(words: readonly Word[], verb: number, answers: EventAnswers): number | null {
  const word = words[verb]
  if (!word || !answers.speech.has(word.lemma)) return null
  if (relation(word) === 'parataxis') return word.head
  const told = childrenBy(words, verb, 'ccomp').find(c => c.index < verb)
  return told ? told.index : null
}

/** "Germany was the main donor, giving …": who it is said to be gives. */
function namedByCopula(words: readonly Word[], noun: number): number | null {
  if (words[noun]?.upos !== 'NOUN' || !childBy(words, noun, 'cop')) return null
  const subject = childBy(words, noun, 'nsubj')
  return subject && subject.upos === 'PROPN' ? subject.index : null
}

/** Subjects of a predicate, the real one first: beside another one a relative pronoun is an object ("whom Turkey accuses"). */
export function subjectsOf(words: readonly Word[], predicate: number, answers: EventAnswers): Word[] {
  const all = childrenBy(words, predicate, 'nsubj')
  const first = all[0]
  // "French and Egyptian warships held …": an adjective beside a noun is none either.
  const aside = first && all.length > 1 && (answers.relatives.has(first.lower) || (first.upos === 'ADJ' && all[1]?.upos === 'NOUN'))
  return aside ? [...all.slice(1), first] : all
}

/** "Up to 24 civilians have been killed": what looks like a prepositional phrase in front of a finite verb without a subject is the subject. */
function countedSubject(words: readonly Word[], verb: Word, answers: EventAnswers): Word | null {
  const finite = has(verb, 'VerbForm=Fin') || verb.children.some(c => words[c]?.deprel === 'aux' || words[c]?.deprel === 'aux:pass')
  if (!finite) return null
  let found: Word | null = null
  for (const c of verb.children) {
    const child = words[c] as Word
    if (c > verb.index || child.upos === 'VERB' || !/^(?:obl|nmod|obj|dislocated|dep)/.test(child.deprel)) continue
    const marks = childrenBy(words, c, 'case')
    if (marks.every(m => answers.approximators.has(m.lower)) && (marks.length > 0 || child.deprel === 'obj')) found = child
  }
  return found
}

/** Who controls the subject of a complement: the object of the verb above ("asked Mali to send"), else its subject ("vowed to send"). */
function controller(words: readonly Word[], governor: number, complement: number, answers: EventAnswers, depth: number): number | null {
  const verb = words[governor]
  if (!verb) return null
  if (verb.upos === 'VERB' && !isPassive(words, governor, answers) && !answers.subjectControl.has(verb.lemma)) {
    const object = childBy(words, governor, 'obj', 'iobj')
    if (object && object.index !== complement) return antecedent(words, object.index, answers)
    if (answers.obliqueControl.has(verb.lemma)) {
      const oblique = childrenBy(words, governor, 'obl').find(o => o.index < complement && childBy(words, o.index, 'case'))
      if (oblique) return oblique.index
    }
  }
  return surfaceSubject(words, governor, answers, depth)
}

/** Who would do what a noun announces: "Mali's decision to send", "made an offer to send". */
function doerOfNoun(words: readonly Word[], noun: number, answers: EventAnswers, depth: number): number | null {
  const owner = childBy(words, noun, 'nmod:poss')
  if (owner) return owner.index
  if (!answers.operators.get(words[noun]?.lemma ?? '')?.some(o => o.pos === 'noun')) return noun
  const by = childrenBy(words, noun, 'nmod').find(n => childrenBy(words, n.index, 'case').some(c => answers.agentMarks.has(c.lower)))
  if (by) return by.index
  const modifier = childrenBy(words, noun, 'amod', 'compound').find(m => m.upos === 'PROPN' || m.upos === 'ADJ')
  if (modifier && modifier.upos === 'PROPN') return modifier.index
  const above = words[noun]?.head ?? -1
  return above >= 0 && words[above]?.upos === 'VERB' ? surfaceSubject(words, above, answers, depth) : null
}

/** What a relative pronoun stands for: the noun that its clause modifies; any other word is itself. */
export function antecedent(words: readonly Word[], index: number, answers: EventAnswers): number {
  const word = words[index]
  if (!word || word.upos === 'NOUN' || word.upos === 'PROPN' || !answers.relatives.has(word.lower)) return index
  for (let i = word.head, steps = 0; i >= 0 && steps < 4; i = words[i]?.head ?? -1, steps++)
    if (words[i]?.deprel === 'acl:relcl') return words[i]?.head ?? index
  return index
}
