import type { Sql } from './criteria.ts'
import type { Database, Value } from './database.ts'
import { parseMatch, parsePrefix } from './match.ts'
import type { RecordQuestion } from './question.ts'
import { type HasRecord, hasRecord } from './questions.ts'
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
const MOST_RANKED = 8_000
/** Ranked reports that are looked at together for what their records tell. */
const PIECE = 500

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
  const ofReport: Conditions = { conditions: own.conditions, values: own.values }
  const all: Conditions = record ? { conditions: [...own.conditions, record.sql], values: [...own.values, ...record.values] } : ofReport
  const isLookedAt = record !== null && !record.isDriven
  if (!match) {
    if (isLookedAt) return newestLookedAt(db, all, most)
    return own.conditions.length === 0 ? newestOf(db, record?.reports ?? null, most) : newest(db, all, most)
  }
  if (countHits(db, match.terms) > MOST_RANKED) return common(db, match.match, ofReport, record, most)
  if (!isLookedAt) return best(db, rank(db, match.match, ofReport, record?.reports ?? null), most)
  return bestLookedAt(db, rank(db, match.match, ofReport), record, most)
}

const JOINED = 'fulltext CROSS JOIN report ON report.no = fulltext.rowid'

/** Conditions on `report`. */
interface Conditions {
  readonly conditions: readonly string[]
  readonly values: readonly Value[]
}

/** The newest of some reports, given as a query for their numbers, or of all. */
function newestOf(db: Database, numbers: Sql | null, most: number): Found {
  // Put together once, for the list and for the count.
  const { sql, values } = numbers ?? { sql: 'SELECT no FROM report', values: [] }
  const found = numbers ? `SELECT DISTINCT no FROM (${sql})` : `${sql} LIMIT ${MOST_COUNTED}`
  const only = numbers ? 'WHERE +report.no IN (SELECT no FROM found)' : ''
  const rows = db.all<Ranked & { total: number }>(
    `WITH found AS MATERIALIZED (${found})
      SELECT no, 0 AS score, (SELECT count(*) FROM found) AS total FROM report ${only} ORDER BY publishedStart DESC, id LIMIT ?`,
    ...[...values, most],
  )
  const total = rows[0]?.total ?? 0
  return { ranked: rows.map(({ no, score }) => ({ no, score })), total: Math.min(total, MOST_COUNTED), isMore: total >= MOST_COUNTED }
}

/** The newest, all of them counted in one go. */
function newest(db: Database, { conditions, values }: Conditions, most: number): Found {
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const sql = `SELECT no, 0 AS score FROM report ${where} ORDER BY publishedStart DESC, id LIMIT ${Math.max(most, MOST_COUNTED)}`
  const ranked = db.all<Ranked>(sql, ...values)
  return { ranked: ranked.slice(0, most), total: ranked.length, isMore: ranked.length >= MOST_COUNTED }
}

/** The newest, looked at one by one until there are enough. */
function newestLookedAt(db: Database, { conditions, values }: Conditions, most: number): Found {
  const sql = `SELECT no, 0 AS score FROM report WHERE ${conditions.join(' AND ')} ORDER BY publishedStart DESC, id LIMIT ?`
  const ranked = db.all<Ranked>(sql, ...values, most)
  return { ranked, total: ranked.length, isMore: ranked.length >= most }
}

/** All reports with rare words, the best first; of those that are as good as each other the order is open. */
function rank(db: Database, match: string, { conditions, values }: Conditions, only: Sql | null = null): Ranked[] {
  // The row of a report is opened only where something is asked of it.
  const from = conditions.length > 0 ? JOINED : 'fulltext'
  const where = ['fulltext MATCH ?', ...conditions, ...(only ? [`+fulltext.rowid IN (${only.sql})`] : [])].join(' AND ')
  const sql = `SELECT fulltext.rowid AS no, -bm25(fulltext, 3.0, 1.0) AS score FROM ${from} WHERE ${where}`
  return db.all<Ranked>(sql, match, ...values, ...(only?.values ?? [])).sort((a, b) => b.score - a.score)
}

