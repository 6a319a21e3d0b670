import { hashText } from './hash.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’](?!s\b)\p{L}+)?/gu
const MARKS = /\p{M}+/gu

/** A run of letters and digits of a text: where it begins and ends, and the hash of its folded form. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly hash: number
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
}

/** The words of a text, compared without case and diacritics; "'s" is left off. */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = foldWord(word)
    const first = word[0] as string
    words.push({ start: index, end: index + word.length, hash: hashText(folded), capital: first !== first.toLowerCase() })
  }
  return words
}

function foldWord(word: string): string {
  const lower = word.toLowerCase()
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '').replace(/’/g, "'")
}
