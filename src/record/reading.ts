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
    /** "sha256:…" of the UTF-8 of JSON [text, publisher, url, published.value, sourceId]. */
    id: z.string(),
    /** sha256 of the text; copies share it. */
    textHash: z.string(),
    /** The id it came with. */
    sourceId: z.string().nullable(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    publisher: z.string().nullable(),
    authors: z.array(z.string()).readonly(),
    /** ISO 639-1; "und" where no language could be told. */
    language: z.string(),
    published: time.nullable(),
    text: z.string(),
    /** What was odd about the input, in sentences. */
    notes: z.array(z.string()).readonly(),
  })
  .readonly()

/** What Griot says about one report. */
export const reading = z
  .object({
    griot: z.literal(RECORD_FORMAT),
    report,
    entities: z.array(entity).readonly(),
    times: z.array(time).readonly(),
    statements: z.array(statement).readonly(),
    events: z.array(event).readonly(),
    figures: z.array(figure).readonly(),
    positions: z.array(position).readonly(),
  })
  .readonly()
export type ReadingRecord = z.infer<typeof reading>
export type ReportRecord = z.infer<typeof report>
