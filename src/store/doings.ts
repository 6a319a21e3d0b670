import type { Database } from './database.ts'
import { JOIN_REPORT, REPORT_OF_ROW, type ReportOfRow } from './offices.ts'
import { recordConditions } from './questions.ts'
import { type ReportFilter, reportConditions } from './reports.ts'

/** An event with the words that tell it, and who says so. */
export interface DoingRow extends ReportOfRow {
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly timeStart: string | null
  readonly timeEnd: string | null
  readonly country: string | null
  readonly placeKey: string | null
  readonly placeName: string | null
  readonly triggerText: string
  readonly objectText: string | null
  /** Where its sentence begins in the text. */
  readonly sentence: number
  readonly speakerKey: string | null
  readonly speaker: string | null
}

/** Events of some types in these reports, in all where none are given, by the day of their reports. */
export function listDoings(db: Database, filter: ReportFilter, types: readonly string[], reports: readonly number[] | null): DoingRow[] {
  const asked = recordConditions(db, 'event', { reports: filter, ...(reports ? { only: reports } : {}), is: { type: types } })
  if (!asked) return []
  const sql = `SELECT record.no, ${REPORT_OF_ROW}, record.type, record.mode, record.status, record.timeStart, record.timeEnd, record.country,
    at.key AS placeKey, at.name AS placeName, record.triggerText, record.objectText, record.sentence, who.key AS speakerKey, who.name AS speaker
    FROM event AS record ${JOIN_REPORT} LEFT JOIN named AS at ON at.no = record.place
    LEFT JOIN statement ON record.saidIn IS NOT NULL AND statement.no = (record.no & ~65535) + record.saidIn
    LEFT JOIN named AS who ON who.no = statement.speaker
    ${asked.conditions.length > 0 ? `WHERE ${asked.conditions.join(' AND ')}` : ''} ORDER BY report.publishedStart, report.id, record.no`
  return db.all<DoingRow>(sql, ...asked.values)
}

/** How many of something that may be sent or stationed, with the event that it is told with. */
export interface CountRow {
  /** `recordNumber`. */
  readonly no: number
  readonly measure: string
  readonly population: string | null
  readonly unit: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly quantifier: string | null
  readonly timeStart: string | null
  readonly timeEnd: string | null
  readonly country: string | null
  readonly placeKey: string | null
  readonly placeName: string | null
  readonly event: number | null
  readonly sentence: number
}

/** Figures of these reports that count people or things and no harm to them. */
export function listCounts(db: Database, reports: readonly number[]): CountRow[] {
  const sql = `SELECT record.no, measure, population, unit, low, best, high, quantifier, timeStart, timeEnd, country, at.key AS placeKey,
    at.name AS placeName, event, sentence FROM json_each(?) AS wanted
    CROSS JOIN figure AS record NOT INDEXED ON record.no BETWEEN wanted.value * 65536 AND wanted.value * 65536 + 65535
    LEFT JOIN named AS at ON at.no = record.place
    WHERE measure IN ('deployed', 'other', 'displaced', 'returned', 'affected') AND quantifier IS NOT NULL AND population IS NOT NULL ORDER BY record.no`
  return db.all<CountRow>(sql, JSON.stringify(reports))
}

/** Names that have a part in these events, and the numbers of the events: those whose name passes. */
export function listNamedParts(db: Database, passes: (name: string) => boolean): Set<number> {
  const names = db.all<{ no: number; name: string }>('SELECT no, name FROM named')
  const wanted = names.filter(({ name }) => passes(name)).map(({ no }) => no)
  const sql = 'SELECT record FROM party WHERE who IN (SELECT value FROM json_each(?)) AND role IN (0, 1)'
  return new Set(db.all<{ record: number }>(sql, JSON.stringify(wanted)).map(({ record }) => record))
}

/** A country in which reports find a place of some name. */
export interface NamesakeRow {
  readonly country: string
  /** The key of the place. */
  readonly key: string
  readonly reports: number
}

/** In how many reports of a library a place of this name is found in each country, most first. */
export function countriesOfNamesakes(db: Database, name: string): NamesakeRow[] {
  const sql = `SELECT country, min(key) AS key, count(DISTINCT no >> 16) AS reports FROM (
      SELECT event.no, country, key FROM event JOIN named ON named.no = place WHERE name = ?1 AND country IS NOT NULL
      UNION ALL SELECT figure.no, country, key FROM figure JOIN named ON named.no = place WHERE name = ?1 AND country IS NOT NULL)
    GROUP BY country ORDER BY reports DESC, country`
  return db.all(sql, name)
}

/** Does a report name a country, or anybody of it? A place that lies there does not count. */
export function namesCountry(db: Database, report: number, country: string): boolean {
  const sql = `SELECT 1 AS found FROM party JOIN named ON named.no = who WHERE record BETWEEN ?1 * 65536 AND ?1 * 65536 + 65535
    AND (key = 'country:' || ?2 OR key GLOB ?2 || '/*' OR key GLOB '*@' || ?2) LIMIT 1`
  return db.get(sql, report, country) !== null
}

/** Numbers of the reports that tell of a place without saying in which country, where others find a place of this name in this one. */
export function reportsOfNamesakes(db: Database, country: string): number[] {
  const names = `SELECT name FROM named WHERE no IN (SELECT place FROM event WHERE country = ?1 UNION SELECT place FROM figure WHERE country = ?1)`
  const open = `SELECT no FROM named WHERE kind = 'place' AND name IN (${names})`
  const sql = `SELECT no >> 16 AS no FROM event WHERE country IS NULL AND place IN (${open})
    UNION SELECT no >> 16 FROM figure WHERE country IS NULL AND place IN (${open})
    UNION SELECT record >> 16 FROM party WHERE role IN (0, 1) AND who IN (${open}) ORDER BY 1`
  return db.all<{ no: number }>(sql, country).map(row => row.no)
}

/** Somebody named in a record, and the report that it stands in. */
export interface SeenRow {
  readonly key: string
  readonly name: string
  /** `recordNumber`. */
  readonly record: number
  readonly letter: 'v' | 's' | 'f' | 'p'
  readonly report: string
  readonly published: string | null
}

/** Organizations whose name passes, wherever they have a part in a record, by the day of the report. */
export function listNamesSeen(db: Database, filter: ReportFilter, passes: (name: string) => boolean): SeenRow[] {
  const names = db.all<{ no: number; name: string }>("SELECT no, name FROM named WHERE kind IN ('organization', 'government')")
  const wanted = names.filter(({ name }) => passes(name)).map(({ no }) => no)
  const { conditions, values } = reportConditions(filter)
  const letter = `CASE WHEN role < 3 THEN 'v' WHEN role < 7 THEN 's' WHEN role < 11 THEN 'f' ELSE 'p' END`
  const sql = `SELECT DISTINCT named.key, named.name, record, ${letter} AS letter, report.id AS report, report.publishedStart AS published
    FROM json_each(?) AS wanted CROSS JOIN named ON named.no = wanted.value JOIN party ON who = named.no JOIN report ON report.no = record >> 16
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY published, report, record`
  return db.all<SeenRow>(sql, JSON.stringify(wanted), ...values)
}
