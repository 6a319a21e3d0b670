import type { Span } from '../record/span.ts'

/**
 * Cuts a text into stretches that no sentence crosses: paragraphs (a blank line between), the single lines of a block that is not
 * wrapped, and table rows (lines with a tab). A block counts as wrapped when at every line end the next word would not have fitted.
 */
export function findParagraphs(text: string): Span[] {
  const out: Span[] = []
  let block: Span[] = []
  const close = () => {
    if (block.length > 1 && isWrapped(text, block)) out.push([(block[0] as Span)[0], (block.at(-1) as Span)[1]])
    else out.push(...block)
    block = []
  }
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const line = trim(text, start, end)
    if (!line) close()
    else if (text.slice(...line).includes('\t')) {
      close()
      out.push(line)
    } else block.push(line)
    start = end + 1
  }
  close()
  return out
}

/** Widest line that somebody would have broken by hand or by mail program. */
const WIDEST = 110

function isWrapped(text: string, lines: readonly Span[]): boolean {
  let width = 0
  for (const [start, end] of lines) width = Math.max(width, end - start)
  if (width > WIDEST) return false
  for (let i = 0; i + 1 < lines.length; i++) {
    const [start, end] = lines[i] as Span
    const [next, nextEnd] = lines[i + 1] as Span
    const space = text.slice(next, nextEnd).search(/\s/)
    const word = space < 0 ? nextEnd - next : space
    if (end - start + 1 + word <= width) return false
    if (/^(?:[-*•–—·▪●○◦]|\d+[.)]|\([a-z\d]+\))\s/.test(text.slice(next, Math.min(nextEnd, next + 8)))) return false
  }
  return true
}

function trim(text: string, start: number, end: number): Span | null {
  const space = /\s/
  while (start < end && space.test(text[start] as string)) start++
  while (end > start && space.test(text[end - 1] as string)) end--
  return start < end ? [start, end] : null
}
