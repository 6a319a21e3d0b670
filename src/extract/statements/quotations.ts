import type { Sentence } from '../../document/layers.ts'
import type { Span } from '../../record/span.ts'

/** Words between quotation marks. */
export interface Quotation {
  /** Inside the marks. */
  readonly inner: Span
  /** With the marks. */
  readonly outer: Span
  /** Opened again at the start of the next paragraph, as long quotations are. */
  readonly continues: boolean
}

const CLOSE: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '‘': '’', "'": "'" }

/**
 * Quotations of a text, in reading order, one inside another left out. A mark that does not close in its paragraph holds to the
 * paragraph's end if the next one opens with a mark; else it is no quotation. Single marks count only where they close after
 * punctuation, so that apostrophes stay out.
 */
export function findQuotations(text: string, sentences: readonly Sentence[]): readonly Quotation[] {
  const out: Quotation[] = []
  for (const [start, end] of paragraphs(sentences)) {
    const single = { '’': start, "'": start }
    let i = start
    while (i < end) {
      const close = closing(text, i, end, single)
      if (close === null) {
        i++
        continue
      }
      if (close >= 0) {
        const width = isDoubled(text, i) ? 2 : 1
        // "“… ways. “Besides, …,” he went on": the second paragraph of a long quotation, on the line of the first.
        const continues = text[close] === '“' && text[i] === '“'
        const after = continues ? close : close + (text.startsWith('’’', close) ? 2 : width)
        if (close > i + width) out.push({ inner: [i + width, close], outer: [i, after], continues })
        i = after
        continue
      }
      const continues = opensNext(text, end)
      if (continues || text[i] === '“' || text[i] === '«') {
        if (continues || atStart(text, i, start)) out.push({ inner: [i + 1, end], outer: [i, end], continues })
      }
      break
    }
  }
  return out
}

function paragraphs(sentences: readonly Sentence[]): Span[] {
  const out: [number, number][] = []
  let paragraph = -1
  for (const s of sentences) {
    const last = out[out.length - 1]
    if (s.paragraph === paragraph && last) last[1] = s.span[1]
    else out.push([s.span[0], s.span[1]])
    paragraph = s.paragraph
  }
  return out
}

/**
 * Where the quotation opened at `i` closes; -1 if it opens and does not close; null if nothing opens there. `single` keeps where the next
 * single mark closes, so that marks that open nothing do not each search the whole paragraph.
 */
function closing(text: string, i: number, end: number, single: Record<'’' | "'", number>): number | null {
  const mark = text[i] as string
  const close = CLOSE[mark]
  if (!close) return null
  if (isDoubled(text, i)) {
    const found = text.slice(0, end).indexOf("''", i + 2)
    return found >= 0 ? found : null
  }
  if (close === '’' || close === "'") {
    if (/[\p{L}\p{N}]/u.test(text[i - 1] ?? ' ') || !/[\p{L}\p{N}[]/u.test(text[i + 1] ?? ' ')) return null
    if (single[close] <= i) single[close] = singleClose(text, close, i, end)
    return single[close] < end ? single[close] : null
  }
  if (mark === '«') return found(text.indexOf('»', i + 1), end)
  let open = 0
  for (let k = i + 1; k < end; k++) {
    if (text[k] === '"') return k
    if (text[k] === '“' && mark === '"') open++
    else if (mark === '“' && ((text[k] === '“' && /[.?!…]\s$/.test(text.slice(k - 2, k))) || text.startsWith('’’', k))) return k
    else if (text[k] === close || (text[k] === '”' && mark === '"')) {
      if (open === 0) return k
      open--
    }
  }
  return -1
}

function found(at: number, end: number): number {
  return at >= 0 && at < end ? at : -1
}

/** The first single mark behind `i` that closes after punctuation; the end where there is none. */
function singleClose(text: string, close: string, i: number, end: number): number {
  for (let k = i + 1; k < end; k++)
    if (text[k] === close && /[,.?!…]/.test(text[k - 1] as string) && !/\p{L}/u.test(text[k + 1] ?? ' ')) return k
  return end
}

/** Two straight single marks, as typewriters and wires set a double one. */
function isDoubled(text: string, i: number): boolean {
  return text[i] === "'" && text[i + 1] === "'"
}

function opensNext(text: string, end: number): boolean {
  return /^\s*["“„«]/.test(text.slice(end, end + 12))
}

function atStart(text: string, i: number, start: number): boolean {
  return text.slice(Math.max(start, i - 3), i).trim() === ''
}

/** The few quotations around a position, in reading order. */
export function near(quotations: readonly Quotation[], position: number): readonly Quotation[] {
  const at = firstFrom(quotations, position)
  return quotations.slice(Math.max(0, at - 3), at + 3)
}

/** The quotations that meet a span, in reading order. */
export function meeting(quotations: readonly Quotation[], [start, end]: Span): readonly Quotation[] {
  const first = Math.max(0, firstFrom(quotations, start) - 1)
  return quotations.slice(first, firstFrom(quotations, end))
}

/** Index of the first quotation that begins at or behind a position. */
export function firstFrom(quotations: readonly Quotation[], position: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((quotations[mid] as Quotation).outer[0] < position) low = mid + 1
    else high = mid
  }
  return low
}

/** Is the quotation a piece of speech, not a word held at arm's length? */
export function isSpeech(text: string, q: Quotation): boolean {
  const inner = text.slice(...q.inner).trim()
  // Both looks are short, however long the quotation: it is asked about from every cue nearby.
  if (q.continues || /[,.?!…—–-]\s?['’]?$/.test(inner.slice(-3))) return true
  return /^\p{Lu}\S*(?:\s+\S+){4}/u.test(inner)
}
