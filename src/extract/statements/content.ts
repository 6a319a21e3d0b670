import type { Word } from '../../document/layers.ts'
import type { Span } from '../../record/span.ts'
import type { Quotation } from './quotations.ts'

/** Spans of words (indexes in reading order): one a run; runs that only punctuation parts are one. */
export function runs(words: readonly Word[], indexes: readonly number[]): Span[] {
  const out: [number, number][] = []
  let last = -2
  for (const i of indexes) {
    const word = words[i] as Word
    const run = out[out.length - 1]
    if (run && onlyPunctuation(words, last + 1, i)) run[1] = word.end
    else out.push([word.start, word.end])
    last = i
  }
  return out
}

function onlyPunctuation(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 4) return false
  for (let i = from; i < to; i++) if ((words[i] as Word).upos !== 'PUNCT') return false
  return true
}

/** Cuts blanks, commas, stops, dashes and lone quotation marks off both ends of a span; null if nothing is left. */
function trim(text: string, [from, to]: Span): Span | null {
  let [start, end] = [from, to]
  for (let changed = true; changed && start < end; ) {
    changed = false
    const first = text[start] as string
    const last = text[end - 1] as string
    if (/[\s,;:.–—\-…)]/.test(first) || (/["“«„‘]/.test(first) && !closes(text.slice(start + 1, end), first)) || /[”»]/.test(first)) {
      start++
      changed = true
    } else if (
      /[\s,;:–—-]/.test(last) ||
      (last === '.' && !/["”»]/.test(text[end] ?? '')) ||
      (/["”»]/.test(last) && !opens(text.slice(start, end - 1), last)) ||
      /[“«„(]/.test(last)
    ) {
      end--
      changed = true
    } else if (/["“«]/.test(first) && /["”»]/.test(last) && !/["“”«»]/.test(text.slice(start + 1, end - 1))) {
      start++
      end--
      changed = true
    }
  }
  return end > start ? [start, end] : null
}

function closes(rest: string, mark: string): boolean {
  return mark === '"' ? rest.includes('"') : rest.includes(mark === '«' ? '»' : mark === '‘' ? '’' : '”')
}

function opens(before: string, mark: string): boolean {
  return mark === '"' ? before.includes('"') : before.includes(mark === '»' ? '«' : '“')
}

/** Share of the content's characters that stand inside quotation marks. */
export function quotedShare(content: readonly Span[], quotations: readonly Quotation[]): number {
  let inside = 0
  let all = 0
  for (const [start, end] of content) {
    all += end - start
    for (const q of quotations) inside += Math.max(0, Math.min(end, q.inner[1]) - Math.max(start, q.inner[0]))
  }
  return all ? inside / all : 0
}

/** First start to last end of some spans. */
export function cover(spans: readonly Span[]): Span {
  return [Math.min(...spans.map(s => s[0])), Math.max(...spans.map(s => s[1]))]
}

export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
}

/** Without the part that a cue covers; the longer side stays. */
export function cut(s: Span, hole: Span): Span[] {
  if (hole[1] <= s[0] || hole[0] >= s[1]) return [s]
  const sides: Span[] = [
    [s[0], Math.max(s[0], hole[0])],
    [Math.min(s[1], hole[1]), s[1]],
  ]
  return sides
    .filter(x => x[1] > x[0])
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    .slice(0, 1)
}

export function clean(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const s of spans) {
    const t = trim(text, s)
    if (t) out.push(t)
  }
  return out.length > 1 ? out.filter(s => s[1] - s[0] > 8 || s[1] - s[0] > 0.2 * (cover(out)[1] - cover(out)[0])) : out
}
