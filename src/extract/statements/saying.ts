import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'

/** A verb of saying as it stands in a text. */
export interface Saying {
  readonly verb: SpeechVerb
  /** The particle right behind the verb that belongs to it: "ruled |out|". */
  readonly particle: number | null
}

/** What a word says as a verb of saying, or null; its form is asked where its lemma tells nothing. */
export function sayingOf(words: readonly Word[], word: Word, { statements }: Language): Saying | null {
  const lemma = word.lemma.toLowerCase()
  const known = statements.verbs.has(lemma) ? lemma : statements.forms.get(word.lower)
  const next = statements.phrasal.has(known ?? lemma) ? words[word.index + 1] : undefined
  const phrasal = next?.sentence === word.sentence ? statements.verbs.get(`${known ?? lemma} ${next.lower}`) : undefined
  if (phrasal) return { verb: phrasal, particle: word.index + 1 }
  const verb = known === undefined ? undefined : statements.verbs.get(known)
  return verb ? { verb, particle: null } : null
}
