import type { FigureAnswers, MeasureTerm } from '../../document/answers/figures.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, clauseHead, relation } from '../../document/tree.ts'
import { countedNoun } from './counted.ts'
import type { NumberExpression } from './numbers.ts'
import { isPeople } from './people.ts'
import { findTerm as find } from './terms.ts'

/** What a number counts, and the word that says it. */
export interface Measured {
  readonly term: MeasureTerm
  /** Index of the word of the term. */
  readonly word: number
  /** Index of the noun that is counted, or null where only the number stands. */
  readonly counted: number | null
  /** Index of the predicate or noun that holds time and place. */
  readonly predicate: number
  readonly rule: string
}

/** How far the search climbs from the number. */
const STEPS = 6

/**
 * What a number counts, by climbing the tree from it: the counted noun itself, what modifies it, the predicate that it is subject or
 * object of, the noun that it is the amount of. Null where nothing on the way says it.
 */
export function measureOf(
  words: readonly Word[],
  number: { first: number; end: number; head: number },
  answers: FigureAnswers,
): Measured | null {
  const counted = countedNoun(words, number, answers)
  const node = words[counted ?? number.head] as Word
  if (isLength(words, number, answers)) return null
  if (counted !== null && answers.notCounted.has(node.lemma.toLowerCase()) && !answers.measures.has(node.lemma.toLowerCase())) return null
  return (
    ofForce(words, number, answers) ??
    (counted === null ? ofVerbBefore(words, number, answers) : null) ??
    ofTree(words, node, counted, answers) ??
    ofNeighbours(words, number, counted, answers)
  )
}

/** "a 9-year-old girl", "a 60-day truce": the number is that of a measure, not of what is measured. */
function isLength(words: readonly Word[], number: { end: number; head: number }, answers: FigureAnswers): boolean {
  const head = words[number.head] as Word
  const above = words[head.head]
  if (relation(head) !== 'nummod' || !above || above.index < number.end) return false
  const lemma = above.lemma.toLowerCase()
  return answers.notCounted.has(lemma) && !answers.measures.has(lemma)
}

/** "killed 14 villagers and wounded 30": a number alone right behind a verb is its object, whatever the tree says. */
function ofVerbBefore(words: readonly Word[], number: { first: number }, answers: FigureAnswers): Measured | null {
  let at = number.first - 1
  while (at > number.first - 5 && /^(?:ADV|ADP|ADJ|DET)$/.test(words[at]?.upos ?? '')) at--
  const verb = words[at]
  if (verb?.upos !== 'VERB' || verb.sentence !== words[number.first]?.sentence) return null
  const term = find(answers, verb.lemma.toLowerCase(), ['object'], words, verb, null)
  return term && { term, word: at, counted: null, predicate: at, rule: 'figures/words-beside' }
}

/** "a 30,000-strong force" */
function ofForce(words: readonly Word[], number: { end: number }, answers: FigureAnswers): Measured | null {
  const at = words[number.end]?.form === '-' ? number.end + 1 : number.end
  if (!answers.strong.has(words[at]?.lower ?? '')) return null
  const term: MeasureTerm = { as: 'state', with: '', measure: 'deployed', kind: null }
  return { term, word: at, counted: null, predicate: at, rule: 'figures/size-of-force' }
}

function ofTree(words: readonly Word[], counted_: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  let node = counted_
  const own = ofNode(words, node, counted, answers)
  if (own) return own
  for (let step = 0; step < STEPS; step++) {
    const head = words[node.head]
    if (!head) return null
    const r = relation(node)
    const found = ofHead(words, node, head, r, counted, answers)
    if (found) return found
    if (
      r === 'conj' ||
      r === 'appos' ||
      r === 'nummod' ||
      r === 'compound' ||
      r === 'dep' ||
      r === 'flat' ||
      (r === 'nmod' && step < 3) ||
      (r === 'obl' && step < 2) ||
      r === 'nsubj' ||
      r === 'obj'
    ) {
      if ((r === 'nsubj' || r === 'obj' || r === 'obl') && !(head.upos === 'NOUN' || head.upos === 'ADJ' || head.upos === 'NUM'))
        return null
      node = head
      const modifiers = r === 'conj' ? null : ofNode(words, node, counted, answers)
      if (modifiers && modifiers.term.as !== 'victim') return modifiers
      continue
    }
    return null
  }
  return null
}

