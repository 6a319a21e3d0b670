import { z } from 'zod'

/** `[start, end]`: UTF-16 code-unit offsets into `report.text`, end exclusive; `text.slice(start, end)` is the evidence. */
export const span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .readonly()
  .meta({ id: 'Span', description: '[start, end]: offsets into report.text in UTF-16 code units, end exclusive' })
export type Span = readonly [start: number, end: number]

/** A span, or a list of spans where the words stand apart. */
export const spans = z
  .union([span, z.array(span).readonly()])
  .meta({ id: 'Spans', description: 'a span, or a list of spans where the words stand apart' })
export type Spans = Span | readonly Span[]

/** One span or many as a list. */
export function listSpans(at: Spans | null): readonly Span[] {
  if (at === null || at.length === 0) return []
  return typeof at[0] === 'number' ? [at as Span] : (at as readonly Span[])
}
