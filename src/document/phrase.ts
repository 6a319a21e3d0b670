import type { Word } from './layers.ts'

/** Do the words from `first` on read as the phrase, word by word in lower case? */
export function readsAs(words: readonly Word[], first: number, phrase: readonly string[]): boolean {
  for (let k = 0; k < phrase.length; k++) if (words[first + k]?.lower !== phrase[k]) return false
  return true
}
