import type { Span } from '../../record/span.ts'

/** Letters of other spellings by their plain letter: "e" → "eèéê…". The index of words does not tell them apart either. */
let spellings: ReadonlyMap<string, string> | null = null

function letterClass(letter: string): string {
  spellings ??= collectSpellings()
  return `[${spellings.get(letter) ?? letter}]`
}

function collectSpellings(): Map<string, string> {
  const found = new Map<string, string>()
  for (const [from, to] of ACCENTED)
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code)
      const plain = letter
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
      if (plain.length === 1 && plain !== letter) found.set(plain, (found.get(plain) ?? plain) + letter)
    }
  return found
}

/** Latin letters with marks: Latin-1 to Extended-B, and Extended Additional. */
const ACCENTED = [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const

/** A pattern that finds words (or phrases) of a question in a text, whatever their case and marks. */
export function wordPattern(terms: readonly string[]): RegExp {
  const parts = terms.map(term =>
    [
      ...term
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase(),
    ]
      .map(char => (char === ' ' ? '[^\\p{L}\\p{N}]+' : /[\p{L}\p{N}]/u.test(char) ? `${letterClass(char)}\\p{M}*` : ''))
      .join(''),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** Words of a question found in a text are looked for no further than this. */
const MOST_FOUND = 400

/** Where words of a question stand in a text. */
export function findWords(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = []
  for (const { index, 0: word } of text.matchAll(pattern)) {
    if (word !== '') spans.push([index, index + word.length])
    if (spans.length >= MOST_FOUND) break
  }
  return spans
}

/** A piece of a text with the words of a question in it. */
export interface Snippet {
  readonly text: string
  /** Where the words stand in the piece. */
  readonly marks: readonly Span[]
}

/** The piece of a text, about `width` letters long, that has most different words of a question; the beginning where it has none. */
export function makeSnippet(text: string, found: readonly Span[], width = 220): Snippet {
  const [start, end] = widen(text, bestWindow(text, found, width))
  const piece = text.slice(start, end)
  const inside = found.filter(([from, to]) => from >= start && to <= end)
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : '']
  const marks = inside.map(([from, to]): Span => [from - start + before.length, to - start + before.length])
  return { text: `${before}${piece.replace(/\s/g, ' ')}${after}`, marks }
}

function bestWindow(text: string, found: readonly Span[], width: number): Span {
  let best: Span = [0, Math.min(text.length, width)]
  let most = 0
  for (const [i, [start]] of found.entries()) {
    const words = new Set<string>()
    for (let j = i; j < found.length && (found[j] as Span)[1] <= start + width - 40; j++)
      words.add(text.slice(...(found[j] as Span)).toLowerCase())
    if (words.size <= most) continue
    most = words.size
    best = [Math.max(0, start - 40), Math.min(text.length, start - 40 + width)]
  }
  return best
}

/** To the borders of words, or of characters where there are none near. */
function widen(text: string, [start, end]: Span): Span {
  let from = start
  while (from > 0 && start - from < 30 && !/\s/.test(text[from - 1] as string)) from--
  let to = end
  while (to < text.length && to - end < 30 && !/\s/.test(text[to] as string)) to++
  if (from > 0 && isLow(text, from)) from--
  if (to < text.length && isLow(text, to)) to++
  return [from, to]
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
