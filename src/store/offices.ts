import type { Database } from './database.ts'
import { PARTY_ROLES } from './names.ts'
import { recordConditions } from './questions.ts'
import { type ReportFilter, reportConditions } from './reports.ts'

/** What answers need to know of the report of a row, to count it once. */
export interface ReportOfRow {
  /** `recordNumber`. */
  readonly no: number
  readonly report: string
  readonly published: string | null
  readonly publisher: string | null
  readonly textHash: string
  /** The report that it repeats or that replaced it, and the day of that one. */
  readonly copyOf: string | null
  readonly ofPublished: string | null
}

/** A position as its row has it, with the names that it leads to. */
export interface OfficeRow extends ReportOfRow {
  readonly holderKey: string | null
  readonly holder: string | null
  readonly title: string
  readonly ofKey: string | null
  readonly ofName: string | null
  readonly ofKind: string | null
  readonly status: string
  readonly timeStart: string | null
  readonly timeEnd: string | null
}

/** Columns of the report of a row, over `report`, `copy` and `other`. */
export const REPORT_OF_ROW = `report.id AS report, report.publishedStart AS published, report.publisher, report.textHash,
  other.id AS copyOf, other.publishedStart AS ofPublished`
/** The joins that these columns need. */
export const JOIN_REPORT = `JOIN report ON report.no = record.no >> 16
  LEFT JOIN copy ON copy.report = report.no LEFT JOIN report AS other ON other.no = copy.of`

/** Every position in these reports, in all where none are given; those without a holder are left out. */
export function listOffices(db: Database, filter: ReportFilter, reports: readonly number[] | null): OfficeRow[] {
  const { conditions, values } = recordConditions(db, 'position', { reports: filter }) as NonNullable<ReturnType<typeof recordConditions>>
  const from =
    reports === null
      ? 'position AS record'
      : 'json_each(?) AS wanted CROSS JOIN position AS record ON record.no BETWEEN wanted.value * 65536 AND wanted.value * 65536 + 65535'
  const sql = `SELECT record.no, ${REPORT_OF_ROW}, who.key AS holderKey, who.name AS holder, record.title, of.key AS ofKey, of.name AS ofName,
    of.kind AS ofKind, record.status, record.timeStart, record.timeEnd
    FROM ${from} ${JOIN_REPORT} JOIN named AS who ON who.no = record.holder LEFT JOIN named AS of ON of.no = record.ofWhom
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY report.publishedStart, report.id, record.no`
  return db.all<OfficeRow>(sql, ...(reports === null ? [] : [JSON.stringify(reports)]), ...values)
}

/** Numbers of the reports that have anything to do with a country: a place in it, or somebody of it. */
export function reportsOfCountry(db: Database, country: string): number[] {
  const names = `SELECT no FROM named WHERE key = 'country:' || ?1 OR key GLOB ?1 || '/*' OR key GLOB '*@' || ?1`
  const sql = `SELECT no >> 16 AS no FROM event WHERE country = ?1 UNION SELECT no >> 16 FROM figure WHERE country = ?1
    UNION SELECT record >> 16 FROM party WHERE who IN (${names}) ORDER BY 1`
  return db.all<{ no: number }>(sql, country).map(row => row.no)
}

/** The last day on which any report that has to do with a country was published, as far as a filter lets it through. */
export function lastReportOf(db: Database, country: string, filter: ReportFilter): string | null {
  const { conditions, values } = reportConditions(filter)
  const sql = `SELECT max(publishedStart) AS last FROM report WHERE ${['no IN (SELECT value FROM json_each(?))', ...conditions].join(' AND ')}`
  return db.get<{ last: string | null }>(sql, JSON.stringify(reportsOfCountry(db, country)), ...values)?.last ?? null
}

/** How often each country is meant in some reports: by the places of their records and by whoever has a part in them. */
export function countCountries(db: Database, reports: readonly number[]): { report: number; country: string; count: number }[] {
  const range = (column: string) => `${column} BETWEEN wanted.value * 65536 AND wanted.value * 65536 + 65535`
  const key = `CASE WHEN named.key GLOB 'country:*' THEN substr(named.key, 9) WHEN named.key GLOB '[A-Z][A-Z][A-Z]/*' THEN substr(named.key, 1, 3)
    WHEN named.key GLOB '*@[A-Z][A-Z][A-Z]' THEN substr(named.key, -3) END`
  const sql = `SELECT report, country, count(*) AS count FROM (
      SELECT wanted.value AS report, country FROM json_each(?1) AS wanted CROSS JOIN event ON ${range('event.no')}
      UNION ALL SELECT wanted.value, country FROM json_each(?1) AS wanted CROSS JOIN figure ON ${range('figure.no')}
      UNION ALL SELECT wanted.value, ${key} FROM json_each(?1) AS wanted CROSS JOIN party ON ${range('party.record')} JOIN named ON named.no = who)
    WHERE country IS NOT NULL GROUP BY report, country ORDER BY report, count DESC, country`
  return db.all(sql, JSON.stringify(reports))
}

/** An event that may end somebody's time in office, or be a coup, with those who have a part in it. */
export interface PowerEventRow extends ReportOfRow {
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly timeStart: string | null
  readonly country: string | null
}

/** Events of some types (with these modes; null for none) in these reports, in all where none are given. */
export function listPowerEvents(db: Database, filter: ReportFilter, reports: readonly number[] | null): PowerEventRow[] {
  const { conditions, values } = recordConditions(db, 'event', { reports: filter }) as NonNullable<ReturnType<typeof recordConditions>>
  const kinds = "((record.type = 'COERCE' AND record.mode IS NULL) OR (record.type = 'RETREAT' AND record.mode = 'resign'))"
  const from =
    reports === null
      ? 'event AS record'
      : 'json_each(?) AS wanted CROSS JOIN event AS record NOT INDEXED ON record.no BETWEEN wanted.value * 65536 AND wanted.value * 65536 + 65535'
  const sql = `SELECT record.no, ${REPORT_OF_ROW}, record.type, record.mode, record.status, record.timeStart, record.country
    FROM ${from} ${JOIN_REPORT} WHERE ${[kinds, ...conditions].join(' AND ')} ORDER BY report.publishedStart, report.id, record.no`
  return db.all<PowerEventRow>(sql, ...(reports === null ? [] : [JSON.stringify(reports)]), ...values)
}

/** Somebody with a part in an event. */
export interface PartyRow {
  readonly record: number
  readonly role: 'actor' | 'recipient'
  readonly who: number
  readonly key: string
  readonly name: string
  readonly kind: string
}

/** Who acts in these events and to whom it is done. */
export function listParties(db: Database, events: readonly number[]): PartyRow[] {
  const [actor, recipient] = [PARTY_ROLES.indexOf('event.actor'), PARTY_ROLES.indexOf('event.recipient')]
  const sql = `SELECT record, CASE role WHEN ${actor} THEN 'actor' ELSE 'recipient' END AS role, who, named.key, named.name, named.kind
    FROM json_each(?) AS wanted CROSS JOIN party ON party.record = wanted.value AND role IN (${actor}, ${recipient})
    JOIN named ON named.no = who ORDER BY record, role, who`
  return db.all<PartyRow>(sql, JSON.stringify(events))
}

/** The same by the number of the event. */
export function partiesByEvent(db: Database, events: readonly { readonly no: number }[]): Map<number, PartyRow[]> {
  const parties = listParties(
    db,
    events.map(({ no }) => no),
  )
  return Map.groupBy(parties, party => party.record)
}
