import type { Database, Value } from './database.ts'
import { parseMatch } from './match.ts'
import { type RecordQuestion, reportsAsked } from './questions.ts'
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

/** Reports found, the best first; `total` counts no further than `MOST_COUNTED`. */
export interface Found {
  readonly ranked: readonly Ranked[]
  readonly total: number
}

/**
 * What is found is counted up to this, and ranked by its words (BM25, titles count threefold) where it is less than that; of more, the newest are
 * taken: ranking costs a millisecond for every thousand hits.
 */
export const MOST_COUNTED = 10_000

/** Reports that a question is about, `most` of them. */
export function searchReports(db: Database, question: SearchQuestion, most: number): Found {
  const asked = searchConditions(question)
  if (!asked) return { ranked: [], total: 0 }
  const { match, conditions, values } = asked
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const from = match === null ? 'report' : 'fulltext JOIN report ON report.no = fulltext.rowid'
  const counted = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} ${where} LIMIT ${MOST_COUNTED})`,
    ...values,
  )
  const total = counted?.count ?? 0
  const isRanked = match !== null && total < MOST_COUNTED
  const score = isRanked ? '-bm25(fulltext, 3.0, 1.0)' : 'report.no'
  const order = isRanked ? 'score DESC, report.id' : match === null ? 'report.publishedStart DESC, report.id' : 'fulltext.rowid DESC'
  const sql = `SELECT report.no AS no, ${score} AS score FROM ${from} ${where} ORDER BY ${order} LIMIT ?`
  return { ranked: db.all<Ranked>(sql, ...values, most), total }
}

function searchConditions({ words, reports, records }: SearchQuestion) {
  const match = words === undefined ? null : parseMatch(words)
  if (words !== undefined && !match) return null
  const { conditions, values } = reportConditions(reports ?? {})
  const all: Value[] = match ? [match.match, ...values] : [...values]
  if (match) conditions.unshift('fulltext MATCH ?')
  if (records) {
    const subqueries = records.tables.flatMap(table => reportsAsked(table, records.question) ?? [])
    conditions.push(`report.no IN (${subqueries.map(each => each.sql).join(' UNION ') || 'NULL'})`)
    all.push(...subqueries.flatMap(each => each.values))
  }
  return { match: match?.match ?? null, conditions, values: all }
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
