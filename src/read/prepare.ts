import { createHash } from 'node:crypto'
import type { SourceReport } from '../formats/source.ts'
import type { ReportRecord } from '../record/reading.ts'
import type { Time } from '../record/time.ts'

/** What the one who asks knows better than the source. */
export interface PrepareOptions {
  /** Publication date, in any form that a source may have it in. */
  readonly published?: string | undefined
  /** ISO 639-1 code. */
  readonly language?: string | undefined
}

/** Source → report record: dates and language understood, ids computed. */
export function prepareReport(source: SourceReport, options: PrepareOptions = {}): ReportRecord {
  const { sourceId, title, url, publisher, authors, text } = source
  const iso = (options.published ?? source.published)?.match(/^\d{4}-\d\d-\d\d/)?.[0]
  const published: Time | null = iso
    ? { start: iso, end: iso, type: 'date', value: iso, precision: 'day', basis: 'stated', span: null }
    : null
  const language = options.language ?? source.language ?? 'en'
  const identity = JSON.stringify([text, publisher, url, published?.value ?? null, sourceId])
  return {
    id: `sha256:${sha256(identity)}`,
    textHash: `sha256:${sha256(text)}`,
    sourceId,
    title,
    url,
    publisher,
    authors,
    language,
    published,
    text,
    notes: source.notes,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
