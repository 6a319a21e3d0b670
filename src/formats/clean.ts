import type { Decoded } from './decode.ts'

/**
 * Takes out of a text what no later step could bear, one code unit for one, so that no offset moves: NUL and lone surrogates become
 * U+FFFD. Everything else stays as it is; what is odd is said.
 */
export function cleanText(text: string): Decoded {
  const notes: string[] = []
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  if (whole !== text) notes.push('The text holds halves of characters (lone surrogates); each is shown as U+FFFD.')
  const clean = whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole
  if (clean !== whole) notes.push('The text holds the character NUL; each is shown as U+FFFD.')
  for (const { pattern, note } of ODD) if (pattern.test(clean)) notes.push(note)
  const line = longestLine(clean)
  if (line > LONG_LINE) notes.push(`The text has a line of ${line} characters.`)
  if (!/\S/.test(clean)) notes.push(clean === '' ? 'The text is empty.' : 'The text holds white space only.')
  return { text: clean, notes }
}

/** A string beside the text (title, name, address): the same, on one line; null where nothing is left. */
export function cleanLine(line: string): string | null {
  return line.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim() || null
}

const LONG_LINE = 100_000

const ODD: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: /[\u202A-\u202E\u2066-\u2069]/,
    note: 'The text holds characters that turn the direction of writing; it may look other than it is.',
  },
  { pattern: /[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/, note: 'The text holds control characters.' },
  { pattern: /[\u200B\u2060\uFEFF]/, note: 'The text holds characters without width, which may part words unseen.' },
  { pattern: /[\uFDD0-\uFDEF\uFFFE\uFFFF]/, note: 'The text holds code points that are no characters.' },
]

function longestLine(text: string): number {
  let longest = 0
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    longest = Math.max(longest, (end < 0 ? text.length : end) - start)
    if (end < 0) break
    start = end + 1
  }
  return longest
}
