import { findCountry } from '../../formats/profiles/countries.ts'
import type { ProfileCell } from '../../formats/profiles/profile.ts'
import type { EntityRecord } from '../../record/entity.ts'
import { daysBetween } from '../../util/calendar.ts'
import type { IncidentRow } from './incident-rows.ts'

/** Sectors of PLOVER by what UCDP and ACLED tell apart. */
const STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG'])
const ARMED: ReadonlySet<string> = new Set(['REB', 'UAF', 'PRM'])
const CIVILIANS: ReadonlySet<string> = new Set(['CVL', 'REF', 'MED', 'JRN', 'EDU', 'LAB', 'BUS', 'REL', 'AGR', 'SOC', 'ELI', 'OPP', 'NGO'])

/** What fills the columns of UCDP GED and ACLED. Codes are those of their codebooks. */
export const INCIDENT_CELLS: Readonly<Record<string, ProfileCell<IncidentRow>>> = {
  id: text('id of the incident', ({ incident }) => incident.id),
  year: integer('year of the first day', ({ incident }) => (incident.start ?? incident.day)?.slice(0, 4)),
  start: { says: 'the first day', type: 'date', cell: ({ incident }) => incident.start ?? incident.day },
  end: { says: 'the last day', type: 'date', cell: ({ incident }) => incident.end ?? incident.day },
  'type-of-violence': integer('1 state-based, 2 non-state, 3 one-sided', typeOfViolence),
  'dyad-name': text('the two sides', ({ sides: [a, b] }) => (a && b ? `${a.name} - ${b.name}` : null)),
  'side-a': text('the first side', ({ sides: [a] }) => a?.name),
  'side-b': text('the second side', ({ sides: [, b] }) => b?.name),
  'side-a-ucdp': text("UCDP's number of the first side", ({ sides: [a] }) => a?.ref?.ucdp),
  'side-b-ucdp': text("UCDP's number of the second side", ({ sides: [, b] }) => b?.ref?.ucdp),
  'others-a': text('others on the first side', ({ others: [a] }) => a.join('; ')),
  'others-b': text('others on the second side', ({ others: [, b] }) => b.join('; ')),
  'inter-a': integer('1 state, 2 rebels, 3 political militia, 5 rioters, 6 protesters, 7 civilians, 8 others', row => interOf(row, 0)),
  'inter-b': integer('1 state, 2 rebels, 3 political militia, 5 rioters, 6 protesters, 7 civilians, 8 others', row => interOf(row, 1)),
  interaction: integer('the two codes side by side, the lower first', interactionOf),
  origins: integer('independent origins', ({ incident }) => incident.origins),
  'source-article': text('reports, as publisher, day, headline', ({ reports }) =>
    reports.map(({ report }) => [report.publisher, report.published?.start, report.title].filter(Boolean).join(', ')).join('; '),
  ),
  publishers: text('who published', ({ reports }) =>
    [...new Set(reports.map(({ report }) => report.publisher).filter(Boolean))].join('; '),
  ),
  'source-dates': text('when', ({ reports }) => reports.map(({ report }) => report.published?.start ?? '').join('; ')),
  headlines: text('headlines', ({ reports }) => reports.map(({ report }) => report.title ?? '').join('; ')),
  sayers: text('who gives the numbers', ({ incident }) =>
    [...new Set((incident.killed?.told ?? []).map(told => told.source).filter(Boolean))].join('; '),
  ),
  'where-prec': integer(
    '1 exact, 3 district, 4 province, 5 fuzzy, 6 country',
    ({ incident }) => WHERE_PREC[incident.place?.precision ?? 'none'],
  ),
  'geo-prec-acled': integer('1 town, 2 area, 3 region', ({ incident }) => GEO_PREC[incident.place?.precision ?? 'none']),
  'place-name': text('where', ({ incident }) => incident.place?.name),
  evidence: text('the words of a report', ({ evidence }) => evidence),
  admin1: text('first-level division', ({ incident }) => incident.place?.admin1),
  lat: { says: 'degrees north, WGS84', type: 'number', cell: ({ incident }) => incident.place?.lat },
  lon: { says: 'degrees east, WGS84', type: 'number', cell: ({ incident }) => incident.place?.lon },
  wkt: text('the point', ({ incident: { place } }) => place && `POINT (${place.lon} ${place.lat})`),
  priogrid: integer('cell of half a degree, counted from the south-west', gridOf),
  country: text('ISO 3166-1 alpha-3', ({ incident }) => incident.country),
  'country-name': text('name of the country', ({ incident }) => findCountry(incident.country)?.name),
  m49: integer('ISO 3166-1 numeric', ({ incident }) => findCountry(incident.country)?.m49),
  region: text('UN subregion', ({ incident }) => findCountry(incident.country)?.subregion),
  clarity: integer('1 place and day are told, 2 otherwise', ({ incident: { day, place } }) =>
    day && place && place.precision !== 'country' ? 1 : 2,
  ),
  'date-prec': integer('1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer', row => precisionOf(row, [1, 6, 7, 31])),
  'date-prec-acled': integer('1 a day, 2 a week, 3 longer', row => precisionOf(row, [1, 7])),
  civilians: integer('deaths of civilians', row => (CIVILIANS.has(row.sides[1]?.sector ?? '') ? row.incident.killed?.best : null)),
  'killed-low': integer('the least that any report says', ({ incident }) => incident.killed?.low),
  'killed-best': integer('what most reports say', ({ incident }) => incident.killed?.best),
  'killed-high': integer('the most that any report says', ({ incident }) => incident.killed?.high),
  fatalities: integer('the most conservative number', ({ incident }) => incident.killed?.low ?? incident.killed?.best),
  'acled-event': text('event type', ({ incident }) => incident.acled?.event),
  'acled-sub-event': text('sub-event type', ({ incident }) => incident.acled?.subEvent),
}

