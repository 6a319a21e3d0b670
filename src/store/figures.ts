import type { Database, Value } from './database.ts'
import { type ReportFilter, reportConditions } from './reports.ts'

/** A figure as its row has it, with the names that it leads to and what is known of its report. */
export interface FigureRow {
  readonly no: number
  readonly report: string
  readonly measure: string
  readonly kind: string | null
  readonly unit: string
  readonly per: string | null
  readonly population: string | null
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly quantifier: string | null
  readonly timeStart: string | null
  readonly timeEnd: string | null
  readonly asOfStart: string | null
  readonly asOfEnd: string | null
  readonly placeKey: string | null
  readonly placeName: string | null
  readonly country: string | null
  readonly admin1: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly placePrecision: string | null
  readonly sourceKey: string | null
  readonly sourceName: string | null
  readonly partOf: number | null
  readonly same: number | null
  readonly published: string | null
  readonly publisher: string | null
  readonly language: string
  readonly copyKind: string | null
  readonly copyOf: string | null
  readonly incident: string | null
  readonly eventStatus: string | null
}

/** Which figures are wanted; what is left out does not matter. */
export interface FigureFilter extends ReportFilter {
  readonly measure?: string
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** Key of the place itself, or name of the first-level division. */
  readonly placeKeys?: readonly string[]
  readonly admin1?: string
}

const SQL = `SELECT figure.no, report.id AS report, measure, figure.kind, unit, per, population, low, best, high, quantifier,
  figure.timeStart, figure.timeEnd, asOfStart, asOfEnd, at.key AS placeKey, at.name AS placeName,
  figure.country, figure.admin1, figure.lat, figure.lon, figure.placePrecision, who.key AS sourceKey, who.name AS sourceName,
  partOf, figure.same, report.publishedStart AS published, report.publisher, report.language,
  copy.kind AS copyKind, other.id AS copyOf, incident.id AS incident, event.status AS eventStatus
  FROM figure JOIN report ON report.no = figure.no >> 16
  LEFT JOIN named AS at ON at.no = figure.place
  LEFT JOIN named AS who ON who.no = figure.source
  LEFT JOIN copy ON copy.report = report.no
  LEFT JOIN report AS other ON other.no = copy.of
  LEFT JOIN event ON event.no = (figure.no & ~65535) + figure.event
  LEFT JOIN telling ON telling.report = report.no AND telling.event = figure.event
  LEFT JOIN incident ON incident.no = telling.incident`

/** Figures with all that a series needs, in no order that matters. */
export function listFigures(db: Database, filter: FigureFilter = {}): Generator<FigureRow> {
  const { conditions, values } = reportConditions(filter)
  const equal = (column: string, value: Value | undefined) => {
    if (value === undefined) return
    conditions.push(`${column} = ?`)
    values.push(value)
  }
  equal('measure', filter.measure)
  equal('figure.country', filter.country)
  equal('figure.admin1', filter.admin1)
  if (filter.placeKeys) {
    conditions.push('at.key IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(filter.placeKeys))
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return db.iterate<FigureRow>(`${SQL} ${where}`, ...values)
}
