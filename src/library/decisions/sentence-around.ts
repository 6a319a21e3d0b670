import type { Span } from '../../record/span.ts'

/** A sentence is looked for this far on either side. */
const REACH = 600

/** The sentence, or what is nearest to one, that some words stand in. */
export function sentenceAround(text: string, [start, end]: Span): Span {
  let from = start
  while (from > 0 && start - from < REACH && !endsBefore(text, from)) from--
  let to = end
  while (to < text.length && to - end < REACH && !endsBefore(text, to)) to++
  while (from < start && /\s/.test(text[from] as string)) from++
  while (to > end && /\s/.test(text[to - 1] as string)) to--
  return [from, to]
}

/** Does a sentence or a line end right before this place? */
function endsBefore(text: string, at: number): boolean {
  const last = text[at - 1] as string
  if (last === '\n') return true
  return /\s/.test(text[at] ?? ' ') && /[.!?…]["”»’)]?$/.test(text.slice(Math.max(0, at - 2), at))
}
