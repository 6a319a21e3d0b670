import type { FigureAnswers, MeasureTerm } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy } from '../../document/tree.ts'
import type { Measured } from './measured.ts'
import { ofNode } from './noun.ts'
import { findTerm as find } from './terms.ts'

/** "the number of displaced families is 349", "brings to 274,000 the total number of people displaced": what the total is of. */
export function ofTotal(words: readonly Word[], node: Word, head: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  for (const verb of [node, head, words[head.head]]) {
    if (!verb) continue
    for (const noun of childrenBy(words, verb.index, 'nsubj', 'obj')) {
      if (!answers.totals.has(noun.lemma.toLowerCase()) || noun.index === counted) continue
      for (const of of [...childrenBy(words, noun.index, 'nmod'), noun]) {
        const found = ofNode(words, of, of.index, answers)
        if (found) return { ...found, counted: of === noun ? null : of.index, predicate: verb.index, rule: 'figures/total' }
      }
    }
  }
  return null
}

/** "… and the wounded at 412": a toll right before the preposition of the number. */
export function ofTollBefore(
  words: readonly Word[],
  number: { first: number; quantifierWords?: readonly number[] },
  answers: FigureAnswers,
): Measured | null {
  const mark = Math.min(number.first, ...(number.quantifierWords ?? [])) - 1
  const noun = words[mark - 1]
  if (words[mark]?.upos !== 'ADP' || words[mark]?.lower === answers.of || noun?.sentence !== words[number.first]?.sentence) return null
  if (!noun || (noun.upos !== 'NOUN' && noun.upos !== 'ADJ')) return null
  return setterBefore(words, mark, answers) === null ? null : tollOf(words, noun, answers)
}

/** How many words the label of a number may have. */
const LABEL = 6

/** "Dead: 6", "Houses damaged: 2,103": a label in front of a colon that opens its line or part of it. */
export function ofLabel(
  words: readonly Word[],
  number: { first: number; quantifierWords?: readonly number[] },
  counted: number | null,
  answers: FigureAnswers,
): Measured | null {
  const colon = Math.min(number.first, ...(number.quantifierWords ?? [])) - 1
  if (words[colon]?.form !== ':') return null
  let found: Measured | null = null
  for (let k = colon - 1; k >= colon - 1 - LABEL; k--) {
    const word = words[k]
    if (!word || word.sentence !== words[colon]?.sentence || (word.upos === 'PUNCT' && word.form !== '-')) return found
    if (word.upos === 'NUM') return null
    const term =
      find(answers, word.lower, ['victim', 'state', 'event'], words, word, counted) ??
      find(answers, word.lemma.toLowerCase(), ['victim', 'event'], words, word, counted)
    const ill = isIllness(word, words[counted ?? -1], answers)
    if (ill) return { term: ill, word: k, counted, predicate: k, rule: 'figures/label' }
    if (term) found ??= { term, word: k, counted: counted ?? labelled(words, k, colon), predicate: k, rule: 'figures/label' }
  }
  return null
}

/** "Cholera: 402 cases": what the cases of an illness count. */
function isIllness(label: Word, counted: Word | undefined, answers: FigureAnswers): MeasureTerm | undefined {
  if (!counted || !answers.classes.get('disease')?.has(label.lemma.toLowerCase())) return undefined
  return answers.measures.get(counted.lemma.toLowerCase())?.find(term => term.with === '@disease')
}

/** The noun right in front of the word that says what befell it: "|houses| damaged". */
function labelled(words: readonly Word[], state: number, end: number): number | null {
  return state === end - 1 && words[state - 1]?.upos === 'NOUN' && words[state]?.upos !== 'NOUN' ? state - 1 : null
}

/** How far before the number a toll may stand, in words. */
const TOLL = 14

/** "the toll from the quake passed 19,000", where the tree is broken: a toll, then a verb that sets one, then the number alone. */
export function ofTollBeside(
  words: readonly Word[],
  number: { first: number },
  counted: number | null,
  answers: FigureAnswers,
): Measured | null {
  if (counted !== null && !answers.tollUnits.has((words[counted] as Word).lemma.toLowerCase())) return null
  const sentence = words[number.first]?.sentence
  let verb: number | null = null
  for (let k = number.first - 1; k >= number.first - TOLL && words[k]?.sentence === sentence; k--) {
    const word = words[k] as Word
    if (word.upos === 'NUM' || word.form === ';' || word.form === ':') return null
    const sets = answers.tolls.has(word.lemma.toLowerCase())
    if (sets && verb === null) verb = k
    else if (word.upos === 'VERB' && verb !== null && !word.feats.includes('VerbForm=Part')) return null
    const found = word.upos === 'NOUN' || word.upos === 'ADJ' ? tollOf(words, word, answers) : null
    // "the dead number 242": the verb may have been taken for the noun.
    if (found && (verb === k ? k === number.first - 1 : isNearSetter(words, number.first, verb ?? setterBefore(words, k, answers), k)))
      return found
  }
  return null
}

/** The verb that sets a toll in front of it: "put the dead at 12". */
function setterBefore(words: readonly Word[], noun: number, answers: FigureAnswers): number | null {
  for (let k = noun - 1; k > noun - 9; k--) if (answers.tolls.has(words[k]?.lemma.toLowerCase() ?? '')) return k
  return null
}

/** Nothing but prepositions and adverbs stands between what comes last of noun and verb, and the number. */
function isNearSetter(words: readonly Word[], number: number, verb: number | null, noun: number): boolean {
  if (verb === null) return false
  const between = words.slice(Math.max(verb, noun) + 1, number)
  const marked = noun < verb || between.some(w => w.upos === 'ADP')
  return marked && between.length <= 5 && between.every(w => /^(?:ADP|ADV|ADJ|DET|AUX)$/.test(w.upos))
}

/** "the death toll rose to 45", "passed 45", "put the number of injured at 130": what stands beside the number under a verb that sets a toll. */
export function tollOver(words: readonly Word[], node: Word, verb: Word, counted: number | null, answers: FigureAnswers): Measured | null {
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
export function tollOf(words: readonly Word[], noun: Word, answers: FigureAnswers): Measured | null {
  const make = (term: MeasureTerm, word: number): Measured => ({ term, word, counted: null, predicate: word, rule: 'figures/toll' })
  for (const key of [noun.lemma.toLowerCase(), noun.lower]) {
    const term = find(answers, key, ['toll', 'event', 'victim', 'state'], words, noun, null)
    // "the victim was 17": one has an age, no amount.
    const isOne = term?.as === 'victim' && noun.upos === 'NOUN' && noun.feats.includes('Number=Sing')
    if (term && !isOne && (term.as !== 'state' || noun.upos !== 'VERB')) return make(term, noun.index)
  }
  if (!answers.totals.has(noun.lemma.toLowerCase())) return null
  for (const part of [noun, ...childrenBy(words, noun.index, 'nmod')]) {
    const found = ofNode(words, part, part.index, answers)
    if (found) return { ...make(found.term, found.word), counted: part === noun ? null : part.index }
  }
  return null
}
