import type { EntityRecord } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { EventRecord } from '../../record/event.ts'
import { findReportNumber, getReport, type ReportFilter } from '../../store/reports.ts'
import { renameEntities } from '../actors/rename-entities.ts'
import { getIncident, type IncidentsWanted, listIncidents, type ShownIncident } from '../incidents/list-incidents.ts'
import type { Library } from '../open.ts'
import { type StoredReport, toStored } from '../stored-report.ts'

/** An incident with the reports that tell it and the sides as the first of them has them. */
export interface IncidentRow {
  readonly incident: ShownIncident
  /** Reports that may be exported, by day of publication. */
  readonly reports: readonly StoredReport[]
  readonly sides: readonly [first: EntityRecord | null, second: EntityRecord | null]
  /** Actors beside the first, recipients beside the first. */
  readonly others: readonly [first: readonly string[], second: readonly string[]]
  /** The sentence of the first telling that has one. */
  readonly evidence: string | null
  readonly rules: string | null
}

/** Most reports of an incident that a row names. */
const MOST_REPORTS = 50

/** Incidents that are wanted and that at least one of the reports allowed tells, by day and id. */
export function* incidentRows(
  library: Library,
  filter: ReportFilter,
  wanted: IncidentsWanted,
  rulesOf: (report: number) => string,
): Generator<IncidentRow> {
  const allowed = new Set((filter.confidentialities ?? []) as readonly string[])
  const { incidents } = listIncidents(library, wanted, Number.MAX_SAFE_INTEGER)
  const order = incidents
    .map(({ id, day }) => ({ id, day: day ?? '' }))
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
  const rename = renameEntities(library.db)
  for (const { id } of order) {
    const incident = getIncident(library, id)
    const numbers = [...new Set(incident.tellings.map(telling => telling.report))].map(
      report => findReportNumber(library.db, report) as number,
    )
    const reports = numbers
      .slice(0, MOST_REPORTS)
      .map(no => toStored(library.db, { no, report: getReport(library.db, no) }))
      .filter(({ report }) => allowed.has(report.confidentiality))
      .map(stored => ({ ...stored, reading: rename(stored.reading) }))
    const [first] = reports
    if (!first) continue
    yield { incident, reports, ...partiesOf(incident, first), rules: rulesOf(findReportNumber(library.db, first.report.id) as number) }
  }
}

/** Who stands on either side: the parties that most reports name, as the entities of the report that is taken for the row. */
function partiesOf(
  { actors, recipients, tellings }: ShownIncident,
  { reading }: StoredReport,
): Pick<IncidentRow, 'sides' | 'others' | 'evidence'> {
  const told = tellings.find(telling => telling.report === reading.report.id)?.events ?? []
  const events = reading.events.filter(event => told.includes(event.id))
  const byKey = new Map(reading.entities.map(entity => [entityKey(entity), entity]))
  const entity = (id: string | undefined) => reading.entities.find(each => each.id === id) ?? null
  const side = (key: string | undefined, ids: readonly string[]) => (key === undefined ? null : byKey.get(key)) ?? entity(ids[0])
  const first = side(
    actors[0]?.key,
    events.flatMap(event => event.actors),
  )
  const second = side(recipients[0]?.key ?? actors[1]?.key, secondOf(events))
  const names = (parties: typeof actors, from: number) => parties.slice(from).map(party => party.name)
  const sentence = events[0]?.evidence
  return {
    sides: [first, second],
    others: recipients.length > 0 ? [names(actors, 1), names(recipients, 1)] : [[], names(actors, 2)],
    evidence: sentence ? reading.report.text.slice(...sentence) : null,
  }
}

/** The recipient, or of two parties the other one. */
function secondOf(events: readonly EventRecord[]): string[] {
  return events.flatMap(event => (event.recipients.length > 0 ? event.recipients : event.actors.slice(1)))
}
