import type { Span } from '../record/span.ts'
import type { Word } from './layers.ts'

/** The relation without its subtype: "nsubj:pass" → "nsubj". */
export function relation(word: Word): string {
  const colon = word.deprel.indexOf(':')
  return colon < 0 ? word.deprel : word.deprel.slice(0, colon)
}

/** The value of a UD feature, or null: feature(word, "Number") → "Plur". */
export function feature(word: Word, name: string): string | null {
  for (const pair of word.feats.split('|')) if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1)
  return null
}

/** "calling": a gerund or an active participle. */
export function isActiveParticiple({ feats }: Word): boolean {
  return /VerbForm=Ger|Tense=Pres\|VerbForm=Part/.test(feats)
}

/** Dependents of a word whose relation (with or without subtype) is one of those named, in reading order. */
export function childrenBy(words: readonly Word[], head: number, ...relations: string[]): Word[] {
  const out: Word[] = []
  for (const c of words[head]?.children ?? NONE) {
    const word = words[c]
    if (word && isOneOf(word, relations)) out.push(word)
  }
  return out
}

const NONE: readonly number[] = []

/** Is the relation of a word, with or without its subtype, one of those named? Cuts no string: trees are asked for it all the time. */
function isOneOf({ deprel }: Word, relations: readonly string[]): boolean {
  for (const wanted of relations)
    if (deprel === wanted || (deprel.length > wanted.length && deprel[wanted.length] === ':' && deprel.startsWith(wanted))) return true
  return false
}

/** First dependent with one of the relations, or null. */
export function childBy(words: readonly Word[], head: number, ...relations: string[]): Word | null {
  for (const c of words[head]?.children ?? NONE) {
    const word = words[c]
    if (word && isOneOf(word, relations)) return word
  }
  return null
}

/** Indexes of the word and everything under it, in reading order; `skip` leaves out a dependent with all that hangs on it. */
export function subtree(words: readonly Word[], head: number, skip: (word: Word) => boolean = () => false): number[] {
  const out: number[] = []
  const stack = [head]
  while (stack.length) {
    const i = stack.pop() as number
    out.push(i)
    for (const c of words[i]?.children ?? []) {
      const child = words[c]
      if (child && !skip(child)) stack.push(c)
    }
  }
  return out.sort((a, b) => a - b)
}

/** The head of the coordination that a word belongs to, itself where it stands alone. */
export function firstConjunct(words: readonly Word[], index: number): number {
  let i = index
  while (words[i] && relation(words[i] as Word) === 'conj') i = (words[i] as Word).head
  return i
}

/** Span of text from the first to the last of some words (indexes in reading order). */
export function spanOf(words: readonly Word[], indexes: readonly number[]): Span {
  const first = words[indexes[0] as number]
  const last = words[indexes[indexes.length - 1] as number]
  return [first?.start ?? 0, last?.end ?? 0]
}

/** The nearest word at or above this one that heads a clause (a verb, or any predicate with a subject), else the root. */
export function clauseHead(words: readonly Word[], index: number): number {
  let i = index
  for (;;) {
    const word = words[i]
    if (!word || word.head < 0) return i
    if (word.upos === 'VERB' || CLAUSE.has(relation(word)) || word.children.some(c => /^(?:nsubj|csubj|expl)/.test(words[c]?.deprel ?? '')))
      return i
    i = word.head
  }
}

const CLAUSE = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis', 'root'])

/**
 * The subject of a predicate: its own, else the one shared by coordination or control ("vowed to send": the vower), else what an
 * acl modifies ("troops sent"). Null where the tree has none. Passive subjects are subjects: look at `deprel`.
 */
export function subjectOf(words: readonly Word[], predicate: number): Word | null {
  let i = predicate
  for (let steps = 0; steps < 12; steps++) {
    const own = childBy(words, i, 'nsubj', 'csubj')
    if (own) return own
    const word = words[i]
    if (!word || word.head < 0) return null
    const up = relation(word)
    if (up === 'acl') return words[word.head] ?? null
    if (up !== 'conj' && up !== 'xcomp' && up !== 'advcl' && up !== 'ccomp' && up !== 'parataxis') return null
    if ((up === 'ccomp' || up === 'parataxis') && childBy(words, i, 'mark', 'aux') === null && feature(word, 'VerbForm') === 'Fin')
      return null
    i = word.head
  }
  return null
}
