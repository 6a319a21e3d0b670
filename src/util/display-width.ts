const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Two columns on a terminal: East Asian wide and full-width letters, and pictographs (UAX 11, in ranges wide enough to be stable). */
const WIDE =
  /[\u1100-\u115F\u231A\u231B\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const NOTHING = /^[\p{M}\p{Cf}]+$/u
const PLAIN = /^[\x20-\x7E]*$/

/** Columns that a text takes on a terminal: accents none, wide letters two. The text is of one line. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment)
  return width
}

function widthOf(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : NOTHING.test(grapheme) ? 0 : 1
}

/** What a terminal would obey instead of showing it: control characters become U+FFFD, marks that turn the direction of writing go. */
export function makePrintable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '')
    .replace(/[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD')
}

/** A line of a wrapped text: `[start, end]` into it. */
export type Line = readonly [start: number, end: number]

/** Breaks a text of one line at its spaces, so that no line is wider than `width` columns; a word that is wider alone is cut between graphemes. */
export function wrap(text: string, width: number): Line[] {
  const lines: Line[] = []
  let start = 0
  let end = 0
  let used = 0
  const close = (next: number) => {
    lines.push([start, end])
    start = end = next
    used = 0
  }
  for (const { index, 0: word } of text.matchAll(/[^ ]+/g)) {
    const gap = used > 0 ? index - end : 0
    const needs = displayWidth(word)
    if (used > 0 && used + gap + needs > width) close(index)
    if (used === 0) start = index
    if (needs <= width) {
      used += (used > 0 ? gap : 0) + needs
      end = index + word.length
      continue
    }
    end = index
    for (const { segment } of graphemes.segment(word)) {
      const columns = widthOf(segment)
      if (used > 0 && used + columns > width) close(end)
      used += columns
      end += segment.length
    }
  }
  if (used > 0) lines.push([start, end])
  return lines
}
