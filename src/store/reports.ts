import type { ReportRecord } from '../record/reading.ts'
import type { Time } from '../record/time.ts'
import { compress, expand } from './bytes.ts'
import type { Database, Value } from './database.ts'
import { insertRow } from './rows.ts'

/** Who may see a report; every export obeys it. From open to closed. */
export const CONFIDENTIALITIES = ['public', 'restricted', 'confidential'] as const
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]

/** `no` is the report's number inside this file; it never leaves it. */
export const REPORT_TABLES = `
CREATE TABLE report (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  sourceId TEXT,
  path TEXT NOT NULL,
  title TEXT,
  url TEXT,
  publisher TEXT,
  authors TEXT NOT NULL,
  language TEXT NOT NULL,
  published TEXT,
  publishedStart TEXT,
  publishedEnd TEXT,
  confidentiality TEXT NOT NULL,
  textHash TEXT NOT NULL,
  words INTEGER NOT NULL,
  notes TEXT NOT NULL,
  addedAt TEXT NOT NULL
);
CREATE INDEX report_published ON report (publishedStart, id);
CREATE INDEX report_text ON report (textHash);
CREATE INDEX report_source ON report (source);
CREATE TABLE text (report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE, bytes BLOB NOT NULL);
`

/** What the library knows of a report beside its text and its reading. */
export interface ReportRow extends Omit<ReportRecord, 'text'> {
  /** Hash of the bytes that it came in. */
  readonly source: string
  /** The file it came from, as it was named; FILE:12 for line 12. */
  readonly path: string
  readonly confidentiality: Confidentiality
  readonly words: number
  /** ISO 8601, UTC. */
  readonly addedAt: string
}

/** A row with its number in this file. */
export interface NumberedReport {
  readonly no: number
  readonly report: ReportRow
}

const COLUMNS = [
  'id',
  'source',
  'sourceId',
  'path',
  'title',
  'url',
  'publisher',
  'authors',
  'language',
  'published',
  'publishedStart',
  'publishedEnd',
  'confidentiality',
  'textHash',
  'words',
  'notes',
  'addedAt',
] as const

/** Puts a report in; gives its number, or null where it was there. */
export function insertReport(db: Database, report: ReportRow, text: Uint8Array): number | null {
  if (findReportNumber(db, report.id) !== null) return null
  const { published } = report
  const row = {
    ...report,
    authors: JSON.stringify(report.authors),
    notes: JSON.stringify(report.notes),
    published: published && JSON.stringify(published),
    publishedStart: published?.start ?? null,
    publishedEnd: published?.end ?? null,
  }
  insertRow(db, 'report', COLUMNS, row)
  const no = findReportNumber(db, report.id) as number
  db.run('INSERT INTO text (report, bytes) VALUES (?, ?)', no, text)
  return no
}

/** The compressed form in which a text is kept. */
export const packText: (text: string) => Uint8Array = compress

export function findReportNumber(db: Database, id: string): number | null {
  return db.get<{ no: number }>('SELECT no FROM report WHERE id = ?', id)?.no ?? null
}

export function getReport(db: Database, no: number): ReportRow {
  return toReport(db.get<RawReport>(`SELECT no, ${COLUMNS.join(', ')} FROM report WHERE no = ?`, no) as RawReport).report
}

export function getReportId(db: Database, no: number): string {
  return (db.get<{ id: string }>('SELECT id FROM report WHERE no = ?', no) as { id: string }).id
}

export function getText(db: Database, no: number): string {
  return expand((db.get<{ bytes: Uint8Array }>('SELECT bytes FROM text WHERE report = ?', no) as { bytes: Uint8Array }).bytes).toString()
}

/** Reports whose id, without "sha256:", begins with `prefix`; `most` of them. */
export function findReportsByPrefix(db: Database, prefix: string, most = 10): NumberedReport[] {
  const [low, high] = [`sha256:${prefix}`, `sha256:${prefix}g`]
  return db
    .all<RawReport>(`SELECT no, ${COLUMNS.join(', ')} FROM report WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`, low, high, most)
    .map(toReport)
}

/** Reports with this id at their source, this address or this path, by id; `most` of them. */
export function findReportsCalled(db: Database, name: string, most = 10): NumberedReport[] {
  const sql = `SELECT no, ${COLUMNS.join(', ')} FROM report WHERE sourceId = ? OR url = ? OR path = ? ORDER BY id LIMIT ?`
  return db.all<RawReport>(sql, name, name, name, most).map(toReport)
}

