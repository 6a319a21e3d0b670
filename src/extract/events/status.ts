import type { Word } from '../../document/layers.ts'
import { childBy, childrenBy, relation } from '../../document/tree.ts'
import type { EventStatus } from '../../record/event.ts'
import { has, isInfinitive } from './clauses.ts'
import { type Grammar, operatorsAt } from './slots.ts'

/** Whether an event takes place, and the words that tell it. */
export interface Standing {
  readonly status: EventStatus
  /** Somebody commits to it or it is simply told in the future: a planned cooperation is then AGREE. */
  readonly commits: boolean
  /** Words that it rests on. */
  readonly because: readonly number[]
  /** Told in the present: what is given or backed goes on. */
  readonly present: boolean
  /** Told not to happen in the future: "will not release" refuses. */
  readonly refuses: boolean
  /** It is only what somebody does something else for ("to protect …"). */
  readonly purpose: boolean
}

/** Stronger ones override weaker ones on the way up. */
const RANK: Record<EventStatus, number> = { occurred: 0, ongoing: 1, planned: 2, possible: 3, negated: 4, denied: 5 }
const REACH = 8

/** The status of what a word tells, from its own auxiliaries and modifiers and from every predicate that it depends on. */
export function standingOf(grammar: Grammar, trigger: number): Standing {
  const { words, answers } = grammar
  let status: EventStatus = 'occurred'
  let commits = false
  let purpose = false
  let refuses = false
  let present = false
  const because: number[] = []
  let at = trigger
  let speaks = true
  for (let steps = 0; steps < REACH; steps++) {
    const word = words[at]
    if (!word) break
    if (speaks) own(at)
    speaks = true
    const rel = relation(word)
    const above = rel === 'acl' && isControlled(at) ? (words[word.head]?.head ?? -1) : word.head
    if (above < 0) break
    if (rel === 'conj') {
      // Auxiliaries of the first verb hold for the others unless they have their own.
      speaks = !word.children.some(c => words[c]?.deprel === 'aux' || relation(words[c] as Word) === 'nsubj')
      at = above
      continue
    }
    // "Ordered him to leave after it had closed …": a clause with its own conjunction is not what is ordered.
    const apart = rel === 'advcl' && has(word, 'VerbForm=Fin') && !isInfinitive(words, at, answers)
    const operator = operatorsAt(grammar, above).find(o =>
      // "The plan, which is half funded": what a full clause tells of a plan is not planned.
      [...o.takes].some(
        s => !(apart && s === 'advcl') && !(word.deprel === 'acl:relcl' && s === 'acl') && grammar.fillers(above, s).includes(at),
      ),
    )
    if (operator) {
      // "No group has claimed the attack": it took place whatever is said of the claim.
      if (operator.effect === 'occurred') break
      if (operator.effect) take(operator.effect, above)
      commits ||= operator.commits
      at = above
      continue
    }
    // "To protect …", and beside a noun that does not say itself what it comes to: "a settlement to end the war", "troops to fight rebels".
    if (at === trigger && (rel === 'advcl' || (rel === 'acl' && !isSingledOut(above))) && isInfinitive(words, at, answers)) {
      purpose = true
      take('planned', at)
      break
    }
    // A participle or infinitive clause shares the standing of its main clause; a full clause stands for itself.
    if (
      (rel === 'xcomp' || rel === 'advcl') &&
      !has(word, 'VerbForm=Fin') &&
      grammar.posOf(above) !== null &&
      !hasOwnTense(at) &&
      !standsBeside(at)
    ) {
      at = above
      continue
    }
    break
  }
  return { status, commits, refuses, present, because, purpose }

  function take(next: EventStatus, word: number): void {
    if (next === 'negated' && status === 'negated') status = 'occurred'
    else if (RANK[next] > RANK[status]) status = next
    else if (next !== 'ongoing') return
    because.push(word)
  }

  function own(index: number): void {
    const word = words[index]
    if (!word) return
    const verbal = grammar.posOf(index) !== 'noun'
    let future = false
    let negated = false
    if (verbal && isBound(index)) {
      take('planned', index)
      commits = true
    }
    for (const c of word.children) {
      const child = words[c]
      if (!child) continue
      const rel = relation(child)
      if (verbal && (rel === 'aux' || rel === 'advmod')) {
        const given = answers.auxiliaries.get(child.lower)
        // "Not" behind the verb denies something else.
        if (given === 'planned' && isUnreal(word)) take('possible', c)
        else if (given && (given !== 'negated' || c < index)) {
          take(given, c)
          if (given === 'planned') commits = future = true
          negated ||= given === 'negated'
        }
      } else if (verbal && (rel === 'obj' || rel === 'nsubj') && hasNo(c)) {
        take('negated', c)
      } else if (rel === 'mark' && answers.conditionals.has(child.lower)) take('possible', c)
      else if (!verbal && (rel === 'amod' || rel === 'det')) {
        const given = answers.modifiers.get(child.lower) ?? answers.modifiers.get(child.lemma)
        if (given) take(given, c)
        if (given === 'planned') commits = true
      }
    }
    if (has(word, 'Mood=Imp') && verbal && relation(word) === 'root' && !childBy(words, index, 'nsubj')) take('possible', index)
    refuses ||= future && negated
    present ||= verbal && has(word, 'Tense=Pres') && has(word, 'VerbForm=Fin')
    if (verbal && status === 'occurred' && isProgressive(index)) take('ongoing', index)
  }

  /** "Accused Somalia of sheltering": a clause on the object that belongs to the verb. */
  function isControlled(index: number): boolean {
    return words[index]?.children.some(c => words[c]?.deprel === 'mark' && answers.objectControlMarks.has(words[c]?.lower ?? '')) ?? false
  }

  /** "No deadline was set": the negation stands with an argument. */
  function hasNo(index: number): boolean {
    return (
      words[index]?.children.some(
        c => relation(words[c] as Word) === 'det' && answers.modifiers.get(words[c]?.lower ?? '') === 'negated',
      ) ?? false
    )
  }

  /** "The minister is to visit Accra". */
  function isBound(index: number): boolean {
    return (
      isInfinitive(words, index, answers) &&
      childrenBy(words, index, 'aux', 'cop').some(c => has(c, 'Tense=Pres') && has(c, 'VerbForm=Fin'))
    )
  }

  /** "Would have killed": what did not come about; "will be sending" does. */
  function isUnreal(word: Word): boolean {
    return !has(word, 'Tense=Pres') && word.children.some(c => words[c]?.deprel === 'aux' && has(words[c] as Word, 'VerbForm=Inf'))
  }

  /** "The first group to attack": one that did. */
  function isSingledOut(noun: number): boolean {
    return childrenBy(words, noun, 'amod', 'nummod').some(c => answers.singling.has(c.lower))
  }

  /** "In criticising him, the minister will not …", "since leaving": a participle with its own preposition of time stands for itself. */
  function standsBeside(index: number): boolean {
    return childrenBy(words, index, 'mark', 'case').some(m => answers.during.has(m.lower) || answers.topicMarks.has(m.lower))
  }

  function hasOwnTense(index: number): boolean {
    return words[index]?.children.some(c => words[c]?.deprel === 'aux') ?? false
  }

  function isProgressive(index: number): boolean {
    const word = words[index]
    if (!word || !has(word, 'VerbForm=Part') || !has(word, 'Tense=Pres')) return false
    return word.children.some(c => words[c]?.deprel === 'aux')
  }
}
