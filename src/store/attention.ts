import type { Database } from './database.ts'
import { JOIN_REPORT, REPORT_OF_ROW, type ReportOfRow } from './offices.ts'
import { type ReportFilter, reportConditions } from './reports.ts'

/** Reports that a filter lets through, each as `recordNumber(report, 0)`, by their day. */
export function listReportRows(db: Database, filter: ReportFilter): ReportOfRow[] {
  const { conditions, values } = reportConditions(filter)
  const sql = `SELECT record.no, ${REPORT_OF_ROW} FROM (SELECT no << 16 AS no FROM report) AS record ${JOIN_REPORT}
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY report.publishedStart, report.id`
  return db.all<ReportOfRow>(sql, ...values)
}

/** How much a report has to do with a country. */
export interface MeantRow {
  readonly report: number
  readonly country: string
  /** Two for each part that somebody of the country has in a record, one for each event and each figure there; where money is told of is left out. */
  readonly score: number
}

/** What every report of a library has to do with each country. */
export function listMeant(db: Database): MeantRow[] {
  const key = `CASE WHEN key GLOB 'country:*' THEN substr(key, 9) WHEN key GLOB '[A-Z][A-Z][A-Z]/*' THEN substr(key, 1, 3)
    WHEN key GLOB '*@[A-Z][A-Z][A-Z]' THEN substr(key, -3) END`
  const sql = `WITH of AS MATERIALIZED (SELECT no AS who, ${key} AS country FROM named WHERE ${key} IS NOT NULL)
    SELECT report, country, sum(score) AS score FROM (
      SELECT no >> 16 AS report, country, 1 AS score FROM event WHERE country IS NOT NULL
      UNION ALL SELECT no >> 16, country, 1 FROM figure WHERE country IS NOT NULL AND measure <> 'funding'
      UNION ALL SELECT record >> 16, country, 2 FROM party JOIN of USING (who) WHERE role NOT IN (2, 6, 8))
    GROUP BY report, country`
  return db.all<MeantRow>(sql)
}

/** A sum of money, and where and when. */
export interface MoneyRow extends ReportOfRow {
  readonly unit: string
  readonly best: number
  readonly country: string | null
  readonly placeKey: string | null
  readonly placeName: string | null
}

/** Sums of money, the newest report first. */
export function listMoney(db: Database, filter: ReportFilter): MoneyRow[] {
  const { conditions, values } = reportConditions(filter)
  const sql = `SELECT record.no, ${REPORT_OF_ROW}, record.unit, record.best, record.country, at.key AS placeKey, at.name AS placeName
    FROM figure AS record ${JOIN_REPORT} LEFT JOIN named AS at ON at.no = record.place
    WHERE ${["record.measure = 'funding'", 'record.best IS NOT NULL', ...conditions].join(' AND ')}
    ORDER BY report.publishedStart DESC, report.id, record.no`
  return db.all<MoneyRow>(sql, ...values)
}
