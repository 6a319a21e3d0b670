import type { Mention, Word } from '../document/layers.ts'

/** The words of a mention as one text with single spaces, for look-up. */
export function writtenName(words: readonly Word[], mention: Mention): string {
  let out = ''
  for (let i = mention.first; i < mention.end; i++) {
    const word = words[i]
    if (!word) continue
    out += out !== '' && words[i - 1]?.end !== word.start ? ` ${word.form}` : word.form
  }
  return out
}
