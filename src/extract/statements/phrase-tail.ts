import type { Language } from '../../document/language.ts'
import type { TimeMention, Word } from '../../document/layers.ts'
import { relation, subtree } from '../../document/tree.ts'
import type { Cue } from './cue.ts'

/** Rules whose content is a noun phrase. */
const PHRASES = new Set([
  'statements/said-as-noun',
  'statements/after-preposition',
  'statements/feeling-voiced',
  'statements/noun-of-saying',
])

/** How many phrases may follow one another. */
const PHRASES_BEHIND = 4

/**
 * "condemned the attack of 17 May |on the garrison|", "called for calm |on all sides|", "the release of 23 reporters |still in jail|": phrases right
 * behind a noun that is said, without a mark between, belong to it though the tree hangs them on the verb, where their preposition tells of
 * things and no time does. Where and when somebody speaks, and in what writing, is no part of it.
 */
export function withTail(cue: Cue, words: readonly Word[], times: ReadonlyMap<number, TimeMention>, language: Language): Cue {
  if (!PHRASES.has(cue.rule) || cue.content.length === 0) return cue
  const verb = cue.words[0] as number
  const content = [...cue.content]
  if ((content[0] as number) < verb) return cue
  for (let k = 0; k < PHRASES_BEHIND; k++) {
    const last = content[content.length - 1] as number
    const end = tailEnd(words, last + 1, verb, content, times, language)
    if (end === null || cue.addressee === end) break
    for (let i = last + 1; i <= end; i++) content.push(i)
  }
  return content.length > cue.content.length ? { ...cue, content } : cue
}

/** "rejected calls |for a vote|": what brings the content of a noun of saying. */
function isCalledFor(words: readonly Word[], opening: Word, content: readonly number[], { nouns }: Language['statements']): boolean {
  const noun = words[content[content.length - 1] as number] as Word
  return nouns.get(noun.lemma.toLowerCase())?.content.has(opening.lower) === true
}

/** The last word of the phrase that opens at a word and goes on with a content, or null. */
function tailEnd(
  words: readonly Word[],
  first: number,
  verb: number,
  content: readonly number[],
  times: ReadonlyMap<number, TimeMention>,
  { statements }: Language,
): number | null {
  const opening = words[first]
  if (
    opening?.upos !== 'ADP' ||
    opening.sentence !== words[verb]?.sentence ||
    !(statements.tails.has(opening.lower) || isCalledFor(words, opening, content, statements))
  )
    return null
  const head = words[opening.head]
  if (!head || head.index <= first || !/^(?:NOUN|PROPN|NUM|PRON)$/.test(head.upos) || !/^(?:obl|nmod)$/.test(relation(head))) return null
  if (head.head !== verb && !content.includes(head.head)) return null
  if (statements.documents.has(head.lemma.toLowerCase()) || times.has(first) || times.has(first + 1) || times.has(head.index)) return null
  const phrase = subtree(words, head.index)
  const end = phrase[phrase.length - 1] as number
  // A phrase of one run, without a clause or a mark in it.
  for (let i = first; i <= end; i++) if (words[i]?.upos === 'PUNCT' || words[i]?.upos === 'VERB' || words[i]?.upos === 'AUX') return null
  return end
}
