import type { Database } from './database.ts'
import { PARTY_ROLES, type PartyRole } from './names.ts'

/** What is known of the report of a record. */
interface ReportOfRecord extends Omit<ReportTold, 'title'> {
  /** The number of the record. */
  readonly no: number
}

/** An event with what is known of its report, for questions about a whole country. Days are ISO 8601. */
export interface EventTold extends ReportOfRecord {
  readonly incident: string | null
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly timeStart: string | null
  readonly timeEnd: string | null
  readonly dayStart: string | null
  readonly dayEnd: string | null
  readonly placeKey: string | null
  readonly placeName: string | null
  readonly country: string | null
  readonly admin1: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly placePrecision: string | null
  readonly same: number | null
  readonly confidence: number
}

/** A statement with its speaker and its report. */
export interface StatementTold extends ReportOfRecord {
  readonly speakerKey: string | null
  readonly speakerName: string | null
  readonly act: string
  readonly form: string
  readonly dayStart: string | null
  readonly dayEnd: string | null
  readonly within: number | null
  readonly confidence: number
}

/** An office with its holder and its report. */
export interface OfficeTold extends ReportOfRecord {
  readonly holderKey: string | null
  readonly holderName: string | null
  readonly title: string
  readonly ofKey: string | null
  readonly status: string
  readonly dayStart: string | null
}

/** A report as far as it counts: by whom, when, and whether it repeats another or gave way to one. */
export interface ReportTold {
  readonly no: number
  readonly report: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly copyKind: string | null
  readonly copyOf: string | null
}

/** The country in the key of a name ("country:TGO", "TGO/MIL", "name:edem kpodar@TGO"), as SQL. */
const COUNTRY_OF_KEY = `CASE WHEN named.key GLOB 'country:[A-Z][A-Z][A-Z]' THEN substr(named.key, 9) WHEN named.key GLOB '[A-Z][A-Z][A-Z]/*' THEN substr(named.key, 1, 3)
  WHEN named.key GLOB '*@[A-Z][A-Z][A-Z]' THEN substr(named.key, -3) END`

/** The numbers of the roles in which somebody has a part in an event. */
const SIDES = (['event.actor', 'event.recipient'] as const).map(role => PARTY_ROLES.indexOf(role)).join(', ')

/** Share of the places and parties of a report that a country must have for the report to be about it: a report may be about two or three. */
const LEAST_SHARE = 1 / 3

/**
 * Numbers of the reports that are about a country (ISO 3166-1 alpha-3): a good part of the places and of the parties of their records are of it, or it
 * has a part in the first event, with which a report leads; or what they tell is taken for something that happened there and they name no place or
 * party of any country.
 */
export function reportsAbout(db: Database, country: string): number[] {
  const near = `SELECT no >> 16 AS report FROM event WHERE country = ?1
    UNION SELECT no >> 16 FROM figure WHERE country = ?1
    UNION SELECT record >> 16 FROM named JOIN party ON who = named.no WHERE key = 'country:' || ?1 OR (key >= ?1 || '/' AND key < ?1 || '0')
    UNION SELECT telling.report FROM incident JOIN telling ON incident = incident.no WHERE country = ?1`
  const places = ['event', 'figure', 'statement'].map(
    table =>
      `SELECT near.report AS report, country FROM near CROSS JOIN ${table} ON no BETWEEN near.report << 16 AND (near.report << 16) + 65535 WHERE country IS NOT NULL`,
  )
  const parties = `SELECT near.report AS report, ${COUNTRY_OF_KEY} AS country FROM near
    CROSS JOIN party ON record BETWEEN near.report << 16 AND (near.report << 16) + 65535 JOIN named ON named.no = who`
  const lead = `SELECT near.report FROM near CROSS JOIN party ON record = (near.report << 16) + 1 JOIN named ON named.no = who
    WHERE role IN (${SIDES}) AND ${COUNTRY_OF_KEY} = ?1`
  const votes = [...places, parties].join(' UNION ALL ')
  const sums = `SELECT report, sum(country = ?1) AS here, count(country) AS total FROM (${votes}) GROUP BY report`
  const sql = `WITH near AS (${near}) SELECT near.report AS no FROM near LEFT JOIN (${sums}) AS sums ON sums.report = near.report
    WHERE coalesce(total, 0) = 0 OR here >= total * ${LEAST_SHARE} OR near.report IN (${lead}) ORDER BY no`
  return db.all<{ no: number }>(sql, country).map(row => row.no)
}

/** The dead and injured of an event are told with it, and are of no series. */
const OF_A_SERIES = "(figure.event IS NULL OR figure.measure NOT IN ('killed', 'injured'))"

/**
 * Numbers of the reports that tell something of which some reports tell too: of the same incidents, or of the same measure in the same place. These
 * are among them.
 */
export function reportsTouchedBy(db: Database, reports: readonly number[]): number[] {
  const sql = `WITH changed AS MATERIALIZED (SELECT value AS report FROM json_each(?)),
      counted AS MATERIALIZED (SELECT DISTINCT measure, key FROM changed CROSS JOIN figure ON figure.no BETWEEN changed.report << 16 AND (changed.report << 16) + 65535
        LEFT JOIN named ON named.no = figure.place WHERE ${OF_A_SERIES})
    SELECT report AS no FROM changed
    UNION SELECT other.report FROM changed CROSS JOIN telling AS own ON own.report = changed.report CROSS JOIN telling AS other ON other.incident = own.incident
    UNION SELECT figure.no >> 16 FROM figure LEFT JOIN named ON named.no = figure.place
      WHERE ${OF_A_SERIES} AND EXISTS (SELECT 1 FROM counted WHERE counted.measure = figure.measure AND counted.key IS named.key)`
  return db.all<{ no: number }>(sql, JSON.stringify(reports)).map(row => row.no)
}

