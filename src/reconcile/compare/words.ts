import type { Telling } from '../sketch.ts'
import { cosine } from '../word-vector.ts'
import { clamp, type Evidence } from './evidence.ts'

/** Likeness at which words speak neither for nor against. */
const EVEN = 0.25
/** Reports of one publisher share its page: menus, notices, the names of its staff. */
const EVEN_AT_HOME = 0.3
/** Logarithms of odds for likeness 1 more. */
const SLOPE = 30
const MOST = 5
/** A text of so many words says half of what a very long one does. */
const HALF = 100

export const words: Evidence = {
  name: 'words',
  says: 'How alike the words are, the rarer ones counting more (tf-idf, cosine): half by the whole text, half by its head. Short texts say less.',
  scale: [
    ['the texts share all words', `+${MOST}`],
    [`likeness ${EVEN} (${EVEN_AT_HOME} for two reports of one publisher)`, 0],
    ['the texts share no words', `−${MOST}`],
  ],
  score(a, b) {
    const length = Math.min(a.words.words, b.words.words)
    const even = a.publisher !== null && a.publisher === b.publisher ? EVEN_AT_HOME : EVEN
    return (clamp(SLOPE * (likeness(a, b) - even), -MOST - 2, MOST + 2) * length) / (length + HALF)
  },
  tell: (a, b) => `The words are ${Math.round(100 * likeness(a, b))} % alike.`,
}

function likeness(a: Telling, b: Telling): number {
  return (cosine(a.words, b.words) + cosine(a.lead, b.lead)) / 2
}
