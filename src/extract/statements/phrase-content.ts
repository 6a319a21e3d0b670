import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, feature, relation, subtree } from '../../document/tree.ts'
import type { Content } from './cue.ts'

/** What is said as a noun phrase, a gerund, or after a preposition. */
export function otherContent(
  words: readonly Word[],
  word: Word,
  verb: SpeechVerb,
  passive: boolean,
  index: MentionIndex,
  language: Language,
): Content | null {
  const evaluation = verb.takes.has('as') && !passive ? evaluated(words, word, verb.takes.has('bare'), language) : null
  if (evaluation) return { rule: 'statements/evaluation', content: evaluation }
  if (verb.takes.has('prep'))
    // The tree may hang what is said on the one spoken of: "accused Somalia |of sheltering them".
    for (const dependent of [word, ...childrenBy(words, word.index, 'obj')].flatMap(w =>
      childrenBy(words, w.index, 'obl', 'advcl', 'acl', 'nmod').filter(d => w === word || relation(d) !== 'nmod' || d.upos === 'NOUN'),
    )) {
      const marker = childrenBy(words, dependent.index, 'case', 'mark').find(m => verb.content.has(m.lower))
      if (marker)
        return {
          rule: 'statements/after-preposition',
          content: subtree(words, dependent.index, w => w.index === marker.index || (w.head === dependent.index && w.index < marker.index)),
        }
    }
  if (verb.takes.has('gerund')) {
    const gerund = childrenBy(words, word.index, 'xcomp', 'ccomp')[0]
    if (gerund) return { rule: 'statements/gerund', content: subtree(words, gerund.index) }
  }
  if (verb.takes.has('noun')) {
    const object = childBy(words, word.index, passive ? 'nsubj:pass' : 'obj')
    if (object && (object.upos === 'NOUN' || object.upos === 'PROPN') && !isSomebody(object, verb, index))
      return { rule: 'statements/said-as-noun', content: withoutAside(words, object) }
  }
  return null
}

/** An object that is spoken to or of, not what is said. */
function isSomebody(object: Word, verb: SpeechVerb, index: MentionIndex): boolean {
  return index
    .at(object.index)
    .some(
      m =>
        m.as === 'name' ||
        m.kind === 'person' ||
        m.kind === 'population' ||
        (verb.addressee.has('obj') && m.kind !== null && m.kind !== 'place'),
    )
}

/** A noun phrase without the relative clause that a comma sets off: the writer's own remark. */
function withoutAside(words: readonly Word[], noun: Word): number[] {
  return subtree(words, noun.index, w => w.deprel === 'acl:relcl' && w.children.some(c => words[c]?.form === ',' && c < w.index))
}

/** "called |the charges unfounded|", "described |the vote as a farce|": an object with what it is said to be. */
function evaluated(words: readonly Word[], word: Word, bare: boolean, language: Language): number[] | null {
  const object = childBy(words, word.index, 'obj')
  if (!object || object.index < word.index) return null
  const isAs = (w: Word) => childrenBy(words, w.index, 'case', 'mark').some(c => language.statements.predicatives.has(c.lower))
  const own = childrenBy(words, word.index, 'xcomp', 'obl', 'advcl', 'obj').filter(
    x =>
      x !== object &&
      x.index > word.index &&
      (isAs(x) || (bare && /^(?:xcomp|obj)$/.test(relation(x)) && feature(x, 'VerbForm') !== 'Inf')),
  )
  if (own.length) return [object, ...own].flatMap(x => subtree(words, x.index)).sort((a, b) => a - b)
  // "described the vote |as a farce|", "called the charges |unfounded|": the tree may hang it on the object.
  const hung = childrenBy(words, object.index, 'nmod', 'acl', 'obl', ...(bare ? ['amod', 'appos'] : [])).some(
    x => x.index > object.index && (isAs(x) || x.upos === 'ADJ' || x.deprel === 'appos'),
  )
  return hung ? subtree(words, object.index) : null
}
