import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { countedNoun } from './counted.ts'
import type { NumberExpression } from './numbers.ts'

/** Nobody is older than this. */
const OLDEST = 115

/** Numbers that count nothing: ages, labels of things, one of several. */
export function countsNothing(words: readonly Word[], number: NumberExpression, index: MentionIndex, language: Language): boolean {
  return (
    isAge(words, number, language) ||
    isAgeBeside(words, number, index, language) ||
    isLabel(words, number, language) ||
    isPartitive(words, number, language)
  )
}

/** "aged 27 and 31" */
function isAge(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  for (let i = number.first - 1; i > number.first - 5; i--) {
    const word = words[i]
    if (!word || (word.upos !== 'NUM' && word.upos !== 'CCONJ' && word.upos !== 'ADP' && !language.figures.ages.has(word.lower)))
      return false
    if (language.figures.ages.has(word.lower)) return true
  }
  return false
}

/** "Amina Diallo (72)", "his sister, 27, died", "a boy of 11": a number alone beside one person. */
function isAgeBeside(words: readonly Word[], number: NumberExpression, index: MentionIndex, language: Language): boolean {
  const { best } = number.value
  if (best === null || best > OLDEST || number.money !== null || number.percent) return false
  const before = words[number.first - 1]
  const after = words[number.end]
  const owner = words[number.first - 2]
  if (!before || !owner || owner.sentence !== before.sentence) return false
  const closes = after === undefined || after.upos === 'PUNCT' || after.sentence !== before.sentence
  if (before.form === '(' && after?.form === ')') return isOnePerson(owner, index, language)
  if (before.form === ',') return closes && isOnePerson(owner, index, language)
  // "children under two"
  if (number.quantifierWords.includes(number.first - 1) && number.quantifierWords.length === 1 && number.value.quantifier !== 'about')
    return closes || after?.upos !== 'NOUN'
      ? language.figures.isPeople(owner) &&
          owner.feats.includes('Number=Plur') &&
          best > 0 &&
          countedNoun(words, number, language.figures) === null
      : false
  if (before.lower !== language.figures.of || countedNoun(words, number, language.figures) !== null) return false
  // "a mother of five" has five children: those who can be an age are named by it.
  return isOnePerson(owner, index, language) || language.figures.one.has(owner.lower) ? isYoung(owner, language) : false
}

function isYoung(owner: Word, language: Language): boolean {
  return language.figures.classes.get('aged')?.has(owner.lemma.toLowerCase()) === true
}

function isOnePerson(word: Word, index: MentionIndex, language: Language): boolean {
  const name = index.endingAt(word.index + 1)
  if (name?.as === 'name' || word.upos === 'PROPN') return !name || name.kind === 'person' || name.kind === null
  if (word.upos !== 'NOUN' || word.feats.includes('Number=Plur')) return false
  return language.agents.of(word.lower, 'sing')?.person === true || isYoung(word, language)
}

/** "a Category 4 storm", "Route 7": the number names the thing. */
function isLabel(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  const label = words[number.first - 1]
  // "Il-76 planes", "14 Leopard 2 tanks"
  if (label?.form === '-' && words[number.first - 2]?.upos === 'PROPN') return true
  if (label?.upos === 'PROPN' && words[number.first - 2]?.upos === 'NUM' && words[number.end]?.upos === 'NOUN') return true
  if (!label || label.sentence !== words[number.first]?.sentence || !language.figures.labels.has(label.lemma.toLowerCase())) return false
  if (number.value.best !== null && !Number.isInteger(number.value.best)) return true
  const front = words[number.first - 2]
  const opens = front?.sentence !== label.sentence
  if (!opens && (/^\p{Lu}/u.test(label.form) || language.figures.one.has(front?.lower ?? ''))) return true
  const noun = countedNoun(words, number, language.figures)
  return noun === null && !number.percent && number.money === null
}

/** "one of the clans", "ten members of one family" */
function isPartitive(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  if (number.value.best !== 1) return false
  if (language.mentions.genitives.has(words[number.end]?.lower ?? '')) return true
  const noun = countedNoun(words, number, language.figures)
  return words[number.first - 1]?.lower === language.figures.of && noun !== null && language.figures.isPeople(words[noun] as Word)
}
