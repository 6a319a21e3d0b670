import type { OffsetMap } from './offset-map.ts'

/** A report as its source gives it: strings, nothing resolved yet. Dates and languages are understood in read/. */
export interface SourceReport {
  readonly text: string
  /** The id it came with. */
  readonly sourceId: string | null
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  /** When it was published, as written: "5 March 2024", "2024-03-05T10:00:00Z". */
  readonly published: string | null
  /** A language code as written: "en", "en-GB", "fr_FR". */
  readonly language: string | null
  /** What was odd about the source, in sentences. */
  readonly notes: readonly string[]
}

/** A report of which only the text (and what is given) is known. */
export function sourceReport(given: Partial<SourceReport> & Pick<SourceReport, 'text'>): SourceReport {
  return { sourceId: null, title: null, url: null, publisher: null, authors: [], published: null, language: null, notes: [], ...given }
}

/** What a format finds in a source: a report, and where its text stands in the source. */
export interface Found {
  readonly report: SourceReport
  readonly map: OffsetMap
}
