import { isMark, type Segment } from './segments.ts'

/** A paragraph, a heading, or a table, as text. */
export interface Block {
  readonly kind: 'text' | 'table'
  text: string
  /** Of its letters. */
  readonly size: number
  /** Does the region end with it, so that the sentence may go on at the head of the next one? */
  readonly isLast: boolean
  readonly isFirst: boolean
}

/** A line that ends so far from the right edge of its column, in shares of the column, is the last of its paragraph. */
const SHORT = 0.12

/** Lines of one column → paragraphs: parted by a gap, an indent, a short last line, another size of letters, or the mark of a list. */
export function findParagraphs(lines: readonly Segment[], knows: (word: string) => boolean): Block[] {
  const joined = joinRows(lines)
  const spacing = usualSpacing(joined)
  const right = joined.reduce((max, line) => Math.max(max, line.right), 0)
  const left = joined.reduce((min, line) => Math.min(min, line.x), Number.POSITIVE_INFINITY)
  const blocks: Segment[][] = []
  for (const [i, line] of joined.entries()) {
    const above = joined[i - 1]
    const block = blocks.at(-1)
    if (block && above && !isNewParagraph(above, line, { spacing, left, right })) block.push(line)
    else blocks.push([line])
  }
  return blocks.map((block, i) => ({
    kind: 'text',
    text: joinLines(
      block.map(line => line.text),
      knows,
    ),
    size: block[0]?.size ?? 0,
    isFirst: i === 0,
    isLast: i === blocks.length - 1,
  }))
}

interface Column {
  /** From one base line to the next, in points. */
  readonly spacing: number
  readonly left: number
  readonly right: number
}

function isNewParagraph(above: Segment, line: Segment, { spacing, left, right }: Column): boolean {
  const gap = line.y - above.y
  const size = Math.max(line.size, above.size)
  // A number set large with what it counts below it.
  if (/^[\d.,\s]*\d[kKmM%]?$/.test(above.text) && /^\p{Ll}/u.test(line.text) && gap < 2 * size) return false
  if (Math.abs(line.size - above.size) > 0.12 * size) return true
  // Letters larger than the others stand on wider lines.
  if (gap > Math.max(1.3 * spacing, 1.35 * size) || gap < 0) return true
  if (isMark(line.text.split(' ', 1)[0] as string)) return true
  const indent = line.x - above.x
  if (indent > 0.8 * size && above.x - left < 0.5 * size && indent < 6 * size)
    return !/[a-z,]$/.test(above.text) || /^[A-Z]/.test(line.text)
  const isShort = above.right < right - Math.max(SHORT * (right - left), 2 * size)
  return isShort && /[.!?:;”"»)\d]$/.test(above.text) && /^[\p{Lu}\d“"«(•–-]/u.test(line.text)
}

/** Segments on one base line that are no row of a table stand in one line of text. */
function joinRows(lines: readonly Segment[]): Segment[] {
  const joined: Segment[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last && Math.abs(line.y - last.y) < 0.4 * Math.min(line.size, last.size) && line.x >= last.right - 1)
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}`, right: line.right }
    else joined.push({ ...line })
  }
  return joined
}

function usualSpacing(lines: readonly Segment[]): number {
  const gaps = lines.flatMap((line, i) => (i > 0 && line.y > (lines[i - 1] as Segment).y ? [line.y - (lines[i - 1] as Segment).y] : []))
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length * 0.4)] ?? 0
}

/** Lines of a paragraph as one, words that were parted at their ends put together. */
export function joinLines(lines: readonly string[], knows: (word: string) => boolean): string {
  let text = ''
  for (const line of lines) text = text === '' ? line : joinTwo(text, line, knows)
  return text.replaceAll('\u00AD', '')
}

/**
 * A hyphen at the end of a line goes where a small letter follows, unless the document has the word with its hyphen elsewhere and not without;
 * before a capital or a digit ("Franco-German", "2024-2025") it stays.
 */
function joinTwo(text: string, line: string, knows: (word: string) => boolean): string {
  const end = /([\p{L}\p{M}'’-]*[\p{L}\p{M}])([-\u2010\u00AD])$/u.exec(text)
  if (!end) return /[\p{N}]-$/u.test(text) && /^\p{N}/u.test(line) ? text + line : `${text} ${line}`
  const [, before = '', hyphen] = end
  const after = /^[\p{L}\p{M}'’]+/u.exec(line)?.[0] ?? ''
  if (after === '' && !/^\p{N}/u.test(line)) return `${text} ${line}`
  const isSmall = /^\p{Ll}/u.test(after)
  const keeps = hyphen !== '\u00AD' && (!isSmall || (knows(`${before}-${after}`) && !knows(before + after)))
  return keeps ? text + line : text.slice(0, -1) + line
}