function best(db: Database, ranked: readonly Ranked[], most: number): Found {
  return { ranked: orderTies(db, ranked, most), total: ranked.length, isMore: false }
}

/** The best whose records tell what was asked, looked at in their order until there are enough. */
function bestLookedAt(db: Database, ranked: readonly Ranked[], record: { sql: string; values: readonly Value[] }, most: number): Found {
  const found: Ranked[] = []
  let at = 0
  const isOpen = () => at < ranked.length && (found.length < most || ranked[at]?.score === found.at(-1)?.score)
  while (isOpen()) {
    const piece = ranked.slice(at, at + PIECE)
    at += PIECE
    const sql = `SELECT report.no AS no FROM json_each(?) AS asked CROSS JOIN report ON report.no = asked.value WHERE ${record.sql}`
    const rows = db.all<{ no: number }>(sql, JSON.stringify(piece.map(({ no }) => no)), ...record.values)
    const met = new Set(rows.map(({ no }) => no))
    found.push(...piece.filter(({ no }) => met.has(no)))
  }
  return { ranked: orderTies(db, found, most), total: Math.min(found.length, most), isMore: found.length > most || at < ranked.length }
}

/** The first of a ranking; those with the same score by id, so that it does not matter in which order they came. */
function orderTies(db: Database, ranked: readonly Ranked[], most: number): Ranked[] {
  const last = ranked[most - 1]?.score ?? Number.NEGATIVE_INFINITY
  const kept = ranked.filter(({ score }) => score >= last)
  const sql = 'SELECT report.no AS no, report.id AS id FROM json_each(?) AS asked CROSS JOIN report ON report.no = asked.value'
  const ids = new Map(db.all<{ no: number; id: string }>(sql, JSON.stringify(kept.map(({ no }) => no))).map(({ no, id }) => [no, id]))
  const idOf = ({ no }: Ranked) => ids.get(no) ?? ''
  return kept.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1)).slice(0, most)
}

/** Reports with words that are too common to be ranked: one query, so that what is asked of the records is put together once. */
function common(db: Database, match: string, { conditions, values }: Conditions, record: HasRecord | null, most: number): Found {
  const isLookedAt = record !== null && !record.isDriven
  const limit = isLookedAt ? most : Math.max(most, MOST_COUNTED)
  const only = record?.reports
  const asked = [...conditions, ...(isLookedAt ? [record.sql] : []), ...(only ? ['+fulltext.rowid IN (SELECT no FROM found)'] : [])]
  const askedValues = [...values, ...(isLookedAt ? record.values : [])]
  const from = conditions.length > 0 || isLookedAt ? JOINED : 'fulltext'
  const where = ['fulltext MATCH ?', ...asked].join(' AND ')
  const part = (score: number) =>
    `SELECT * FROM (SELECT fulltext.rowid AS no, ${score} AS score FROM ${from} WHERE ${where} ORDER BY fulltext.rowid DESC LIMIT ?)`
  const rows = db.all<Ranked>(
    `${only ? `WITH found AS MATERIALIZED (SELECT DISTINCT no FROM (${only.sql})) ` : ''}${part(1)} UNION ALL ${part(0)}`,
    ...(only?.values ?? []),
    ...[`title : (${match})`, ...askedValues, most],
    ...[match, ...askedValues, limit],
  )
  rows.sort((a, b) => b.no - a.no)
  const titled = rows.filter(({ score }) => score === 1)
  const rest = rows.filter(({ score }) => score === 0)
  const known = new Set(titled.map(({ no }) => no))
  const ranked = [...titled, ...rest.filter(({ no }) => !known.has(no))]
  return { ranked: ranked.slice(0, most), total: isLookedAt ? Math.min(most, ranked.length) : rest.length, isMore: rest.length >= limit }
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

/** Numbers of the newest reports with words in their titles that begin so. */
export function titlesWith(db: Database, text: string, most: number): number[] {
  const match = parsePrefix(text)
  if (match === null) return []
  const sql = 'SELECT rowid AS no FROM fulltext WHERE fulltext MATCH ? ORDER BY rowid DESC LIMIT ?'
  return db.all<{ no: number }>(sql, `title : (${match})`, most).map(({ no }) => no)
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
