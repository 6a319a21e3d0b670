import { foldName } from '../util/fold.ts'

/** Finds which entry of a list stands first in a text, compared folded. */
export type PhraseFinder<Entry> = (text: string) => Entry | null

/** `endings`: a pattern for what may follow the phrase within its last word; longer phrases go before shorter ones at the same place. */
export function phraseFinder<Entry extends { readonly word: string }>(entries: readonly Entry[], endings: string): PhraseFinder<Entry> {
  const byWord = new Map(entries.map(entry => [foldName(entry.word), entry]))
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const pattern = new RegExp(`(?:^| )(${words.join('|')})(?:${endings})`)
  return text => {
    const found = pattern.exec(foldName(text))?.[1]
    return found === undefined ? null : (byWord.get(found) ?? null)
  }
}

/** A whole word, or its plural. */
export const WHOLE = '(?:e?s)?(?= |$)'
/** The beginning of a word. */
export const BEGINNING = ''
