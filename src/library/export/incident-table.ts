import { type Column, columnMakers, type Table } from '../../formats/table/table.ts'
import type { Victims } from '../../reconcile/victims.ts'
import type { IncidentRow } from './incident-rows.ts'

const { text, day, number, integer } = columnMakers<IncidentRow>()

/** A row an incident: what the reports together say, who says which number, and why they are taken together. */
export const INCIDENT_TABLE: Table<IncidentRow> = {
  name: 'incidents',
  says: 'Something that happened, as all reports together tell it',
  columns: [
    text('record_id', 'id of the incident', ({ incident }) => incident.id),
    text('type', 'PLOVER type', ({ incident }) => incident.type),
    text('acled_event', 'ACLED event type', ({ incident }) => incident.acled?.event),
    text('acled_sub_event', 'ACLED sub-event type', ({ incident }) => incident.acled?.subEvent),
    text('status', 'what the last report says of it', ({ incident }) => incident.status),
    text('title', 'headline of the first report that has one', ({ incident }) => incident.title),
    day('day', 'the day that most independent reports give', ({ incident }) => incident.day),
    day('date_start', 'the first day that a report gives', ({ incident }) => incident.start),
    day('date_end', 'the last day that a report gives', ({ incident }) => incident.end),
    text('place', 'where', ({ incident }) => incident.place?.name),
    text('place_iso3', 'ISO 3166-1 alpha-3', ({ incident }) => incident.country),
    text('place_admin1', 'the first-level division', ({ incident }) => incident.place?.admin1),
    text('place_pcode', 'OCHA place code', pcodeOf),
    number('place_lat', 'degrees north, WGS84', ({ incident }) => incident.place?.lat),
    number('place_lon', 'degrees east, WGS84', ({ incident }) => incident.place?.lon),
    text('place_precision', 'what the point stands for', ({ incident }) => incident.place?.precision),
    text('actors', 'who did it, or all parties', ({ incident }) => incident.actors.map(party => party.name).join('; ')),
    text('recipients', 'to whom it was done', ({ incident }) => incident.recipients.map(party => party.name).join('; ')),
    ...victims('killed'),
    ...victims('injured'),
    text('lifecycle', 'what the reports said of whether it took place, with the day of the report', ({ incident }) =>
      incident.lifecycle.map(stage => `${stage.status}${stage.reported ? ` (${stage.reported})` : ''}`).join('; '),
    ),
    integer('reports', 'reports that tell it, copies too', ({ incident }) => incident.reports),
    integer('origins', 'how many of them are independent of each other', ({ incident }) => incident.origins),
    day('first_reported', 'day of the first report', ({ incident }) => incident.firstReported),
    day('last_reported', 'day of the last report', ({ incident }) => incident.lastReported),
    text('report_ids', 'the reports that tell it', ({ reports }) => reports.map(({ report }) => report.id).join('; ')),
    text('report_publisher', 'who published them', ({ reports }) =>
      [...new Set(reports.map(({ report }) => report.publisher).filter(Boolean))].join('; '),
    ),
    text('report_url', 'where they were published', ({ reports }) =>
      reports
        .map(({ report }) => report.url)
        .filter(Boolean)
        .join('; '),
    ),
    text('because', 'why the reports are taken together', ({ incident }) =>
      [...new Set(incident.tellings.map(telling => telling.because))].join(' '),
    ),
    text('evidence', 'the words of the first report', ({ evidence }) => evidence),
    text('rules', 'version of the rules and models that read it', ({ rules }) => rules),
  ],
}

function pcodeOf({ incident, reports }: IncidentRow): string | undefined {
  for (const { reading } of reports)
    for (const { name, ref } of reading.entities) if (name === incident.place?.name && ref?.pcode) return ref.pcode
  return undefined
}

function victims(measure: 'killed' | 'injured'): Column<IncidentRow>[] {
  const of = ({ incident }: IncidentRow): Victims | null => incident[measure]
  return [
    number(`${measure}_low`, `${measure}: the least that any report says`, row => of(row)?.low),
    number(`${measure}_best`, `${measure}: what most reports say`, row => of(row)?.best),
    number(`${measure}_high`, `${measure}: the most that any report says`, row => of(row)?.high),
    text(`${measure}_told`, `${measure}: who says which`, row =>
      (of(row)?.told ?? [])
        .map(told => `${told.best ?? told.low ?? told.high} (${told.source ?? 'the report'}${told.reported ? `, ${told.reported}` : ''})`)
        .join('; '),
    ),
  ]
}
