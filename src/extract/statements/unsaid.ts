import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy } from '../../document/tree.ts'

/** "The paper reports that …", "Trump claims: …": a verb behind a name with a clause or a colon behind it, which the tagger takes for a noun. */
export function isReadAsNoun(words: readonly Word[], word: Word, index: MentionIndex, language: Language): boolean {
  const next = words[word.index + 1]
  if (isProgressive(words, word, language)) return true
  // "The commander |claims| to have left": a noun with a subject and an infinitive.
  if (
    word.upos === 'NOUN' &&
    next &&
    language.statements.infinitives.has(next.lower) &&
    childBy(words, word.index, 'nsubj')?.index === word.index - 1
  )
    return true
  if (
    word.upos !== 'NOUN' ||
    next?.sentence !== word.sentence ||
    (next.form !== ':' && !language.statements.complementizers.has(next.lower))
  )
    return false
  const before = index.endingAt(words[word.index - 1]?.upos === 'ADV' ? word.index - 1 : word.index)
  return (
    before?.as === 'name' ||
    (before?.as === 'pronoun' && before.rule === 'mentions/pronoun') ||
    index.at(word.head).some(m => m.as === 'name' && m.end === word.index)
  )
}

/** "The army |is warning| voters that …": a form of a verb of saying between an auxiliary and what could be its object. */
function isProgressive(words: readonly Word[], word: Word, { statements }: Language): boolean {
  const next = words[word.index + 1]
  return (
    word.upos === 'NOUN' &&
    words[word.index - 1]?.upos === 'AUX' &&
    statements.forms.has(word.lower) &&
    next !== undefined &&
    /^(?:DET|PRON|NOUN|PROPN|SCONJ)$/.test(next.upos)
  )
}

/** "If he says so", "I think": a condition says nothing, and what somebody quoted thinks is what is quoted. */
export function isUnsaid(words: readonly Word[], word: Word, kind: 'speech' | 'attitude', language: Language): boolean {
  const subject = childBy(words, word.index, 'nsubj')
  const person = subject && language.mentions.pronouns.get(subject.lower)?.person
  if (person === 2 || (person === 1 && kind === 'attitude')) return true
  return childrenBy(words, word.index, 'mark').some(m => language.statements.conditions.has(m.lower))
}

/** How far in front of a verb its negation may stand. */
const NEGATION = 4

/** "did not say": nobody said it. A "not" at the end of a quotation in front is none of the verb's. */
export function isNegated(words: readonly Word[], word: Word): boolean {
  return word.children.some(c => {
    if (!(words[c] as Word).feats.includes('Polarity=Neg')) return false
    if (c > word.index || word.index - c > NEGATION) return c > word.index
    return !words.slice(c, word.index).some(w => w.upos === 'PUNCT')
  })
}
