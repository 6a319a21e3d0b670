import type { Word } from '../../document/layers.ts'
import type { Language } from '../../document/language.ts'

/** Does the noun name people who can be counted: "soldiers", "families", "Malians"? */
export function isPeople(noun: Word, language: Language): boolean {
  const lemma = noun.lemma.toLowerCase()
  if (language.figures.counted.get(lemma)?.population) return true
  const agent = language.agents.of(noun.lower, null) ?? language.agents.of(lemma, 'plur')
  if (agent?.person) return true
  return noun.upos !== 'ADJ' && language.demonyms.of(noun.form)?.form === 'people'
}
