import type { FigureAnswers, MeasureTerm } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'

/** The term for a word in one of the given uses, if the word that it asks for hangs on it and it can be said of what is counted. */
export function findTerm(
  answers: FigureAnswers,
  key: string,
  uses: readonly MeasureTerm['as'][],
  words: readonly Word[],
  word: Word,
  counted: number | null,
): MeasureTerm | null {
  const noun = counted === null ? undefined : words[counted]
  const terms = answers.measures.get(key) ?? answers.measures.get(answers.unglue(key))
  const isRight = (term: MeasureTerm) =>
    uses.includes(term.as) &&
    hasCompanion(words, word, term.with, counted, answers) &&
    fits(term, noun, answers) &&
    !(term.as === 'event' && isUndone(words, word, answers))
  return (word.upos === 'VERB' ? answers.measures.get(answers.anyVerb)?.find(isRight) : undefined) ?? terms?.find(isRight) ?? null
}

/** "fatally shot" tells of all who were, "shot two men, one of them fatally" of one. */
function isBeside(companion: Word, { index }: Word): boolean {
  return companion.upos !== 'ADV' || Math.abs(companion.index - index) === 1
}

/** "attempted murder" */
function isUndone(words: readonly Word[], word: Word, answers: FigureAnswers): boolean {
  return answers.undone.has(words[word.index - 1]?.lower ?? '') || word.children.some(c => answers.undone.has(words[c]?.lower ?? ''))
}

/** Houses are not killed, nor people destroyed. */
function fits(term: MeasureTerm, counted: Word | undefined, answers: FigureAnswers): boolean {
  const unit = counted && answers.counted.get(counted.lemma.toLowerCase())?.unit
  const thing = unit === 'building' || unit === 'hectare' || unit === 'incident' || unit === 'other'
  if (term.measure === 'destroyed') return counted === undefined || thing
  return !thing || THINGS.has(term.measure) || (unit === 'building' && term.measure === 'displaced')
}

/** Measures that hold for things as well. */
const THINGS: ReadonlySet<string> = new Set(['affected', 'attacks', 'deployed', 'other'])

function hasCompanion(words: readonly Word[], word: Word, companion: string, counted: number | null, answers: FigureAnswers): boolean {
  if (companion === '') return true
  const children = word.children.map(c => words[c] as Word)
  if (companion === '@name') return children.some(c => c.deprel === 'obj' && c.upos === 'PROPN')
  // A number alone that leaves or arrives is of people, and so is a name that is counted: "509,000 Rohingya".
  if (companion === answers.folk && (counted === null || words[counted]?.upos === 'PROPN')) return true
  if (companion === answers.anybody)
    return counted === null || answers.isPeople(words[counted] as Word) || answers.more.has((words[counted] as Word).lower)
  if (companion.startsWith('#'))
    return counted !== null && answers.classes.get(companion.slice(1))?.has((words[counted] as Word).lemma.toLowerCase()) === true
  const [preposition, noun] = companion.includes(' ') ? companion.split(' ') : [null, companion]
  const nouns = companion.startsWith('@') ? answers.classes.get(companion.slice(1)) : undefined
  const is = (w: Word) =>
    nouns ? w.index !== counted && nouns.has(w.lemma.toLowerCase()) : w.lemma.toLowerCase() === noun && isBeside(w, word)
  if (preposition) return children.some(c => is(c) && c.children.some(k => words[k]?.lower === preposition))
  const beside = (w: Word) => w.children.some(k => is(words[k] as Word) && /^(?:conj|obl|nmod|obj)$/.test(words[k]?.deprel ?? ''))
  // "four were shot, and three are dead": a clause of its own hangs on nothing.
  const isOwnClause = (w: Word) => w.deprel === 'conj' && w.children.some(k => /^nsubj/.test(words[k]?.deprel ?? ''))
  return children.some(
    c => (is(c) && !isOwnClause(c) && !(nouns && /^nsubj/.test(c.deprel))) || (/^(?:obj|obl|advmod)$/.test(c.deprel) && beside(c)),
  )
}
