import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, feature, relation, subjectOf, subtree } from '../../document/tree.ts'
import type { SpeechAct } from '../../record/statement.ts'
import { openedClause } from './clause-content.ts'
import type { Cue } from './cue.ts'
import { sayingOf } from './saying.ts'

/** "the announcement that it would build", "a call for restraint", "his pledge to leave". */
export function nounCue(words: readonly Word[], word: Word, index: MentionIndex, language: Language): Cue | null {
  if (word.upos !== 'NOUN') return null
  const noun = language.statements.nouns.get(word.lemma.toLowerCase())
  if (!noun) return null
  for (const dependent of childrenBy(words, word.index, 'acl', 'ccomp', 'nmod')) {
    const marker = childrenBy(words, dependent.index, 'mark', 'case').find(m => noun.content.has(m.lower))
    if (!marker) continue
    const infinitive = feature(dependent, 'VerbForm') === 'Inf' && relation(marker) === 'mark'
    if (noun.infinitive === marker.lower && !infinitive) continue
    const content = subtree(words, dependent.index, w => noun.infinitive !== marker.lower && w.index === marker.index)
    const owner =
      childBy(words, word.index, 'nmod:poss') ??
      childrenBy(words, word.index, 'amod', 'compound').find(c => index.at(c.index).length > 0) ??
      childrenBy(words, word.index, 'nmod').find(n => n.index !== dependent.index) ??
      null
    const verb = words[word.head]
    // "is warning that …", "with officials warning that …": the tagger may take the verb for a noun.
    const predicated = childBy(words, word.index, 'nsubj')
    const isGiven = verb && relation(word) === 'obj' && language.statements.issuing.has(verb.lemma.toLowerCase())
    const giver = owner ?? predicated ?? (isGiven ? subjectOf(words, verb.index) : null)
    if (!giver && relation(dependent) === 'nmod') continue
    return {
      rule: 'statements/noun-of-saying',
      words: [word.index],
      act: noun.act,
      speaker: giver?.index ?? null,
      content,
      addressee: null,
      quotes: false,
    }
  }
  return emergedCue(words, word, noun.act, language)
}

/** "Reports emerged on Monday |that …": the clause goes with the noun that is the subject. */
function emergedCue(words: readonly Word[], noun: Word, act: SpeechAct, language: Language): Cue | null {
  const verb = words[noun.head]
  if (!/^nsubj/.test(noun.deprel) || verb?.upos !== 'VERB' || sayingOf(words, verb, language) !== null) return null
  const content = openedClause(words, verb, language)
  return (
    content && { rule: 'statements/noun-of-saying', words: [noun.index], act, speaker: noun.index, content, addressee: null, quotes: false }
  )
}
