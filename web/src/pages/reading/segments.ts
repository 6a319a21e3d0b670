/** `[start, end]` in the text, in UTF-16 code units. */
export type Span = readonly [start: number, end: number]

/** Words that belong to a record. */
export interface Anchor<T> {
  readonly of: T
  readonly span: Span
}

/** A piece of text that lies in the same anchors from end to end. */
export interface Segment<T> {
  readonly start: number
  readonly end: number
  /** The shortest first. */
  readonly of: readonly T[]
}

/** A paragraph of a report. */
export interface Paragraph<T> {
  readonly start: number
  readonly end: number
  readonly segments: readonly Segment<T>[]
}

/** Cuts a text into its lines, and each line where an anchor begins or ends. Takes time for each anchor once, however long it is. */
export function cutText<T>(text: string, anchors: readonly Anchor<T>[]): Paragraph<T>[] {
  const sorted = anchors.filter(({ span: [start, end] }) => start < end).sort((a, b) => a.span[0] - b.span[0])
  const paragraphs: Paragraph<T>[] = []
  let open: Anchor<T>[] = []
  let next = 0
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const segments: Segment<T>[] = []
    for (let at = start; at < end; ) {
      open = open.filter(({ span }) => span[1] > at)
      for (let anchor = sorted[next]; anchor && anchor.span[0] <= at; anchor = sorted[++next]) if (anchor.span[1] > at) open.push(anchor)
      const stop = open.reduce((first, { span }) => Math.min(first, span[1]), Math.min(end, sorted[next]?.span[0] ?? end))
      segments.push({ start: at, end: stop, of: [...open].sort(byLength).map(anchor => anchor.of) })
      at = stop
    }
    if (segments.some(segment => text.slice(segment.start, segment.end).trim() !== '')) paragraphs.push({ start, end, segments })
    start = end + 1
  }
  return paragraphs
}

function byLength<T>(a: Anchor<T>, b: Anchor<T>): number {
  return a.span[1] - a.span[0] - (b.span[1] - b.span[0])
}