/** Which reports are wanted; what is left out does not matter. */
export interface ReportFilter {
  readonly publishers?: readonly string[]
  readonly languages?: readonly string[]
  readonly confidentialities?: readonly Confidentiality[]
  /** Only those that repeat another report, or only those that do not. */
  readonly isCopy?: boolean | undefined
  /** Of these ids alone, or not of these. */
  readonly ids?: readonly string[]
  readonly without?: readonly string[]
  /** Published on this day or after it, in whole or in part. */
  readonly from?: string
  readonly to?: string
  /** Published by the end of this day; what has no date of publication is left out. */
  readonly knownOn?: string
  /** Whose words match this: what `parseMatch` makes of words. */
  readonly match?: string | undefined
  /** Numbers of reports tell the order in which they came into this library: those that came after this one, or no later than that one. */
  readonly after?: number
  readonly upTo?: number
}

/** The filter as conditions on `report`, with the values they need. */
export function reportConditions(filter: ReportFilter): { conditions: string[]; values: Value[] } {
  const conditions: string[] = []
  const values: Value[] = []
  const oneOf = (column: string, list: readonly string[] | undefined) => {
    if (!list) return
    conditions.push(`report.${column} IN (SELECT value FROM json_each(?))`)
    values.push(JSON.stringify(list))
  }
  oneOf('publisher', filter.publishers)
  oneOf('language', filter.languages)
  oneOf('confidentiality', filter.confidentialities)
  oneOf('id', filter.ids)
  if (filter.without && filter.without.length > 0) {
    conditions.push('report.id NOT IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(filter.without))
  }
  const add = (condition: string, value: string | number | undefined) => {
    if (value === undefined) return
    conditions.push(condition)
    values.push(value)
  }
  add('EXISTS (SELECT 1 FROM copy WHERE copy.report = report.no) = ?', filter.isCopy === undefined ? undefined : Number(filter.isCopy))
  add('report.publishedEnd >= ?', filter.from)
  add('report.publishedStart <= ?', filter.to)
  add('report.publishedEnd <= ?', filter.knownOn)
  add('report.no IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)', filter.match)
  add('report.no > ?', filter.after)
  add('report.no <= ?', filter.upTo)
  return { conditions, values }
}

/** The newest reports that a filter lets through, `most` of them after the first `skip`, and how many it lets through; `match` (FTS5) must be in them. */
export function newestReports(
  db: Database,
  filter: ReportFilter,
  most: number,
  skip = 0,
): { readonly total: number; readonly reports: NumberedReport[] } {
  const { conditions, values } = reportConditions(filter)
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const sql = `SELECT no, ${COLUMNS.join(', ')} FROM report ${where} ORDER BY publishedStart DESC, id LIMIT ? OFFSET ?`
  const total = db.get<{ count: number }>(`SELECT count(*) AS count FROM report ${where}`, ...values)?.count ?? 0
  return { total, reports: db.all<RawReport>(sql, ...values, most, skip).map(toReport) }
}

/** Reports by day of publication and id, those without a day first. */
export function* listReports(db: Database, filter: ReportFilter = {}): Generator<NumberedReport> {
  const { conditions, values } = reportConditions(filter)
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const sql = `SELECT no, ${COLUMNS.join(', ')} FROM report ${where} ORDER BY publishedStart, id`
  for (const row of db.iterate<RawReport>(sql, ...values)) yield toReport(row)
}

/** How many reports there are, or how many a filter leaves. */
export function countReports(db: Database, filter: ReportFilter = {}): number {
  const { conditions, values } = reportConditions(filter)
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM report ${where}`, ...values)?.count ?? 0
}

/** How many reports there are of each value of a column. */
export function countReportsBy(
  db: Database,
  column: 'publisher' | 'language' | 'confidentiality',
): { value: string | null; count: number }[] {
  return db.all(`SELECT ${column} AS value, count(*) AS count FROM report GROUP BY ${column} ORDER BY count DESC, value`)
}

/** The first and the last day of publication. */
export function publishedRange(db: Database): { first: string | null; last: string | null } {
  return db.get('SELECT min(publishedStart) AS first, max(publishedEnd) AS last FROM report') as {
    first: string | null
    last: string | null
  }
}

export function setConfidentiality(db: Database, no: number, confidentiality: Confidentiality): void {
  db.run('UPDATE report SET confidentiality = ? WHERE no = ?', confidentiality, no)
}

/** Takes a report out, with its text, readings and all that hangs on its row. */
export function deleteReport(db: Database, no: number): void {
  db.run('DELETE FROM report WHERE no = ?', no)
}

interface RawReport extends Record<(typeof COLUMNS)[number], Value> {
  readonly no: number
}

function toReport(row: RawReport): NumberedReport {
  const { no, publishedStart: _, publishedEnd: __, ...rest } = row
  const published: Time | null = row.published === null ? null : JSON.parse(String(row.published))
  const lists = { authors: JSON.parse(String(row.authors)), notes: JSON.parse(String(row.notes)) }
  return { no, report: { ...(rest as object), published, ...lists } as unknown as ReportRow }
}
