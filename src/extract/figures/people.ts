import type { MeasureTerm } from '../../document/answers/figures.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, clauseHead } from '../../document/tree.ts'
import { countedNoun } from './counted.ts'
import type { Measured } from './measured.ts'
import { isWholeOfPart } from './measures.ts'
import type { NumberExpression } from './numbers.ts'

/** People are counted and nothing says of what: "three leaders met". One alone and a share are no figures then. */
export function peopleCounted(words: readonly Word[], number: NumberExpression, language: Language): Measured | null {
  const counted = countedNoun(words, number, language.figures)
  const noun = counted === null ? (isAlone(words, number) ? (words[number.head] as Word) : null) : (words[counted] as Word)
  if (!noun || number.percent || number.money !== null || number.value.best === 1) return null
  if (counted !== null && (!language.figures.isPeople(noun) || isOfKnown(words, number))) return null
  if (isScene(words, noun, language)) return null
  const known = isKnown(words, number) && !(isWholeOfPart(words, number, language.figures) && (number.value.best ?? 0) >= CROWD)
  if (words[number.end]?.form === '-' || known || isSpeaker(words, noun, language)) return null
  const term: MeasureTerm = { as: 'victim', with: '', measure: 'other', kind: null }
  return { term, word: noun.index, counted, predicate: clauseHead(words, noun.index), rule: 'figures/people' }
}

/** A number this large that does something is of people, where nothing is named. */
const CROWD = 100

/** "1.7 million live without papers", "brought tens of thousands onto the streets": subject or object of a verb, with nothing named. */
function isAlone(words: readonly Word[], number: NumberExpression): boolean {
  const { deprel, head } = words[number.head] as Word
  const many = number.value.best === null ? number.value.quantifier === 'vague' : number.value.best >= CROWD
  const known = number.value.best === null ? /^(?:nsubj|obj)/ : /^nsubj$/
  return many && known.test(deprel) && words[head]?.upos === 'VERB'
}

/** "fifteen of the seventeen judges" */
function isOfKnown(words: readonly Word[], number: NumberExpression): boolean {
  return (
    number.value.quantifier !== 'vague' &&
    words[number.end]?.upos === 'ADP' &&
    words[number.end + 1]?.feats.includes('Definite=Def') === true
  )
}

/** "in front of 20,000 fans": people who are but where something happens. */
function isScene(words: readonly Word[], noun: Word, language: Language): boolean {
  const over = words[noun.head]
  // The parts of "in front of" may hang on each other.
  if (noun.deprel === 'nmod' && over?.deprel === 'obl' && isScene(words, over, language)) return true
  return (
    /^(?:obl|nmod)$/.test(noun.deprel) &&
    childrenBy(words, noun.index, 'case').some(
      mark => language.events?.placeMarks.has(mark.lower) === true && !language.figures.aims.has(mark.lower),
    )
  )
}

/** "the two men", "his nine children": told of before, or somebody's own. */
function isKnown(words: readonly Word[], number: NumberExpression): boolean {
  const before = words[Math.min(number.first, ...number.quantifierWords) - 1]
  return before?.sentence === words[number.first]?.sentence && /(?:Definite=Def|PronType=(?:Dem|Prs)|Poss=Yes)/.test(before?.feats ?? '')
}

/** "two officials said" */
function isSpeaker(words: readonly Word[], noun: Word, language: Language): boolean {
  const verb = words[noun.head]
  return verb !== undefined && noun.deprel === 'nsubj' && language.events?.speech.has(verb.lemma.toLowerCase()) === true
}
