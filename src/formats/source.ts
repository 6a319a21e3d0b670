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
  /** ISO 3166-1 alpha-3 codes of the countries that the source says it is about, the main one first. */
  readonly countries: readonly string[]
  /** What was odd about the source, in sentences. */
  readonly notes: readonly string[]
}

/** A report of which only the text (and what is given) is known. */
export function sourceReport(given: Partial<SourceReport> & Pick<SourceReport, 'text'>): SourceReport {
  return {
    sourceId: null,
    title: null,
    url: null,
    publisher: null,
    authors: [],
    published: null,
    language: null,
    countries: [],
    notes: [],
    ...given,
  }
}

/** What a format finds in a source: a report, and where its text stands in the source. */
export interface Found {
  readonly report: SourceReport
  readonly map: OffsetMap
}

/** Puts what a container says of a report beside what the report says of itself: `known` wins, `otherwise` fills what is left open. */
export function mergeReport(
  report: SourceReport,
  known: Partial<SourceReport> = {},
  otherwise: Partial<SourceReport> = {},
  notes: readonly string[] = [],
): SourceReport {
  const pick = <T>(...values: (T | null | undefined)[]): T | null => values.find(value => value !== null && value !== undefined) ?? null
  const pickList = (...lists: (readonly string[] | undefined)[]) => lists.find(list => list && list.length > 0) ?? []
  return {
    text: report.text,
    sourceId: pick(known.sourceId, report.sourceId, otherwise.sourceId),
    title: pick(known.title, report.title, otherwise.title),
    url: pick(known.url, report.url, otherwise.url),
    publisher: pick(known.publisher, report.publisher, otherwise.publisher),
    published: pick(known.published, report.published, otherwise.published),
    language: pick(known.language, report.language, otherwise.language),
    authors: pickList(known.authors, report.authors, otherwise.authors),
    countries: pickList(known.countries, report.countries, otherwise.countries),
    notes: [...notes, ...report.notes],
  }
}
