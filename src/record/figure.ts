import { z } from 'zod'
import { from } from './from.ts'
import { entityId, eventId, figureId, statementId } from './references.ts'
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
  .object({
    low: z.number().nullable().describe('the least that it may be'),
    best: z.number().nullable().describe('the number as written'),
    high: z.number().nullable().describe('the most that it may be'),
    quantifier: z.enum(QUANTIFIERS).describe('how exact the report is: "at least 12", "dozens"'),
  })
  .readonly()
  .meta({ id: 'FigureValue', description: 'how many' })
export type FigureValue = z.infer<typeof figureValue>

/** How many, of whom, in which period, according to whom. */
export const figure = z
  .object({
    id: z.string().describe('"f1", "f2" … in reading order'),
    measure: z.enum(MEASURES).describe('what is counted'),
    kind: z.enum(FIGURE_KINDS).nullable().describe('in camps today (stock), fled last week (flow)'),
    unit: z.union([z.enum(UNITS), z.string().regex(/^[A-Z]{3}$/)]).describe('in what it is counted; an ISO 4217 code for money'),
    per: z.enum(PERIODS).nullable().describe('the period of a rate: 300 per day'),
    population: z.string().nullable().describe('whom it counts: "civilians"'),
    term: span.nullable().describe('the word of the report for the measure: "forced to flee"'),
    value: figureValue.nullable().describe('how many'),
    change: z
      .union([z.object({ factor: z.number() }).readonly(), z.object({ by: z.number() }).readonly()])
      .nullable()
      .describe('change against the period before: "doubled" is factor 2'),
    time: time.nullable().describe('the period of a flow'),
    asOf: time.nullable().describe('the day that a stock holds for'),
    place: entityId.nullable().describe('where: the first of places'),
    places: z.array(entityId).readonly().describe('all places, narrowest first'),
    origin: entityId.nullable().describe('where people came from'),
    destination: entityId.nullable().describe('where people went'),
    source: entityId.nullable().describe('who counts, which is not who published'),
    saidIn: statementId.nullable().describe('the innermost statement that says it'),
    partOf: figureId.nullable().describe('the figure that this one is a part of'),
    same: figureId.nullable().describe('an earlier telling of it in this report'),
    events: z.array(eventId).readonly().describe('the events that it counts the dead, the held … of'),
    span: span.describe('the words of the number'),
    evidence: span.describe('the words of the sentence that tells it'),
    confidence: z.number().describe('0 to 1: how sure the record is'),
    from,
  })
  .readonly()
  .meta({ id: 'Figure', description: 'How many, of whom, in which period, according to whom' })
export type FigureRecord = z.infer<typeof figure>
export type Measure = (typeof MEASURES)[number]
export type Quantifier = (typeof QUANTIFIERS)[number]
export type FigureKind = (typeof FIGURE_KINDS)[number]
