/** A question of words as FTS5 understands it, and its words one by one. */
export interface Match {
  readonly match: string
  /** Each a word, or a phrase of several. */
  readonly terms: readonly string[]
}

/** More words than this are no question. */
const MOST_TERMS = 24
const LONGEST_TERM = 120

/**
 * What somebody wrote as a question to the word index: every word must be there, "words in quotes" side by side. Everything is quoted, so that
 * no string means anything else or fails; null where it has no word.
 */
export function parseMatch(text: string): Match | null {
  const terms: string[] = []
  for (const [, phrase, word] of text.toWellFormed().matchAll(/["“”«»]([^"“”«»]*)["“”«»]|([^\s"“”«»]+)/g)) {
    const term = (phrase ?? word ?? '')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TERM)
    if (/[\p{L}\p{N}]/u.test(term) && !terms.includes(term) && terms.length < MOST_TERMS) terms.push(term)
  }
  return terms.length === 0 ? null : { match: terms.map(term => `"${term}"`).join(' '), terms }
}

/** The beginning of a question to the word index: every word must be there, the last one may go on. Null where it has no word. */
export function parsePrefix(text: string): string | null {
  const match = parseMatch(text.replace(/["“”«»]/g, ' '))
  return match && `${match.match}*`
}