/** Does the noun itself, or what modifies it, say what is counted? */
function ofNode(words: readonly Word[], node: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  for (const key of [node.lemma.toLowerCase(), node.lower]) {
    const term = find(answers, key, ['victim', 'event'], words, node, counted)
    if (term && (term.as === 'victim' || counted === node.index || node.upos === 'NOUN'))
      return { term, word: node.index, counted, predicate: node.index, rule: 'figures/counted-noun' }
  }
  // "30 missing": the state stands for those who are in it.
  const itself = counted === node.index && node.upos !== 'NOUN' ? find(answers, node.lower, ['state'], words, node, counted) : null
  if (itself) return { term: itself, word: node.index, counted: null, predicate: node.index, rule: 'figures/counted-noun' }
  for (const c of node.children) {
    const child = words[c] as Word
    const r = child.deprel
    if (r === 'amod' || r === 'acl' || r === 'compound' || r === 'acl:relcl') {
      const state = find(answers, child.lower, ['state'], words, child, counted)
      if (state) return { term: state, word: child.index, counted, predicate: child.index, rule: 'figures/modified-noun' }
      const verb =
        r === 'amod'
          ? null
          : find(answers, child.lemma.toLowerCase(), passive(child, words) ? ['object'] : ['subject'], words, child, counted)
      if (verb) return { term: verb, word: child.index, counted, predicate: child.index, rule: 'figures/modified-noun' }
    }
    if (r === 'appos' || r === 'dep' || r === 'advmod') {
      const state = find(answers, child.lower, ['state'], words, child, counted)
      if (state) return { term: state, word: child.index, counted, predicate: child.index, rule: 'figures/modified-noun' }
    }
  }
  return null
}

/** How many words may stand between the counted noun and its verb: "people from the town of Pital sought refuge". */
const GAP = 10

/** What the words beside say where the tree is broken: "26,000 people fled", "displaced about 26,000 people", "116 dead". */
function ofNeighbours(
  words: readonly Word[],
  number: { first: number; end: number },
  counted: number | null,
  answers: FigureAnswers,
): Measured | null {
  const make = (term: MeasureTerm, word: Word): Measured => ({
    term,
    word: word.index,
    counted,
    predicate: word.index,
    rule: 'figures/words-beside',
  })
  const sentence = words[number.first]?.sentence
  const noun = counted !== null && counted >= number.end ? counted : number.end - 1
  let auxiliary = false
  for (let k = noun + 1; k < noun + 1 + GAP && words[k]?.sentence === sentence; k++) {
    const word = words[k] as Word
    const state = auxiliary || k === noun + 1 ? find(answers, word.lower, ['state'], words, word, counted) : null
    if (state && !(word.upos === 'VERB' && words[k + 1]?.upos === 'NUM')) return make(state, word)
    if (word.upos === 'VERB') {
      const lemma = word.lemma.toLowerCase()
      const verb = find(answers, lemma, auxiliary ? ['object', 'subject'] : ['subject'], words, word, counted)
      if (verb) return make(verb, word)
      if (word.feats.includes('VerbForm=Fin') && !answers.links.has(lemma)) break
      if (word.feats.includes('VerbForm=Fin')) auxiliary = true
    } else if (word.upos === 'AUX') auxiliary = true
    else if (word.upos === 'PUNCT' && word.form !== ',') break
    else if (word.upos === 'NUM' || word.upos === 'CCONJ' || word.upos === 'SCONJ') break
  }
  for (let k = number.first - 1; k > number.first - 8 && words[k]?.sentence === sentence; k--) {
    const word = words[k] as Word
    if (word.upos === 'VERB') {
      const verb = find(answers, word.lemma.toLowerCase(), ['object'], words, word, counted)
      return verb && !word.children.some(c => /^(?:obj|aux:pass)$/.test(words[c]?.deprel ?? '') && c !== counted) ? make(verb, word) : null
    }
    if (word.upos === 'NOUN' && words[k + 1]?.lower === answers.of) {
      const noun = find(answers, word.lemma.toLowerCase(), ['event', 'toll'], words, word, counted)
      return noun ? make(noun, word) : null
    }
    if (!/^(?:ADV|ADJ|DET|ADP|NUM|SYM|NOUN)$/.test(word.upos) || (word.upos === 'NOUN' && k === number.first - 1)) break
  }
  return null
}

/** A participle without a subject of its own, or a verb with a passive one. */
function passive(word: Word, words: readonly Word[]): boolean {
  if (word.feats.includes('Voice=Pass') || word.children.some(c => /pass$/.test(words[c]?.deprel ?? ''))) return true
  return word.feats.includes('VerbForm=Part') && !word.feats.includes('Tense=Pres')
}

