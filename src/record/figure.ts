import { z } from 'zod'
import { from } from './from.ts'
import { span } from './span.ts'
import { time } from './time.ts'

export const MEASURES = [
  'killed',
  'injured',
  'missing',
  'abducted',
  'arrested',
  'displaced',
  'returned',
  'in-need',
  'affected',
  'refugees',
  'destroyed',
  'deployed',
  'funding',
  'attacks',
  'other',
] as const
export const QUANTIFIERS = ['exact', 'about', 'at-least', 'at-most', 'between', 'vague'] as const
export const FIGURE_KINDS = ['stock', 'flow'] as const
export const PERIODS = ['day', 'week', 'month', 'year'] as const
/** Besides these a unit may be an ISO 4217 code. */
export const UNITS = ['person', 'household', 'building', 'incident', 'hectare', 'percent', 'other'] as const

/** exact: low = best = high. about: best alone. at-least: low = best. at-most: high = best. between and vague: low and high. */
export const figureValue = z
  .object({ low: z.number().nullable(), best: z.number().nullable(), high: z.number().nullable(), quantifier: z.enum(QUANTIFIERS) })
  .readonly()
export type FigureValue = z.infer<typeof figureValue>

/** How many, of whom, in which period, according to whom. */
export const figure = z
  .object({
    id: z.string(),
    measure: z.enum(MEASURES),
    /** In camps today (stock), fled last week (flow). */
    kind: z.enum(FIGURE_KINDS).nullable(),
    unit: z.union([z.enum(UNITS), z.string().regex(/^[A-Z]{3}$/)]),
    per: z.enum(PERIODS).nullable(),
    population: z.string().nullable(),
    /** The report's own word: "forced to flee". */
    term: span.nullable(),
    value: figureValue.nullable(),
    /** "doubled" is factor 2 against the period before. */
    change: z.union([z.object({ factor: z.number() }).readonly(), z.object({ by: z.number() }).readonly()]).nullable(),
    time: time.nullable(),
    asOf: time.nullable(),
    place: z.string().nullable(),
    places: z.array(z.string()).readonly(),
    origin: z.string().nullable(),
    destination: z.string().nullable(),
    /** Who counts, which is not who published. */
    source: z.string().nullable(),
    saidIn: z.string().nullable(),
    partOf: z.string().nullable(),
    same: z.string().nullable(),
    events: z.array(z.string()).readonly(),
    span,
    evidence: span,
    confidence: z.number(),
    from,
  })
  .readonly()
export type FigureRecord = z.infer<typeof figure>
export type Measure = (typeof MEASURES)[number]
export type Quantifier = (typeof QUANTIFIERS)[number]
