import type { FigureAnswers } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy } from '../../document/tree.ts'
import type { Measured } from './measured.ts'
import { findTerm as find } from './terms.ts'

/** Does the noun itself, or what modifies it, say what is counted? */
export function ofNode(words: readonly Word[], node: Word, counted: number | null, answers: FigureAnswers): Measured | null {
  for (const key of [node.lemma.toLowerCase(), node.lower]) {
    const term = find(answers, key, ['victim', 'event'], words, node, counted)
    if (term && (term.as === 'victim' || counted === node.index || node.upos === 'NOUN'))
      return { term, word: node.index, counted, predicate: node.index, rule: 'figures/counted-noun' }
  }
  // "30 missing": the state stands for those who are in it.
  const itself = counted === node.index && node.upos !== 'NOUN' ? find(answers, node.lower, ['state'], words, node, counted) : null
  if (itself) return { term: itself, word: node.index, counted: null, predicate: node.index, rule: 'figures/counted-noun' }
  for (const c of node.children) {
    const child = words[c] as Word
    const r = child.deprel
    if (r === 'acl:relcl' && childrenBy(words, c, 'nsubj').some(s => s.upos === 'NOUN' || s.upos === 'PROPN')) continue
    if (r === 'amod' || r === 'acl' || r === 'compound' || r === 'acl:relcl') {
      const state = find(answers, child.lower, ['state'], words, child, counted)
      if (state) return { term: state, word: child.index, counted, predicate: child.index, rule: 'figures/modified-noun' }
      const verb =
        r === 'amod'
          ? null
          : find(answers, child.lemma.toLowerCase(), passive(child, words) ? ['object'] : ['subject'], words, child, counted)
      if (verb) return { term: verb, word: child.index, counted, predicate: child.index, rule: 'figures/modified-noun' }
    }
    if (r === 'appos' || r === 'dep' || r === 'advmod') {
      const state = find(answers, child.lower, ['state'], words, child, counted)
      if (state) return { term: state, word: child.index, counted, predicate: child.index, rule: 'figures/modified-noun' }
    }
  }
  return null
}

/** A participle without a subject of its own, or a verb with a passive one. */
export function passive(word: Word, words: readonly Word[]): boolean {
  if (word.feats.includes('Voice=Pass') || word.children.some(c => /pass$/.test(words[c]?.deprel ?? ''))) return true
  // "who have come home" is active: what was done to them has no auxiliary of its own but that of the passive.
  const active = word.children.some(c => words[c]?.deprel === 'aux' || words[c]?.deprel === 'nsubj')
  return word.feats.includes('VerbForm=Part') && !word.feats.includes('Tense=Pres') && !active
}