/** Does what the noun hangs on say what is counted? */
function ofHead(
  words: readonly Word[],
  node: Word,
  head: Word,
  r: string,
  counted: number | null,
  answers: FigureAnswers,
): Measured | null {
  const subject = node.deprel === 'nsubj' || node.deprel === 'nsubj:outer'
  const lemma = head.lemma.toLowerCase()
  const make = (term: MeasureTerm, word: number, rule: string): Measured => ({ term, word, counted, predicate: word, rule })
  if (r === 'nsubj' || r === 'obj') {
    const undergoes =
      node.deprel === 'nsubj:pass' || r === 'obj' || (subject && passive(head, words) && !childrenBy(words, head.index, 'obj').length)
    const verb =
      find(answers, lemma, undergoes ? ['object'] : ['subject'], words, head, counted) ??
      (node.deprel === 'nsubj:pass' ? find(answers, lemma, ['subject'], words, head, counted) : null)
    if (verb) return make(verb, head.index, 'figures/argument-of-verb')
    const state = find(answers, head.lower, ['state'], words, head, counted)
    if (state && subject) return make(state, head.index, 'figures/predicate')
    // "left 40 people dead", "forced 5,000 to flee"
    for (const x of childrenBy(words, head.index, 'xcomp', 'ccomp', 'advcl', 'obl', 'conj')) {
      if (x.deprel === 'conj' && !subject && r !== 'obj') continue
      if (x.deprel === 'conj' && childrenBy(words, x.index, 'nsubj', 'nsubj:pass').length) continue
      if (x.deprel === 'conj' && !subject && node.deprel !== 'nsubj:pass') continue
      const result =
        find(answers, x.lower, ['state'], words, x, counted) ??
        (x.deprel === 'obl'
          ? null
          : find(answers, x.lemma.toLowerCase(), x.deprel === 'conj' && passive(x, words) ? ['object'] : ['subject'], words, x, counted))
      if (result) return make(result, x.index, 'figures/result-of-verb')
    }
  }
  if (r === 'nmod' || r === 'compound' || r === 'nummod' || r === 'obl' || r === 'appos') {
    const noun =
      find(answers, lemma, ['event', 'toll'], words, head, counted) ??
      (r === 'nummod' ? find(answers, lemma, ['victim'], words, head, counted) : null)
    if (noun) return make(noun, head.index, 'figures/amount-of-noun')
    // "the wounded at 75", "the number of those missing at 24"
    const tolled = r === 'nmod' && counted === null && !node.children.some(c => words[c]?.lower === answers.of) ? tollOf(words, head, answers) : null
    if (tolled) return tolled
  }
  if (r === 'obl' && node.children.some(c => answers.recipients.has(words[c]?.lower ?? ''))) {
    const given = find(answers, lemma, ['recipient'], words, head, counted)
    if (given) return make(given, head.index, 'figures/given-to')
  }
  const toll = r === 'obl' || r === 'obj' || r === 'xcomp' ? tollOver(words, node, head, counted, answers) : null
  if (toll) return toll
  const total = ofTotal(words, node, head, counted, answers)
  if (total) return total
  // "the toll stands at 45", "the toll was 45"
  const cop = childrenBy(words, node.index, 'nsubj').find(s => find(answers, s.lemma.toLowerCase(), ['toll'], words, s, counted))
  const term = cop && find(answers, cop.lemma.toLowerCase(), ['toll'], words, cop, counted)
  return cop && term ? make(term, cop.index, 'figures/toll') : null
}

/** "the death toll rose to 45", "passed 45", "put the number of injured at 130": what stands beside the number under a verb that sets a toll. */
function tollOver(words: readonly Word[], node: Word, verb: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  if (!answers.tolls.has(verb.lemma.toLowerCase())) return null
  if (counted !== null && !answers.tollUnits.has((words[counted] as Word).lemma.toLowerCase())) return null
  for (const noun of childrenBy(words, verb.index, 'nsubj', 'obj')) {
    if (noun.index === node.index || noun.index === counted) continue
    const found = tollOf(words, noun, answers)
    if (found) return { ...found, predicate: verb.index }
  }
  return null
}

/** What a noun that has an amount is the amount of: "toll", "the dead", "the number of people killed". */
function tollOf(words: readonly Word[], noun: Word, answers: FigureAnswers): Measured | null {
  const make = (term: MeasureTerm, word: number): Measured => ({ term, word, counted: null, predicate: word, rule: 'figures/toll' })
  for (const key of [noun.lemma.toLowerCase(), noun.lower]) {
    const term = find(answers, key, ['toll', 'event', 'victim', 'state'], words, noun, null)
    if (term && (term.as !== 'state' || noun.upos !== 'VERB')) return make(term, noun.index)
  }
  if (!answers.totals.has(noun.lemma.toLowerCase())) return null
  for (const part of [noun, ...childrenBy(words, noun.index, 'nmod')]) {
    const found = ofNode(words, part, part.index, answers)
    if (found) return { ...make(found.term, found.word), counted: part === noun ? null : part.index }
  }
  return null
}

/** People are counted and nothing says of what: "three leaders met". One alone and a share are no figures then. */
export function peopleCounted(words: readonly Word[], number: NumberExpression, language: Language): Measured | null {
  const counted = countedNoun(words, number, language.figures)
  const noun = counted === null ? null : (words[counted] as Word)
  if (!noun || number.percent || number.money !== null || number.value.best === 1 || !isPeople(noun, language)) return null
  const term: MeasureTerm = { as: 'victim', with: '', measure: 'other', kind: null }
  return { term, word: noun.index, counted, predicate: clauseHead(words, noun.index), rule: 'figures/people' }
}

/** "the number of displaced families is 349", "brings to 274,000 the total number of people displaced": what the total is of. */
function ofTotal(words: readonly Word[], node: Word, head: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  for (const verb of [node, head, words[head.head]]) {
    if (!verb) continue
    for (const noun of childrenBy(words, verb.index, 'nsubj', 'obj')) {
      if (!answers.totals.has(noun.lemma.toLowerCase()) || noun.index === counted) continue
      for (const of of childrenBy(words, noun.index, 'nmod')) {
        const found = ofNode(words, of, of.index, answers)
        if (found) return { ...found, counted: of.index, predicate: verb.index, rule: 'figures/total' }
      }
    }
  }
  return null
}
