import type { Database, Value } from './database.ts'
import { parseMatch } from './match.ts'
import type { RecordQuestion } from './question.ts'
import { hasRecord } from './questions.ts'
import type { RecordTable } from './records.ts'
import { type ReportFilter, reportConditions } from './reports.ts'

/** Which reports are searched for. */
export interface SearchQuestion {
  readonly words?: string | undefined
  readonly reports?: ReportFilter
  /** The report must have a record of one of these tables that such a question is about. */
  readonly records?: { readonly tables: readonly RecordTable[]; readonly question: RecordQuestion } | undefined
}

export interface Ranked {
  readonly no: number
  /** Greater is better; only the order means something. */
  readonly score: number
}

/** Reports found, the best first. */
export interface Found {
  readonly ranked: readonly Ranked[]
  readonly total: number
  /** There are more than were counted. */
  readonly isMore: boolean
}

/** What is found is counted up to this; where each report must be looked at for it, no more are counted than are wanted. */
const MOST_COUNTED = 10_000
/** Where the words of a question stand in more reports than this, all of them together, ranking would take too long. */
const MOST_RANKED = 15_000

/**
 * Reports that a question is about, `most` of them: the best by their words (BM25, titles count threefold); those with the words in the title and
 * then the newest where the words are too common to be ranked; the newest where there are no words.
 */
export function searchReports(db: Database, question: SearchQuestion, most: number): Found {
  const { words, reports, records } = question
  const match = words === undefined ? null : parseMatch(words)
  if (words !== undefined && !match) return { ranked: [], total: 0, isMore: false }
  const own = reportConditions(reports ?? {})
  const record = records ? hasRecord(db, records.tables, records.question) : null
  const limit = record && !record.isDriven ? null : MOST_COUNTED
  const where = [...own.conditions, ...(record ? [record.sql] : [])]
  const values = [...own.values, ...(record?.values ?? [])]
  if (!match) return countFound(db, newest(db, where, values, most), most, limit, 'report', where, values)
  const conditions = ['fulltext MATCH ?', ...where]
  const run = (asked: string, score: string, order: string) =>
    db.all<Ranked>(
      `SELECT report.no AS no, ${score} AS score FROM ${JOINED} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`,
      ...[asked, ...values, most],
    )
  const count = (ranked: readonly Ranked[]) => countFound(db, ranked, most, limit, JOINED, conditions, [match.match, ...values])
  if (countHits(db, match.terms) <= MOST_RANKED) return count(run(match.match, '-bm25(fulltext, 3.0, 1.0)', 'score DESC, report.id'))
  const titled = run(`title : (${match.match})`, '1', 'fulltext.rowid DESC')
  const rest = titled.length < most ? run(match.match, '0', 'fulltext.rowid DESC') : []
  const known = new Set(titled.map(({ no }) => no))
  return count([...titled, ...rest.filter(({ no }) => !known.has(no))].slice(0, most))
}

const JOINED = 'fulltext CROSS JOIN report ON report.no = fulltext.rowid'

function newest(db: Database, conditions: readonly string[], values: readonly Value[], most: number): Ranked[] {
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return db.all<Ranked>(`SELECT no, 0 AS score FROM report ${where} ORDER BY publishedStart DESC, id LIMIT ?`, ...values, most)
}

/** Adds to what was found how much there is; `limit` null where that is not worth counting beyond it. */
function countFound(
  db: Database,
  ranked: readonly Ranked[],
  most: number,
  limit: number | null,
  from: string,
  conditions: readonly string[],
  values: readonly Value[],
): Found {
  if (ranked.length < most || limit === null) return { ranked, total: ranked.length, isMore: ranked.length >= most }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} ${where} LIMIT ${limit})`
  const total = db.get<{ count: number }>(sql, ...values)?.count ?? 0
  return { ranked, total, isMore: total >= limit }
}

/** In how many reports the words stand, one after the other. */
function countHits(db: Database, terms: readonly string[]): number {
  let hits = 0
  for (const term of terms) {
    const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM fulltext WHERE fulltext MATCH ? LIMIT ${MOST_RANKED + 1})`
    hits += db.get<{ count: number }>(sql, `"${term}"`)?.count ?? 0
    if (hits > MOST_RANKED) break
  }
  return hits
}

/** How many of some reports have a value: who published, the month of publication, the kind and the country of what happened. */
export interface Facets {
  readonly publishers: readonly Facet[]
  readonly months: readonly Facet[]
  readonly types: readonly Facet[]
  readonly countries: readonly Facet[]
}

export interface Facet {
  readonly value: string
  readonly count: number
}

const FACET_MOST = 12

export function countFacets(db: Database, reports: readonly number[]): Facets {
  const list = JSON.stringify(reports)
  const of = (expression: string, from: string) =>
    db.all<Facet>(
      `SELECT ${expression} AS value, count(DISTINCT report.no) AS count FROM json_each(?) AS asked CROSS JOIN ${from}
        WHERE ${expression} IS NOT NULL GROUP BY 1 ORDER BY count DESC, value LIMIT ${FACET_MOST}`,
      list,
    )
  const reportTable = 'report ON report.no = asked.value'
  const eventTable = `${reportTable} CROSS JOIN event ON event.no BETWEEN report.no << 16 AND (report.no << 16) + 65535`
  return {
    publishers: of('publisher', reportTable),
    months: of('substr(publishedStart, 1, 7)', reportTable),
    types: of('event.type', eventTable),
    countries: of('event.country', eventTable),
  }
}