/** Numbers of the events in some reports that a country (or its government, army and so on) has a part in. */
export function eventsWithParty(db: Database, reports: readonly number[], country: string): number[] {
  const sql = `SELECT DISTINCT record AS no FROM json_each(?) AS asked CROSS JOIN party AS record ON record.record BETWEEN asked.value << 16 AND (asked.value << 16) + 65535
    JOIN named ON named.no = who WHERE role IN (${SIDES}) AND ${COUNTRY_OF_KEY} = ?`
  return db.all<{ no: number }>(sql, JSON.stringify(reports), country).map(row => row.no)
}

const WITHIN = 'record.no BETWEEN asked.value << 16 AND (asked.value << 16) + 65535'

/** Reports by their numbers. */
export function listReportsTold(db: Database, reports: readonly number[]): ReportTold[] {
  const sql = `SELECT report.no AS no, report.title, report.id AS report, report.publishedStart AS published, report.publisher, copy.kind AS copyKind, other.id AS copyOf
    FROM json_each(?) AS asked CROSS JOIN report ON report.no = asked.value LEFT JOIN copy ON copy.report = report.no
    LEFT JOIN report AS other ON other.no = copy.of ORDER BY published, report`
  return db.all(sql, JSON.stringify(reports))
}

/** The events of some reports. */
export function listEventsTold(db: Database, reports: readonly ReportTold[]): EventTold[] {
  const sql = `SELECT record.no AS no, incident.id AS incident, record.type, record.mode, record.status, timeStart, timeEnd, dayStart, dayEnd,
    at.key AS placeKey, at.name AS placeName, record.country, record.admin1, record.lat, record.lon, record.placePrecision, record.same, record.confidence
    FROM json_each(?) AS asked CROSS JOIN event AS record ON ${WITHIN}
    LEFT JOIN named AS at ON at.no = record.place
    LEFT JOIN telling ON telling.report = asked.value AND telling.event = record.no & 65535
    LEFT JOIN incident ON incident.no = telling.incident`
  return withReports(db, sql, reports)
}

/** The statements of some reports. */
export function listStatementsTold(db: Database, reports: readonly ReportTold[]): StatementTold[] {
  const sql = `SELECT record.no AS no, who.key AS speakerKey, who.name AS speakerName, act, form, dayStart, dayEnd, within, confidence
    FROM json_each(?) AS asked CROSS JOIN statement AS record ON ${WITHIN} LEFT JOIN named AS who ON who.no = record.speaker`
  return withReports(db, sql, reports)
}

/** The offices of some reports. */
export function listOfficesTold(db: Database, reports: readonly ReportTold[]): OfficeTold[] {
  const sql = `SELECT record.no AS no, who.key AS holderKey, who.name AS holderName, record.title, whose.key AS ofKey, status, dayStart
    FROM json_each(?) AS asked CROSS JOIN position AS record ON ${WITHIN}
    LEFT JOIN named AS who ON who.no = record.holder LEFT JOIN named AS whose ON whose.no = record.ofWhom`
  return withReports(db, sql, reports)
}

/** Rows of records with what is known of their reports, which need not come out of the file once for every row. */
function withReports<Row extends ReportOfRecord>(db: Database, sql: string, reports: readonly ReportTold[]): Row[] {
  const byNumber = new Map(reports.map(report => [report.no, report]))
  const numbers = JSON.stringify(reports.map(({ no }) => no))
  return db.all<Omit<Row, keyof ReportOfRecord> & { readonly no: number }>(sql, numbers).map(row => {
    const { report, published, publisher, copyKind, copyOf } = byNumber.get(Math.floor(row.no / 65_536)) as ReportTold
    return Object.assign(row, { report, published, publisher, copyKind, copyOf }) as unknown as Row
  })
}

/** Which event each figure of some reports counts the victims of: numbers of records. */
export function eventsOfFigures(db: Database, reports: readonly number[]): { figure: number; event: number }[] {
  const sql = `SELECT record.no AS figure, (record.no & ~65535) + record.event AS event FROM json_each(?) AS asked
    CROSS JOIN figure AS record ON ${WITHIN} WHERE record.event IS NOT NULL`
  return db.all(sql, JSON.stringify(reports))
}

/** Who has which part in some records of a kind. */
export function partiesOf(
  db: Database,
  records: readonly number[],
  roles: readonly PartyRole[],
): { record: number; role: PartyRole; key: string; name: string; kind: string }[] {
  const numbers = roles.map(role => PARTY_ROLES.indexOf(role)).join(', ')
  const sql = `SELECT record, role, named.key AS key, name, kind FROM json_each(?) AS asked CROSS JOIN party ON record = asked.value JOIN named ON named.no = who
    WHERE role IN (${numbers}) ORDER BY record, role, named.key`
  const rows = db.all<{ record: number; role: number; key: string; name: string; kind: string }>(sql, JSON.stringify(records))
  return rows.map(row => ({ ...row, role: PARTY_ROLES[row.role] as PartyRole }))
}

export function allReportNumbers(db: Database): number[] {
  return db.all<{ no: number }>('SELECT no FROM report ORDER BY no').map(row => row.no)
}

/** The keys under which names are known, by the numbers of the names. */
export function keysOfNames(db: Database, names: readonly number[]): string[] {
  const sql = 'SELECT DISTINCT named.key AS key FROM json_each(?) AS asked CROSS JOIN named ON named.no = asked.value'
  return db.all<{ key: string }>(sql, JSON.stringify(names)).map(row => row.key)
}
