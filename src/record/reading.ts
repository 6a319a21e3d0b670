import { z } from 'zod'
import { entity } from './entity.ts'
import { event } from './event.ts'
import { figure } from './figure.ts'
import { position } from './position.ts'
import { statement } from './statement.ts'
import { time } from './time.ts'

/** The version of the record format; fields may be added, never renamed. */
export const RECORD_FORMAT = '1.0'

export const report = z
  .object({
    id: z.string().describe('"sha256:…" of the UTF-8 of JSON [text, publisher, url, published.value, sourceId]'),
    textHash: z.string().describe('sha256 of the text; copies share it'),
    sourceId: z.string().nullable().describe('the id that it came with'),
    title: z.string().nullable().describe('its headline; never evidence'),
    url: z.string().nullable().describe('where it was published'),
    publisher: z.string().nullable().describe('who published it'),
    authors: z.array(z.string()).readonly().describe('who wrote it'),
    language: z.string().describe('ISO 639-1; "und" where no language could be told'),
    published: time.nullable().describe('when it was published'),
    text: z.string().describe('the text that every span points into'),
    notes: z.array(z.string()).readonly().describe('what was odd about the input, in sentences'),
  })
  .readonly()
  .meta({ id: 'Report', description: 'The report itself' })

/** What Griot says about one report. */
export const reading = z
  .object({
    griot: z.literal(RECORD_FORMAT).describe('the version of the record format'),
    report: report.describe('the report itself'),
    entities: z.array(entity).readonly().describe('who and what it is about'),
    times: z.array(time).readonly().describe('every time expression'),
    statements: z.array(statement).readonly().describe('who said what'),
    events: z.array(event).readonly().describe('who did what to whom'),
    figures: z.array(figure).readonly().describe('how many'),
    positions: z.array(position).readonly().describe('who holds which office'),
  })
  .readonly()
  .meta({ id: 'Reading', description: 'What Griot says about one report' })
export type ReadingRecord = z.infer<typeof reading>
export type ReportRecord = z.infer<typeof report>
