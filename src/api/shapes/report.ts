import { z } from '@hono/zod-openapi'
import { REVIEW_STATES } from '../../library/decisions/review-state.ts'
import { reading } from '../../record/reading.ts'
import { span } from '../../record/span.ts'
import { CONFIDENTIALITIES } from '../../store/reports.ts'
import { decision } from './decision.ts'
import { incidentItem } from './incident.ts'

const count = z.number().int()

/** What every row tells of the report that it stands in. */
export const reportName = z
  .object({
    id: z.string().describe('"sha256:…"'),
    short: z.string().describe('its first twelve digits, by which it is asked for'),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    language: z.string(),
    published: z.string().nullable().describe('as far as it is known: "2024-03-05", "2024-03"'),
  })
  .meta({ id: 'ReportName' })

/** A report in a list. */
export const reportItem = reportName
  .extend({
    no: count.describe('the order in which it came into this library'),
    url: z.string().nullable(),
    words: count,
    addedAt: z.string(),
    confidentiality: z.enum(CONFIDENTIALITIES),
    copyOf: z.string().nullable().describe('id of the report that it repeats'),
    copies: count.describe('reports that repeat it'),
    supersededBy: z.string().nullable().describe('id of the newer version of its story'),
    review: z.enum(REVIEW_STATES),
    counts: z.object({ events: count, statements: count, figures: count, positions: count }),
  })
  .meta({ id: 'ReportItem' })

const copy = z.object({
  report: reportName,
  kind: z.enum(['exact', 'reprint', 'update']).describe('of an update the newer one counts'),
  because: z.string(),
})

/** A report alone. */
export const reportDetail = reportItem
  .extend({
    sourceId: z.string().nullable(),
    authors: z.array(z.string()).readonly(),
    notes: z.array(z.string()).readonly().describe('what was odd about the input'),
    path: z.string().describe('the file that it came in, as it was named'),
    format: z.string().nullable().describe('of that file'),
    size: count.nullable().describe('bytes of that file'),
    rules: z.string().describe('version of the rules that read it'),
    repeats: copy.nullable().describe('the report that it repeats, and why that is thought'),
    repeatedBy: z.array(copy).readonly().describe('reports that repeat it'),
    incidents: z.array(incidentItem).readonly().describe('what it tells, the main thing first'),
  })
  .meta({ id: 'ReportDetail' })

/** A record as people meet it, beside the reading that holds it. */
const recordView = z.object({
  id: z.string(),
  kind: z.enum(['statements', 'events', 'figures', 'positions']),
  head: z.string().describe('who to whom; who says; how many'),
  what: z.string(),
  details: z.array(z.string()).readonly(),
  at: z.array(span).readonly().describe('the words that make it a record'),
  evidence: span,
})

/** A report with all that was read in it, and what analysts said. */
export const readingAnswer = z
  .object({
    report: reportItem,
    reading: reading.describe('with the decisions of analysts applied'),
    reviews: z.record(z.string(), z.enum(['accepted', 'corrected', 'added'])).describe('by id of the record'),
    views: z.array(recordView).readonly().describe('the records in the order of the text'),
    decisions: z.array(decision).readonly().describe('all that was decided on it, in order'),
  })
  .meta({ id: 'ReadingAnswer' })
