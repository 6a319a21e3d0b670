import { z } from 'zod'

/** `[start, end]`: UTF-16 code-unit offsets into `report.text`, end exclusive; `text.slice(start, end)` is the evidence. */
export const span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly()
export type Span = readonly [start: number, end: number]

/** A span, or a list of spans where the words stand apart. */
export const spans = z.union([span, z.array(span).readonly()])
export type Spans = Span | readonly Span[]
