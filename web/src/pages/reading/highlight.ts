import type { Span } from './segments.ts'

/**
 * Lights words of the text without touching its elements (CSS custom highlights): `::highlight(lit)` in the style sheet. Pieces of the text
 * are elements with `data-at`, the offset of their first letter. Where a browser has no such highlights nothing lights up.
 */
export function lightWords(article: HTMLElement | null, spans: readonly Span[]): void {
  if (!('highlights' in CSS)) return
  if (!article || spans.length === 0) {
    CSS.highlights.delete('lit')
    return
  }
  const pieces = [...article.querySelectorAll<HTMLElement>('[data-at]')]
  CSS.highlights.set('lit', new Highlight(...spans.flatMap(span => rangeOf(pieces, span) ?? [])))
}

/** The range of a span; null where its ends are not on the page. */
function rangeOf(pieces: readonly HTMLElement[], [start, end]: Span): Range | null {
  const first = findPlace(pieces, start)
  const last = findPlace(pieces, end - 1)
  if (!first || !last) return null
  const range = new Range()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}

function findPlace(pieces: readonly HTMLElement[], at: number): { readonly node: Node; readonly offset: number } | null {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsetOf(pieces[middle]) <= at) low = middle
    else high = middle - 1
  }
  const node = pieces[low]?.firstChild
  const offset = at - offsetOf(pieces[low])
  return node && offset >= 0 && offset < (node.textContent?.length ?? 0) ? { node, offset } : null
}

function offsetOf(piece: HTMLElement | undefined): number {
  return Number(piece?.dataset.at ?? 0)
}

/** The words that somebody selected, as offsets into the text; null where they lie outside of it. */
export function selectedSpan(article: HTMLElement | null): Span | null {
  const selection = getSelection()
  if (!article || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const start = offsetIn(article, startContainer, startOffset)
  const end = offsetIn(article, endContainer, endOffset)
  return start !== null && end !== null && start < end ? [start, end] : null
}

function offsetIn(article: HTMLElement, node: Node, offset: number): number | null {
  const piece = node.parentElement?.closest<HTMLElement>('[data-at]')
  return piece && article.contains(piece) ? offsetOf(piece) + offset : null
}
