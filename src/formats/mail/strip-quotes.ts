/** A message without what its writer did not write: what was left out stands in `notes`. */
export interface Stripped {
  readonly text: string
  readonly notes: readonly string[]
}

/**
 * Takes from the plain text of a message the signature (under "-- ") and the message that it answers (lines that begin with ">" at its end, with
 * the line above them that says who wrote). A message that is passed on stays: it is what the reader is meant to read.
 */
export function stripQuotes(text: string): Stripped {
  const lines = text.split(/\r\n|\r|\n/)
  const notes: string[] = []
  const quote = findQuoteAtEnd(lines)
  let kept = quote < lines.length ? lines.slice(0, quote) : lines
  const signature = kept.lastIndexOf('-- ')
  const hasSignature = signature > 0 && kept.length - signature <= LONGEST_SIGNATURE && isText(kept.slice(0, signature))
  if (hasSignature) kept = kept.slice(0, signature)
  if (!isText(kept)) return { text: text.trimEnd(), notes: [] }
  if (quote < lines.length) notes.push('The quoted message under the answer is left out.')
  if (hasSignature) notes.push('The signature under the message is left out.')
  return notes.length > 0 ? { text: kept.join('\n').trimEnd(), notes } : { text: text.trimEnd(), notes }
}

const LONGEST_SIGNATURE = 20

function isText(lines: readonly string[]): boolean {
  return lines.some(line => /[\p{L}\p{N}]/u.test(line))
}

const ON = /^(?:On|Le|El|Am|Il|Em)\s/
const WROTE = /(?:wrote|writes|écrit|escribió|schrieb|ha scritto|escreveu)\s?:\s*$/

/** The line with which the quoted message at the end begins, or the number of lines. */
function findQuoteAtEnd(lines: readonly string[]): number {
  let at = lines.length
  while (at > 0 && /^\s*$/.test(lines[at - 1] as string)) at--
  const end = at
  while (at > 0 && /^(?:\s*>.*|\s*)$/.test(lines[at - 1] as string)) at--
  if (at === end) return lines.length
  // "On 5 March 2024, the desk wrote:", perhaps on two lines.
  for (const above of [2, 1]) {
    const intro = lines.slice(Math.max(0, at - above), at).join(' ')
    if (intro.length < 300 && WROTE.test(intro) && (ON.test(intro) || (above === 1 && /<\S+@\S+>/.test(intro)))) return at - above
  }
  return at
}
