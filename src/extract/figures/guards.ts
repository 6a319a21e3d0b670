import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { countedNoun } from './counted.ts'
import type { NumberExpression } from './numbers.ts'

/** Nobody is older than this. */
const OLDEST = 115

/** Numbers that count nothing: ages, labels of things, one of several, what is said not to be so. */
export function countsNothing(words: readonly Word[], number: NumberExpression, index: MentionIndex, language: Language): boolean {
  return (
    isAge(words, number, language) ||
    isAgeBeside(words, number, index, language) ||
    isAgeOfMany(words, number, language) ||
    isPartOfAge(words, number, language) ||
    isHouse(words, number, language) ||
    isLabel(words, number, language) ||
    isPartitive(words, number, language) ||
    isDenied(words, number, language)
  )
}

/** "17 people, not 20 as first reported": a number that is taken back. Not so "not less than 20". */
function isDenied(words: readonly Word[], number: NumberExpression, { figures }: Language): boolean {
  const before = words[number.first - 1]
  return (
    before?.sentence === words[number.first]?.sentence && number.quantifierWords.length === 0 && figures.denials.has(before?.lower ?? '')
  )
}

/** How far in front of the last of some ages the word for them is looked for: "aged 27, 29, 31 and 35". */
const AGES = 9

/** "aged 27 and 31", "Diallo and Keita, both 16, …" */
function isAge(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  for (let i = number.first - 1; i > number.first - AGES; i--) {
    const word = words[i]
    if (!word || word.sentence !== words[number.first]?.sentence) return false
    if (language.figures.ages.has(word.lower)) return true
    if (word.upos !== 'NUM' && word.upos !== 'CCONJ' && word.upos !== 'ADP' && word.form !== ',') break
  }
  const after = words[number.end]
  const closes = after === undefined || after.upos === 'PUNCT'
  return closes && (number.value.best ?? OLDEST) < OLDEST && language.figures.both.has(words[number.first - 1]?.lower ?? '')
}

/** "two men, 17 and 19, …": bare numbers behind people, between commas. */
function isAgeOfMany(words: readonly Word[], { first, end, value }: NumberExpression, { figures }: Language): boolean {
  const isJoint = (at: number) => words[at]?.form === ',' || words[at]?.upos === 'CCONJ'
  const isNumber = (at: number) => words[at]?.upos === 'NUM'
  let [start, stop] = [first - 1, end]
  while (start > first - AGES && (isJoint(start) || isNumber(start))) start--
  while (stop < end + AGES && (isNumber(stop) || (isJoint(stop) && (isNumber(stop + 1) || isNumber(stop + 2))))) stop++
  const owner = words[start]
  const isAlone = !isNumber(start + 2) && stop === end
  if (!owner || words[start + 1]?.form !== ',' || isAlone || (value.best ?? OLDEST) >= OLDEST) return false
  const closes = stop >= words.length || words[stop]?.upos === 'PUNCT' || words[stop]?.sentence !== owner.sentence
  return closes && owner.sentence === words[first]?.sentence && owner.feats.includes('Number=Plur') && figures.isPeople(owner)
}

/** "a 12-year-old boy", "her 9-month-old daughter" */
function isPartOfAge(words: readonly Word[], number: NumberExpression, { figures }: Language): boolean {
  const unit = words[number.end]?.form === '-' ? words[number.end + 1] : undefined
  return unit !== undefined && figures.notCounted.has(unit.lemma.toLowerCase()) && words[number.end + 2]?.form === '-'
}

/** Words of the longest name of a street between the number of a house and the word for street. */
const STREET = 4

/** "the 4100 block of West Cedar Avenue", "1711 Kansas Avenue" */
function isHouse(words: readonly Word[], number: NumberExpression, { figures }: Language): boolean {
  const next = words[number.end]
  if (!next || next.sentence !== words[number.first]?.sentence) return false
  if (figures.blocks.has(next.lower) && words[number.end + 1]?.lower === figures.of) return true
  for (let i = number.end; i <= number.end + STREET && /^[\p{Lu}\d]/u.test(words[i]?.form ?? ''); i++)
    if (i > number.end && figures.streets.has((words[i] as Word).lower)) return true
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
  // "Diallo, 24 and Keita, 23"
  if (before.form === ',') return (closes || after.upos === 'CCONJ') && isOnePerson(owner, index, language)
  // "Begum, now 19, …"
  const named = words[number.first - 3]
  if (before.upos === 'ADV' && owner.form === ',' && named) return closes && isOnePerson(named, index, language)
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
  if (isOfLabel(words, number, language)) return true
  if (label?.upos === 'PROPN' && words[number.first - 2]?.upos === 'NUM' && words[number.end]?.upos === 'NOUN') return true
  if (!label || label.sentence !== words[number.first]?.sentence || !language.figures.labels.has(label.lemma.toLowerCase())) return false
  if (number.value.best !== null && !Number.isInteger(number.value.best)) return true
  const front = words[number.first - 2]
  const opens = front?.sentence !== label.sentence
  if (!opens && (/^\p{Lu}/u.test(label.form) || language.figures.one.has(front?.lower ?? ''))) return true
  const noun = countedNoun(words, number, language.figures)
  return noun === null && !number.percent && number.money === null
}

/** "Picture 2 of |5", "she called |911": the last of things with numbers, a number that is called. */
function isOfLabel(words: readonly Word[], { first, end }: NumberExpression, { figures }: Language): boolean {
  const [before, thing] = [words[first - 1], words[first - 3]]
  if (!before || before.sentence !== words[first]?.sentence) return false
  if (figures.calls.has(before.lemma.toLowerCase())) return words[end]?.upos !== 'NOUN'
  return before.lower === figures.of && words[first - 2]?.upos === 'NUM' && figures.labels.has(thing?.lemma.toLowerCase() ?? '')
}

/** "one of the clans", "ten members of one family" */
function isPartitive(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  if (number.value.best !== 1) return false
  if (language.mentions.genitives.has(words[number.end]?.lower ?? '')) return true
  const noun = countedNoun(words, number, language.figures)
  return words[number.first - 1]?.lower === language.figures.of && noun !== null && language.figures.isPeople(words[noun] as Word)
}
