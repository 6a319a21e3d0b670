import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'

/** The mention right in front of a verb, auxiliaries and adverbs aside. */
export function beforeVerb(words: readonly Word[], word: Word, index: MentionIndex) {
  for (let end = word.index; end > word.index - 4 && end > 0; end--) {
    const found = index.endingAt(words[end - 1]?.form === ')' ? openingBracket(words, end - 1) : end)
    if (found?.rule === 'mentions/relative') return null
    if (found) return found
    const upos = (words[end - 1] as Word).upos
    if (upos !== 'ADV' && upos !== 'AUX') return null
  }
  return null
}

/** The mention right behind a verb, its article aside. */
export function behindVerb(words: readonly Word[], word: Word, index: MentionIndex) {
  return index.startingAt(afterArticle(words, word.index + 1))
}

/** The word itself, or the one behind it where it is an article or a possessive, which are no part of a description. */
export function afterArticle(words: readonly Word[], first: number): number {
  return isArticle(words[first]) ? first + 1 : first
}

/** The word in front of a phrase, its article left out. */
export function frontOf(words: readonly Word[], first: number): number {
  return isArticle(words[first - 1]) ? first - 2 : first - 1
}

function isArticle(word: Word | undefined): boolean {
  return word?.upos === 'DET' || (word?.deprel === 'nmod:poss' && word.upos === 'PRON')
}

/** The bracket that a closing one belongs to, at most eight words before it; the closing one itself where there is none. */
function openingBracket(words: readonly Word[], close: number): number {
  for (let i = close; i > close - 8 && i >= 0; i--) if (words[i]?.form === '(') return i
  return close
}

export function isFiniteVerb(words: readonly Word[], word: Word): boolean {
  return (
    word.feats.includes('VerbForm=Fin') || word.children.some(c => words[c]?.upos === 'AUX' && words[c]?.feats.includes('VerbForm=Fin'))
  )
}
