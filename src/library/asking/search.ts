import type { Span } from '../../record/span.ts'
import { parseMatch } from '../../store/match.ts'
import type { RecordQuestion } from '../../store/question.ts'
import { findRecords } from '../../store/questions.ts'
import { type RecordTable, splitRecordNumber } from '../../store/records.ts'
import type { ReportRow } from '../../store/reports.ts'
import { countFacets, type Facets, searchReports } from '../../store/search.ts'
import type { Library } from '../open.ts'
import { findWords, makeSnippet, type Snippet, wordPattern } from './find-words.ts'
import { type FoundRecord, openReport, TABLE_LISTS } from './list-records.ts'
import { recordQuestion, reportFilter, tablesAsked, type Wanted } from './wanted.ts'

/** A report found. */
export interface Hit {
  readonly report: ReportRow
  readonly snippet: Snippet
  /** Its records that tell what was asked for, best first: a few of them. */
  readonly records: readonly FoundRecord[]
}

export interface SearchResult {
  readonly total: number
  /** There are more than were counted. */
  readonly isMore: boolean
  /** The best first: by their words, and where there are none the newest. */
  readonly hits: readonly Hit[]
  /** Counted in the best of those found. */
  readonly facets: Facets
}

/** Facets are counted in this many of the best hits. */
const FACET_REPORTS = 200
const RECORDS_SHOWN = 3
/** Records of the hits that are looked at. */
const MOST_SHOWN = 10_000

/** Searches texts and records: `most` hits after the first `skip`. */
export function search(library: Library, wanted: Wanted, most: number, skip = 0): SearchResult {
  const { db } = library
  const tables = tablesAsked(wanted)
  const { words, ...rest } = wanted
  const question = tables[0] && recordQuestion(db, tables[0], rest)
  const reports = { ...reportFilter(wanted), ...(!question && publishedBetween(wanted)) }
  const { ranked, total, isMore } = searchReports(
    db,
    { ...(words !== undefined && { words }), reports, ...(question && { records: { tables, question } }) },
    Math.max(skip + most, FACET_REPORTS),
  )
  const terms = words === undefined ? [] : (parseMatch(words)?.terms ?? [])
  const shown = ranked.slice(skip, skip + most).map(({ no }) => no)
  const asked = question && recordsAsked(db, tables, { ...question, only: shown })
  const facets = countFacets(
    db,
    ranked.slice(0, FACET_REPORTS).map(({ no }) => no),
  )
  const pattern = terms.length > 0 ? wordPattern(terms) : null
  return { total, isMore, hits: shown.map(no => openHit(library, no, pattern, asked?.get(no))), facets }
}

/** Ids of the records that a question is about, by report. */
function recordsAsked(db: Library['db'], tables: readonly RecordTable[], question: RecordQuestion): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>()
  for (const table of tables)
    for (const no of findRecords(db, table, question, MOST_SHOWN).numbers) {
      const { report, ordinal } = splitRecordNumber(no)
      const ids = found.get(report) ?? new Set()
      found.set(report, ids.add(`${TABLE_LISTS[table].letter}${ordinal}`))
    }
  return found
}

/** Days alone ask for reports published in them. */
function publishedBetween({ from, to }: Wanted) {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** Records that are asked for come first; of these, and where none are asked for, those with most of the words. */
function openHit(library: Library, no: number, pattern: RegExp | null, asked: ReadonlySet<string> | undefined): Hit {
  const { report, reading, views, find } = openReport(library, no)
  const { text } = reading.report
  const found = pattern ? findWords(text, pattern) : []
  const scored = views
    .map(view => ({ view, score: (asked?.has(view.id) ? 1000 : 0) + countDifferent(text, found, view.evidence) }))
    .filter(({ score }) => score >= (asked ? 1000 : 1))
    .sort((a, b) => b.score - a.score)
    .slice(0, RECORDS_SHOWN)
  return { report, snippet: makeSnippet(text, found), records: scored.flatMap(({ view }) => find(view.id) ?? []) }
}

function countDifferent(text: string, found: readonly Span[], [start, end]: Span): number {
  return new Set(found.filter(([from, to]) => from >= start && to <= end).map(span => text.slice(...span).toLowerCase())).size
}
