import type { EntityRecord } from '../../record/entity.ts'
import type { FigureRecord, Measure } from '../../record/figure.ts'
import { recordIdOf } from '../export/exported-report.ts'
import type { StoredRow } from '../export/stored-rows.ts'
import { findCountry } from './countries.ts'
import type { ProfileCell } from './profile.ts'

/** A figure with its part in its series. */
export interface FigureRow extends StoredRow {
  readonly record: FigureRecord
  /** recommended, triangulation …, and why. */
  readonly role: string | null
  readonly because: string | null
  /** In persons. */
  readonly total: number | null
  readonly householdSize: number | null
}

/** HELIX's categories, where a measure and its kind tell one. */
const CATEGORIES: Partial<Record<Measure, { readonly stock: string; readonly flow: string }>> = {
  displaced: { stock: 'IDPs', flow: 'Internal Displacements' },
  returned: { stock: 'Returnees', flow: 'Return' },
  refugees: { stock: 'Displaced across borders', flow: 'Cross-border flight' },
  killed: { stock: 'Deaths', flow: 'Deaths' },
}

/** What fills the columns of HELIX. */
export const FIGURE_CELLS: Readonly<Record<string, ProfileCell<FigureRow>>> = {
  'record-id': text('id of the record', ({ record, stored }) => recordIdOf(stored.reading.report.id, record.id)),
  'report-id': text('id of the report', ({ stored }) => stored.reading.report.id),
  incident: text('id of the incident', ({ record, stored }) => record.events.map(id => stored.incidentOf[id]).find(Boolean)),
  country: text('ISO 3166-1 alpha-3', row => placeOf(row)?.place?.country),
  'country-name': text('name of the country', row => findCountry(placeOf(row)?.place?.country)?.name),
  region: text('UN subregion', row => findCountry(placeOf(row)?.place?.country)?.subregion),
  year: { says: 'the year that it counts in', type: 'integer', cell: row => endOf(row)?.slice(0, 4) },
  category: text('type of displacement metric', ({ record }) => CATEGORIES[record.measure]?.[record.kind ?? 'flow']),
  role: text('Recommended, Triangulation', ({ role }) => (role === 'recommended' ? 'Recommended' : 'Triangulation')),
  total: { says: 'in persons', type: 'number', cell: ({ total }) => total },
  reported: { says: 'as reported', type: 'number', cell: ({ record }) => record.value?.best ?? record.value?.low ?? record.value?.high },
  term: text('the word of the source', ({ record, reading }) => record.term && reading.report.text.slice(...record.term)),
  unit: text('Household, Person', ({ record }) => (record.unit === 'household' ? 'Household' : record.unit === 'person' ? 'Person' : null)),
  quantifier: text('More than, Less than, Exact, Approximately', ({ record }) => QUANTIFIERS[record.value?.quantifier ?? 'vague']),
  'household-size': {
    says: 'persons of a household',
    type: 'number',
    cell: row => (row.record.unit === 'household' ? row.householdSize : null),
  },
  'is-housing': text('Yes, No', ({ record }) => (record.measure === 'destroyed' ? 'Yes' : 'No')),
  'flow-start': day('the first day', row => (isStock(row) ? null : row.record.time?.start)),
  'flow-end': day('the last day', row => (isStock(row) ? null : endOf(row))),
  'flow-accuracy': text('how fine the days are', row => (isStock(row) ? null : ACCURACIES[row.record.time?.precision ?? 'none'])),
  'stock-date': day('the day that it holds for', row => (isStock(row) ? endOf(row) : null)),
  'stock-accuracy': text('how fine the day is', row => (isStock(row) ? ACCURACIES[row.record.asOf?.precision ?? 'none'] : null)),
  because: text('why it is or is not counted', ({ because }) => because),
  publisher: text('who published the report', ({ stored }) => stored.reading.report.publisher),
  source: text('who counts', row => sourceOf(row)?.name),
  'source-sector': text('PLOVER sector of who counts', row => sourceOf(row)?.sector),
  evidence: text('the sentence', ({ record, reading }) => reading.report.text.slice(...record.evidence)),
  url: text('where the report was published', ({ stored }) => stored.reading.report.url),
  title: text('headline of the report', ({ stored }) => stored.reading.report.title),
  'place-name': text('the place', row => placeOf(row)?.name),
  'place-lat': { says: 'degrees north, WGS84', type: 'number', cell: row => placeOf(row)?.place?.lat },
  'place-lon': { says: 'degrees east, WGS84', type: 'number', cell: row => placeOf(row)?.place?.lon },
  'place-precision': text('ADM0 to ADM3, point', row => LEVELS[placeOf(row)?.place?.precision ?? 'none']),
  'place-type': text('Origin, Destination', ({ record }) => (record.origin ? 'Origin' : record.destination ? 'Destination' : null)),
  population: text('whom it counts', ({ record }) => record.population),
}

const QUANTIFIERS: Readonly<Record<string, string>> = {
  exact: 'Exact',
  about: 'Approximately',
  'at-least': 'More than or equal',
  'at-most': 'Less than or equal',
  between: 'Approximately',
  vague: 'Approximately',
}
const ACCURACIES: Readonly<Record<string, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Month',
  year: 'Year',
  range: 'Day',
}
const LEVELS: Readonly<Record<string, string>> = {
  country: 'Country/territory (ADM0)',
  admin1: 'State/Region/Province (ADM1)',
  admin2: 'District/Zone/Department (ADM2)',
  city: 'County/City/town/Village/Woreda (ADM3)',
  point: 'Point',
}

function text(says: string, cell: ProfileCell<FigureRow>['cell']): ProfileCell<FigureRow> {
  return { says, cell }
}

function day(says: string, cell: ProfileCell<FigureRow>['cell']): ProfileCell<FigureRow> {
  return { says, type: 'date', cell }
}

function isStock({ record }: FigureRow): boolean {
  return record.kind === 'stock'
}

function endOf({ record, stored }: FigureRow): string | null {
  const { published } = stored.reading.report
  if (record.kind === 'stock') return record.asOf?.end ?? record.asOf?.start ?? record.time?.end ?? published?.start ?? null
  return record.time ? (record.time.end ?? (record.time.start ? (published?.start ?? null) : null)) : null
}

function placeOf({ record, entity }: FigureRow): EntityRecord | undefined {
  const id = record.place ?? record.origin ?? record.destination
  return id === null ? undefined : entity(id)
}

function sourceOf({ record, entity }: FigureRow): EntityRecord | undefined {
  return record.source === null ? undefined : entity(record.source)
}
