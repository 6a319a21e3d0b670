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

/** The forms of a name to look up: without quotation marks around it, and of "People's Protection Units (YPG" each part. */
export function nameForms(name: string): string[] {
  return name
    .slice(0, 200)
    .split(/[()[\]]/)
    .map(part => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''))
    .filter(part => part !== '')
}
