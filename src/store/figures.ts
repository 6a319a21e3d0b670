import type { Database } from './database.ts'
import type { RecordQuestion } from './question.ts'
import { recordConditions } from './questions.ts'

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

const SQL = `SELECT record.no, report.id AS report, measure, record.kind, unit, per, population, low, best, high, quantifier,
  record.timeStart, record.timeEnd, asOfStart, asOfEnd, at.key AS placeKey, at.name AS placeName,
  record.country, record.admin1, record.lat, record.lon, record.placePrecision, who.key AS sourceKey, who.name AS sourceName,
  partOf, record.same, report.publishedStart AS published, report.publisher, report.language,
  copy.kind AS copyKind, other.id AS copyOf, incident.id AS incident, event.status AS eventStatus
  FROM figure AS record JOIN report ON report.no = record.no >> 16
  LEFT JOIN named AS at ON at.no = record.place
  LEFT JOIN named AS who ON who.no = record.source
  LEFT JOIN copy ON copy.report = report.no
  LEFT JOIN report AS other ON other.no = copy.of
  LEFT JOIN event ON event.no = (record.no & ~65535) + record.event
  LEFT JOIN telling ON telling.report = report.no AND telling.event = record.event
  LEFT JOIN incident ON incident.no = telling.incident`

/** Figures with all that a series needs, in no order that matters. */
export function listFigures(db: Database, question: RecordQuestion = {}): FigureRow[] {
  const asked = recordConditions(db, 'figure', question)
  if (!asked) return []
  const where = asked.conditions.length > 0 ? `WHERE ${asked.conditions.join(' AND ')}` : ''
  return db.all<FigureRow>(`${SQL} ${where}`, ...asked.values)
}
