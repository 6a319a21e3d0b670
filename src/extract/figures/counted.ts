import type { FigureAnswers } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'

/** The noun that the number counts: "170 people", "hundreds of civilians", "6.3 million people". */
export function countedNoun(
  words: readonly Word[],
  number: { first: number; end: number; head: number },
  answers: FigureAnswers,
): number | null {
  const head = words[number.head] as Word
  const above = wholeNoun(words, words[head.head])
  if (
    above &&
    above.index >= number.end &&
    words[above.index + 1]?.form !== '-' &&
    isPhrase(words, number.end, above.index, answers) &&
    (relation(head) === 'nummod' || relation(head) === 'compound') &&
    /^(?:NOUN|PROPN|ADJ)$/.test(above.upos)
  )
    return above.index
  const of = words
    .slice(number.first, number.end)
    .flatMap(w => childrenBy(words, w.index, 'nmod'))
    .find(n => n.index >= number.end && n.index - number.end < 6 && n.children.some(c => words[c]?.lower === answers.of))
  // "Five of the dead", "hundreds of those killed"
  const named = (word: Word) => answers.measures.get(word.lower)?.some(term => term.as === 'victim' || term.as === 'state') === true
  if (of && (of.upos === 'NOUN' || of.upos === 'PROPN' || named(of) || of.children.some(c => words[c]?.deprel === 'acl'))) return of.index
  // The number and its noun side by side, whatever the tree says.
  for (let i = number.end; i < Math.min(words.length, number.end + 4); i++) {
    const word = words[i] as Word
    if (word.sentence !== head.sentence) return null
    if (isAge(words, i, answers)) i += 4
    else if (word.upos === 'NOUN' && words[i + 1]?.form === '-') i++
    else if (word.upos === 'PROPN' && words[i + 1]?.upos === 'NUM') i++
    else if (word.upos === 'PROPN' && word.feats.includes('Number=Plur') && !/^(?:NOUN|PROPN)$/.test(words[i + 1]?.upos ?? ''))
      return word.index
    else if (word.upos === 'ADJ' && standsAlone(words, i, answers)) return word.index
    else if (word.upos === 'NOUN') return word.index
    else if (word.upos !== 'ADJ' && word.upos !== 'PROPN' && word.upos !== 'ADV' && word.upos !== 'VERB') return null
    if (word.upos === 'VERB' && word.deprel !== 'amod') return null
  }
  return null
}

/** May the words between a number and a noun belong to the noun's phrase? A preposition, a verb or another number ends it. */
function isPhrase(words: readonly Word[], from: number, to: number, answers: FigureAnswers): boolean {
  for (let i = from; i < to; i++)
    if (isAge(words, i, answers)) i += 4
    else if (/^(?:ADP|NUM|VERB|AUX|SCONJ)$/.test((words[i] as Word).upos) && (words[i] as Word).deprel !== 'amod') return false
  return true
}

/** The noun that a compound or hyphenated modifier belongs to: "conflict-related |displacements". */
function wholeNoun(words: readonly Word[], word: Word | undefined): Word | undefined {
  let at = word
  for (
    let steps = 0;
    at && steps < 4 && (at.deprel === 'compound' || at.deprel === 'amod') && (words[at.head]?.index ?? -1) > at.index;
    steps++
  )
    at = words[at.head]
  return at
}

/** "15 more dead", "30 missing": an adjective that says what is counted and has no noun behind it. */
function standsAlone(words: readonly Word[], at: number, answers: FigureAnswers): boolean {
  const { lower, sentence } = words[at] as Word
  const next = words[at + 1]
  if (next && next.sentence === sentence && /^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(next.upos)) return false
  return answers.measures.get(lower)?.some(term => term.as === 'state' || term.as === 'victim') === true
}

/** Does an age begin here: "16-year-old" in "two 16-year-old boys"? */
export function isAge(words: readonly Word[], at: number, { notCounted }: FigureAnswers): boolean {
  const isDash = (k: number) => words[k]?.form === '-'
  return words[at]?.upos === 'NUM' && isDash(at + 1) && isDash(at + 3) && notCounted.has(words[at + 2]?.lemma.toLowerCase() ?? '')
}
