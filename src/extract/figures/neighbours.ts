import type { FigureAnswers, MeasureTerm } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'
import type { Measured } from './measured.ts'
import { findTerm as find } from './terms.ts'

/** "killed 14 villagers and wounded 30": a number alone right behind a verb is its object, whatever the tree says. */
export function ofVerbBefore(words: readonly Word[], number: { first: number }, answers: FigureAnswers): Measured | null {
  let at = number.first - 1
  while (at > number.first - 5 && /^(?:ADV|ADP|ADJ|DET)$/.test(words[at]?.upos ?? '')) at--
  const verb = words[at]
  if (verb?.upos !== 'VERB' || verb.sentence !== words[number.first]?.sentence) return null
  const term = find(answers, verb.lemma.toLowerCase(), ['object'], words, verb, null)
  return term && { term, word: at, counted: null, predicate: at, rule: 'figures/words-beside' }
}

/** "an estimated 5,000 displaced", "five were shot, one fatally": a number alone with a word for its state right behind it that nothing follows. */
export function ofStateBehind(words: readonly Word[], number: { end: number }, answers: FigureAnswers): Measured | null {
  const state = words[number.end]
  const next = words[number.end + 1]
  if (!state || state.sentence !== words[number.end - 1]?.sentence || !/^(?:VERB|ADJ|ADV)$/.test(state.upos)) return null
  if (next && next.sentence === state.sentence && /^(?:DET|NOUN|PROPN|NUM|PRON|ADJ)$/.test(next.upos)) return null
  const term = find(answers, state.lower, ['state', 'manner'], words, state, null)
  return term && { term, word: state.index, counted: null, predicate: state.index, rule: 'figures/words-beside' }
}

/** How many words may stand between the counted noun and its verb: "people from the town of Pital sought refuge". */
const GAP = 10

/** What the words beside say where the tree is broken: "26,000 people fled", "displaced about 26,000 people", "116 dead". */
export function ofNeighbours(
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
  const opens = opensClause(words, number, answers)
  let auxiliary = false
  // "Several groups have deployed drones" says nothing of a state.
  let undergone = false
  for (let k = behindInsertion(words, noun + 1); k < noun + 1 + GAP + INSERTION && words[k]?.sentence === sentence; k++) {
    const word = words[k] as Word
    const state = undergone || k === noun + 1 ? find(answers, word.lower, ['state'], words, word, counted) : null
    if (state && !(word.upos === 'VERB' && !auxiliary && /^(?:NUM|DET|NOUN|PROPN|PRON)$/.test(words[k + 1]?.upos ?? '')))
      return make(state, word)
    if (word.upos === 'VERB') {
      const lemma = word.lemma.toLowerCase()
      const verb = find(answers, lemma, auxiliary ? ['object', 'subject'] : ['subject'], words, word, counted)
      if (verb) return make(verb, word)
      if ((auxiliary || word.feats.includes('VerbForm=Fin')) && !answers.links.has(lemma)) break
      if (word.feats.includes('VerbForm=Fin')) auxiliary = undergone = true
    } else if (word.upos === 'AUX') {
      auxiliary = true
      undergone ||= answers.links.has(word.lemma.toLowerCase())
    } else if (word.upos === 'PUNCT' && word.form !== ',') break
    else if (!opens && (word.upos === 'NUM' || word.upos === 'CCONJ')) break
    else if (word.upos === 'SCONJ') break
    if (k > noun + GAP && words[noun + 1]?.form !== ',') break
  }
  const done = doneBefore(words, number, counted, answers)
  if (done) return make(done.term, done.word)
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

/** "Killed eight men and |burnt| 30 shops": a participle taken for an adjective between a conjunction and the number is what was done to them. */
function doneBefore(words: readonly Word[], number: { first: number }, counted: number | null, answers: FigureAnswers) {
  const word = words[number.first - 1]
  const joint = words[number.first - 2]
  if (word?.upos !== 'ADJ' || joint?.upos !== 'CCONJ' || joint.sentence !== word.sentence) return null
  const term = find(answers, word.lower, ['state'], words, word, counted)
  return term && { term, word }
}

/** Longest insertion between commas, in words. */
const INSERTION = 16

/** "three officers, one of them a colonel, died": behind the insertion where a verb goes on, else the word itself. */
function behindInsertion(words: readonly Word[], at: number): number {
  if (words[at]?.form !== ',') return at
  for (let k = at + 2; k < at + INSERTION && words[k]?.sentence === words[at]?.sentence; k++)
    if (words[k]?.form === ',') return /^(?:AUX|VERB)$/.test(words[k + 1]?.upos ?? '') ? k + 1 : at
  return at
}

/** Does the number open a clause, so that what follows up to the verb is its subject ("Two men and a girl were killed")? */
function opensClause(words: readonly Word[], number: { first: number }, answers: FigureAnswers): boolean {
  let at = number.first - 1
  while (at >= 0 && /^(?:ADV|ADP|ADJ|DET)$/.test(words[at]?.upos ?? '') && words[at]?.sentence === words[number.first]?.sentence) at--
  const before = words[at]
  return !before || before.sentence !== words[number.first]?.sentence || before.upos === 'SCONJ' || answers.openers.has(before.form)
}
