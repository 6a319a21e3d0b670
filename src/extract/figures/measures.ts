import type { FigureAnswers, MeasureTerm } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'
import { readsAs } from '../../document/phrase.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import { countedNoun } from './counted.ts'
import type { Measured } from './measured.ts'
import { ofNeighbours, ofStateBehind, ofVerbBefore } from './neighbours.ts'
import { ofNode, passive } from './noun.ts'
import { findTerm as find } from './terms.ts'
import { ofLabel, ofTollBefore, ofTollBeside, ofTotal, tollOf, tollOver } from './tolls.ts'

/** How far the search climbs from the number. */
const STEPS = 6

/**
 * What a number counts, by climbing the tree from it: the counted noun itself, what modifies it, the predicate that it is subject or
 * object of, the noun that it is the amount of. Null where nothing on the way says it.
 */
export function measureOf(
  words: readonly Word[],
  number: { first: number; end: number; head: number; percent?: boolean; quantifierWords?: readonly number[] },
  answers: FigureAnswers,
): Measured | null {
  const counted = countedNoun(words, number, answers)
  const node = words[counted ?? number.head] as Word
  if (isLength(words, number, answers)) return null
  if (counted !== null && answers.totals.has(node.lemma.toLowerCase())) return tollOf(words, node, answers)
  if (
    counted !== null &&
    !number.percent &&
    answers.notCounted.has(node.lemma.toLowerCase()) &&
    !answers.measures.has(node.lemma.toLowerCase())
  )
    return null
  const isWhole = isWholeOfPart(words, number, answers)
  return (
    ofForce(words, number, answers) ??
    (counted === null
      ? (ofStateBehind(words, number, answers) ??
        ofTollBefore(words, number, answers) ??
        ofTollAbove(words, node, answers) ??
        ofVerbBefore(words, number, answers))
      : null) ??
    (isWhole
      ? ofNode(words, node, counted, answers)
      : (ofTree(words, node, counted, number.percent === true, answers) ??
        ofLabel(words, number, counted, answers) ??
        ofNeighbours(words, number, counted, answers))) ??
    ofTollBeside(words, number, counted, answers)
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

/** "a 30,000-strong force" */
function ofForce(words: readonly Word[], number: { end: number }, answers: FigureAnswers): Measured | null {
  const at = words[number.end]?.form === '-' ? number.end + 1 : number.end
  if (!answers.strong.has(words[at]?.lower ?? '')) return null
  const term: MeasureTerm = { as: 'state', with: '', measure: 'deployed', kind: null }
  return { term, word: at, counted: null, predicate: at, rule: 'figures/size-of-force' }
}

/** "deaths reached 41": the number is the object of a verb that sets a toll. */
function ofTollAbove(words: readonly Word[], node: Word, answers: FigureAnswers): Measured | null {
  const verb = words[node.head]
  return verb && /^(?:obj|obl|xcomp)$/.test(relation(node)) ? tollOver(words, node, verb, null, answers) : null
}

/** "12 of the 40 men", "Of the 40 men, 12 died": what is told of the 12 is not told of the 40. */
export function isWholeOfPart(words: readonly Word[], number: { first: number }, answers: FigureAnswers): boolean {
  const { first } = number
  const before = words[first - 3]
  const isPart = before?.upos === 'NUM' || before?.sentence !== words[first]?.sentence
  return isPart && words[first - 1]?.feats.includes('Definite=Def') === true && words[first - 2]?.lower === answers.of
}

/** `share`: of a share of people what is told of the share comes before what is told of the whole. */
function ofTree(words: readonly Word[], start: Word, counted: number | null, share: boolean, answers: FigureAnswers): Measured | null {
  const own = ofNode(words, start, counted, answers)
  // "killed 28 refugees", "3,200 people who had fled came home": what befalls them comes before what they are.
  const aside = own?.term.as === 'victim' || (own !== null && words[own.word]?.deprel === 'acl:relcl')
  const fate = aside && own && STATUS.has(own.term.measure) ? climb(words, start, counted, answers) : null
  if (fate && FATE.has(fate.term.measure)) return fate
  return share ? (climb(words, start, counted, answers) ?? own) : (own ?? climb(words, start, counted, answers))
}

const STATUS: ReadonlySet<string> = new Set(['refugees', 'returned', 'displaced', 'arrested', 'abducted'])
const FATE: ReadonlySet<string> = new Set(['killed', 'injured', 'missing', 'returned'])

function climb(words: readonly Word[], start: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  let node = start
  for (let step = 0; step < STEPS; step++) {
    const head = words[node.head]
    if (!head) return null
    const r = isBareObject(words, node) ? 'obj' : relation(node)
    // "12,485 persons in |89 shelters|": what is told of the persons is not told of the shelters.
    if (r === 'nmod' && (isBesideNumber(words, node, head, answers) || isParty(words, node, answers))) return null
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

/** "A clash between two families left four dead": what befell others is not told of who clashed. */
function isParty(words: readonly Word[], node: Word, answers: FigureAnswers): boolean {
  return childrenBy(words, node.index, 'case').some(mark => answers.sides.has(mark.lower))
}

/** "Killed at least 28 returnees": an oblique without a preposition right behind its verb is the object. */
function isBareObject(words: readonly Word[], node: Word): boolean {
  if (node.deprel !== 'obl' || childrenBy(words, node.index, 'case').length > 0) return false
  return words[node.head]?.upos === 'VERB' && childrenBy(words, node.head, 'obj', 'nsubj:pass').length === 0
}

/** Does a noun in front, with a number of its own, have this one behind a preposition that names no part? */
function isBesideNumber(words: readonly Word[], node: Word, head: Word, answers: FigureAnswers): boolean {
  const marks = childrenBy(words, node.index, 'case')
  return (
    marks.length > 0 &&
    !marks.some(mark => mark.lower === answers.of || answers.parts.has(mark.lower)) &&
    childrenBy(words, head.index, 'nummod').some(c => c.upos === 'NUM') &&
    childrenBy(words, node.index, 'nummod').length > 0
  )
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
    if (verb) return graverBeside(words, head, verb, counted, answers) ?? make(verb, head.index, 'figures/argument-of-verb')
    const state = find(answers, head.lower, ['state'], words, head, counted)
    if (state && subject && !childrenBy(words, head.index, 'obj').length)
      return graverBeside(words, head, state, counted, answers) ?? make(state, head.index, 'figures/predicate')
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
    const tolled =
      r === 'nmod' && counted === null && !node.children.some(c => words[c]?.lower === answers.of) ? tollOf(words, head, answers) : null
    if (tolled) return tolled
  }
  if (r === 'obl' && node.children.some(c => answers.recipients.has(words[c]?.lower ?? ''))) {
    const given = find(answers, lemma, ['recipient'], words, head, counted)
    if (given) return make(given, head.index, 'figures/given-to')
  }
  if ((r === 'obl' || r === 'nmod') && isAlongside(words, node, answers)) {
    const shared = find(answers, lemma, passive(head, words) ? ['object'] : ['subject'], words, head, counted)
    if (shared) return make(shared, head.index, 'figures/argument-of-verb')
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

/** "shot and killed", "shot and wounded": what became of those hit comes before that they were hit. */
function graverBeside(
  words: readonly Word[],
  head: Word,
  own: MeasureTerm,
  counted: number | null,
  answers: FigureAnswers,
): Measured | null {
  if (own.measure !== 'affected') return null
  for (const verb of childrenBy(words, head.index, 'conj')) {
    if (childrenBy(words, verb.index, 'nsubj', 'obj').length > 0) continue
    const term =
      find(answers, verb.lemma.toLowerCase(), ['object'], words, verb, counted) ??
      find(answers, verb.lower, ['state'], words, verb, counted)
    if (term && FATE.has(term.measure)) return { term, word: verb.index, counted, predicate: verb.index, rule: 'figures/argument-of-verb' }
  }
  return null
}

/** "died along with two others": the words right before the phrase. */
function isAlongside(words: readonly Word[], node: Word, answers: FigureAnswers): boolean {
  const first = childrenBy(words, node.index, 'case')[0]
  if (!first) return false
  return answers.alongside.some(phrase => phrase.some((_, k) => readsAs(words, first.index - k, phrase)))
}