/** Events that GED and ACLED are about: violence and protest. */
export function isViolent({ incident: { acled, killed, type } }: IncidentRow, profile: 'ged' | 'acled'): boolean {
  if (profile === 'acled') return acled !== null
  const isForce =
    type === 'ASSAULT' ||
    acled?.event === 'Battles' ||
    acled?.event === 'Explosions/Remote violence' ||
    acled?.event === 'Violence against civilians'
  return isForce && (killed?.high ?? killed?.best ?? 0) > 0
}

const WHERE_PREC: Readonly<Record<string, number>> = { point: 1, city: 1, admin2: 3, admin1: 4, region: 5, country: 6 }
const GEO_PREC: Readonly<Record<string, number>> = { point: 1, city: 1, admin2: 2, admin1: 3, region: 3, country: 3 }

function text(says: string, cell: ProfileCell<IncidentRow>['cell']): ProfileCell<IncidentRow> {
  return { says, cell }
}

function integer(says: string, cell: ProfileCell<IncidentRow>['cell']): ProfileCell<IncidentRow> {
  return { says, type: 'integer', cell }
}

function typeOfViolence({ sides: [a, b] }: IncidentRow): number | null {
  const [first, second] = [campOf(a), campOf(b)]
  if (first === null || second === null) return null
  if (first === 'civilians' || second === 'civilians') return 3
  return first === 'state' || second === 'state' ? 1 : 2
}

function campOf(side: EntityRecord | null): 'state' | 'armed' | 'civilians' | null {
  if (!side) return null
  if (side.kind === 'country' || side.kind === 'government' || STATE.has(side.sector ?? '')) return 'state'
  if (side.kind === 'armed-group' || ARMED.has(side.sector ?? '')) return 'armed'
  return CIVILIANS.has(side.sector ?? '') ? 'civilians' : null
}

function interOf({ sides, incident }: IncidentRow, which: 0 | 1): number | null {
  const side = sides[which]
  if (!side) return null
  const camp = campOf(side)
  if (camp === 'civilians' && which === 0 && incident.acled?.event === 'Riots') return 5
  if (camp === 'civilians' && which === 0 && incident.acled?.event === 'Protests') return 6
  if (camp === 'armed') return side.sector === 'REB' ? 2 : 3
  return camp === 'state' ? 1 : camp === 'civilians' ? 7 : 8
}

function interactionOf(row: IncidentRow): string | null {
  const codes = [interOf(row, 0), interOf(row, 1)].filter(code => code !== null).sort()
  return codes.length === 0 ? null : codes.length === 1 ? `${codes[0]}0` : codes.join('')
}

function gridOf({ incident: { place } }: IncidentRow): number | null {
  return place ? Math.floor((place.lat + 90) * 2) * 720 + Math.floor((place.lon + 180) * 2) + 1 : null
}

/** The place of the number of days among the limits, from 1. */
function precisionOf({ incident: { start, end, day } }: IncidentRow, limits: readonly number[]): number | null {
  const [from, to] = [start ?? day, end ?? day]
  if (from === null || to === null) return null
  const days = daysBetween(from, to) + 1
  const at = limits.findIndex(limit => days <= limit)
  return at < 0 ? limits.length + 1 : at + 1
}
