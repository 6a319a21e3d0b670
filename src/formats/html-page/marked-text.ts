import type { Span } from '../../record/span.ts'
import type { Kind, RecordView } from '../view/record-view.ts'
import { escapeHtml } from './escape.ts'

/** A paragraph of the report, or a piece of a long one, and the records that begin in it. */
export interface Paragraph {
  readonly start: number
  readonly html: string
  readonly records: readonly RecordView[]
  /** The next piece belongs to the same paragraph. */
  readonly goesOn: boolean
}

/** Letter of a kind in classes and ids. */
export const LETTER: Record<Kind, string> = { statements: 's', events: 'v', figures: 'f', positions: 'p' }

/** Of the records that share some words as many are told apart, the shortest first. */
const TOGETHER = 6

interface Anchor {
  readonly view: RecordView
  readonly span: Span
  /** The place where the record's sign stands. */
  readonly isFirst: boolean
}

/** The text in pieces, with every record marked where it stands. Words of several records carry the marks of all. */
export function markText(text: string, records: readonly RecordView[]): Paragraph[] {
  const anchors = records
    .flatMap(view => view.at.map((span, i): Anchor => ({ view, span: [span[0], Math.min(span[1], text.length)], isFirst: i === 0 })))
    .filter(({ span }) => span[0] < span[1])
    .sort((a, b) => a.span[0] - b.span[0])
  const sweep = new Sweep(text, anchors)
  const paragraphs: Paragraph[] = []
  let begun = 0
  for (const [start, end] of cutText(text)) {
    const here: RecordView[] = []
    for (let view = records[begun]; view && (startOf(view) < end || end === text.length); view = records[++begun]) here.push(view)
    const html = sweep.format(start, end)
    if (html.trim() !== '' || here.length > 0)
      paragraphs.push({ start, html, records: here, goesOn: end < text.length && text[end] !== '\n' })
  }
  return paragraphs
}

/** Letters of a piece from which on it may end with a sentence, so that cards stand near their words in reports without paragraphs. */
const LONG = 420

/** Lines of the text; a long one in pieces that end where a sentence seems to. */
function* cutText(text: string): Generator<Span> {
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd < 0 ? text.length : lineEnd
    for (let at = start; at < end; ) {
      const found = end - at > 1.5 * LONG ? /[.!?]["”’)\]]*\s+(?=\S)/.exec(text.slice(at + LONG, end)) : null
      const stop = found ? at + LONG + found.index + found[0].length : end
      const next = stop < end - LONG / 4 ? stop : end
      yield [at, next]
      at = next
    }
    if (start === end && end === text.length) yield [start, end]
    start = end + 1
  }
}

function startOf({ at, evidence }: RecordView): number {
  return at[0]?.[0] ?? evidence[0]
}

/** Goes through the text from left to right and knows which records hold the place where it is. */
class Sweep {
  readonly #text: string
  readonly #anchors: readonly Anchor[]
  #next = 0
  #open: Anchor[] = []

  constructor(text: string, anchors: readonly Anchor[]) {
    this.#text = text
    this.#anchors = anchors
  }

  format(start: number, end: number): string {
    let html = ''
    for (let at = start; at < end; ) {
      this.#open = this.#open.filter(anchor => anchor.span[1] > at)
      for (let anchor = this.#anchors[this.#next]; anchor && anchor.span[0] <= at; anchor = this.#anchors[++this.#next]) {
        if (anchor.isFirst) html += sign(anchor.view)
        if (anchor.span[1] > at) this.#open.push(anchor)
      }
      const stop = this.#open.reduce((first, { span }) => Math.min(first, span[1]), this.#anchors[this.#next]?.span[0] ?? end)
      const until = Math.min(end, Math.max(stop, at + 1))
      html += mark(escapeHtml(this.#text.slice(at, until)), this.#open)
      at = until
    }
    return html
  }
}

/** The sign of a record in front of its words: a link to its card, without any text of its own. */
function sign({ kind, id, head, what }: RecordView): string {
  const label = escapeHtml(`${id}: ${[head, what].filter(Boolean).join(', ')}`)
  return `<a class="sign ${LETTER[kind]}" id="at-${id}" href="#${id}" aria-label="${label}" title="${label}"></a>`
}

/** The shortest anchors in order, as many as are told apart. */
function shortest(open: readonly Anchor[]): Anchor[] {
  const out: Anchor[] = []
  for (const anchor of open) {
    let place = out.length
    while (place > 0 && lengthOf(out[place - 1] as Anchor) > lengthOf(anchor)) place--
    if (place < TOGETHER) out.splice(place, 0, anchor)
    if (out.length > TOGETHER) out.pop()
  }
  return out
}

function lengthOf({ span }: Anchor): number {
  return span[1] - span[0]
}

function mark(html: string, open: readonly Anchor[]): string {
  if (open.length === 0) return html
  const inner = shortest(open)
  const classes = [...new Set(inner.map(({ view }) => LETTER[view.kind]))].sort().join(' ')
  return `<span class="m ${classes}" data-r="${inner.map(({ view }) => view.id).join(' ')}">${html}</span>`
}
