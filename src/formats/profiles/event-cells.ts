import type { EntityKind, EntityRecord } from '../../record/entity.ts'
import { type EventType, scaleOf, TYPE_VALUES } from '../../record/vocab/plover.ts'
import { recordIdOf } from '../export/exported-report.ts'
import { findCountry } from './countries.ts'
import type { DyadRow } from './event-rows.ts'
import type { ProfileCell } from './profile.ts'

type Party = 'actor' | 'recipient'

/** Titles as POLECAT spells its quads. */
const QUAD_NAMES = { 1: 'VERBAL COOPERATION', 2: 'MATERIAL COOPERATION', 3: 'VERBAL CONFLICT', 4: 'MATERIAL CONFLICT' } as const

/** The CAMEO root that each type of PLOVER grew from (PLOVER manual, appendix). */
const CAMEO_ROOTS = {
  AGREE: '03',
  CONSULT: '04',
  SUPPORT: '05',
  COOPERATE: '06',
  AID: '07',
  CONCEDE: '08',
  RETREAT: '08',
  REQUEST: '10',
  ACCUSE: '11',
  REJECT: '12',
  THREATEN: '13',
  PROTEST: '14',
  MOBILIZE: '15',
  SANCTION: '16',
  COERCE: '17',
  ASSAULT: '19',
} as const satisfies Record<EventType, string>

/** What fills the columns of POLECAT and GDELT. */
export const EVENT_CELLS: Readonly<Record<string, ProfileCell<DyadRow>>> = {
  'record-id': text('id of the record', ({ event, stored }) => recordIdOf(stored.reading.report.id, event.id)),
  date: { says: 'the first day of the event', type: 'date', cell: dayOf },
  day: text('YYYYMMDD', row => dayOf(row)?.replaceAll('-', '')),
  'month-year': text('YYYYMM', row => dayOf(row)?.slice(0, 7).replace('-', '')),
  year: { says: 'YYYY', type: 'integer', cell: row => dayOf(row)?.slice(0, 4) },
  'fraction-date': { says: 'the year and the part of it that has passed', type: 'number', cell: fractionOf },
  type: text('PLOVER type', ({ event }) => event.type),
  mode: text('PLOVER mode', ({ event }) => event.mode),
  scale: { says: "PLOVER's scale, -10 to +10", type: 'number', cell: ({ event }) => scaleOf(event.type, event.mode) },
  quad: { says: "PLOVER's quad, 1 to 4", type: 'integer', cell: ({ event }) => TYPE_VALUES[event.type].quad },
  'quad-name': text("PLOVER's quad", ({ event }) => QUAD_NAMES[TYPE_VALUES[event.type].quad]),
  'cameo-root': text('CAMEO root code', ({ event }) => CAMEO_ROOTS[event.type]),
  contexts: text('PLOVER contexts', ({ event }) => event.contexts.join(';')),
  'is-root': { says: '1 for the first event of a report', type: 'integer', cell: ({ isFirst }) => (isFirst ? 1 : 0) },
  one: { says: '1', type: 'integer', cell: () => 1 },
  ...partyCells('actor'),
  ...partyCells('recipient'),
  'place-name': text('where it happened', ({ place }) => place?.name),
  'place-city': text('the town', ({ place }) => (place?.place?.precision === 'city' ? place.name : null)),
  'place-admin1': text('the first-level division', ({ place }) => place?.place?.admin1),
  'place-country': text('ISO 3166-1 alpha-3', ({ place }) => place?.place?.country),
  'place-fips': text('FIPS 10-4 country', ({ place }) => findCountry(place?.place?.country)?.fips),
  'place-lat': { says: 'degrees north, WGS84', type: 'number', cell: ({ place }) => place?.place?.lat },
  'place-lon': { says: 'degrees east, WGS84', type: 'number', cell: ({ place }) => place?.place?.lon },
  'place-geonames': text('GeoNames number', ({ place }) => place?.ref?.geonames),
  'place-precision': text('what the point stands for', ({ place }) => place?.place?.precision),
  'place-gdelt-type': { says: '1 country, 4 town, 5 division', type: 'integer', cell: ({ place }) => gdeltTypeOf(place) },
  publisher: text('who published the report', ({ stored }) => stored.reading.report.publisher),
  published: { says: 'when the report was published', type: 'date', cell: ({ stored }) => stored.reading.report.published?.start },
  url: text('where the report was published', ({ stored }) => stored.reading.report.url),
  language: text('language of the report', ({ stored }) => stored.reading.report.language),
  rules: text('version of the rules', ({ stored }) => stored.rules),
  people: text('people whom the report names', row => namesOf(row, ['person'])),
  organizations: text('bodies and groups that the report names', row => namesOf(row, ['organization', 'armed-group', 'government'])),
  locations: text('places that the report names', row => namesOf(row, ['place', 'country'])),
}

function text(says: string, cell: ProfileCell<DyadRow>['cell']): ProfileCell<DyadRow> {
  return { says, cell }
}

function partyCells(party: Party): Record<string, ProfileCell<DyadRow>> {
  const of = (says: string, cell: (entity: EntityRecord, row: DyadRow) => string | null | undefined) =>
    text(`${party}: ${says}`, row => {
      const entity = row[party]
      return entity && cell(entity, row)
    })
  return {
    [`${party}-name`]: of('its name', entity => entity.name),
    [`${party}-country`]: of('ISO 3166-1 alpha-3', entity => entity.ref?.country ?? entity.place?.country),
    [`${party}-sector`]: of('PLOVER sector', entity => entity.sector),
    [`${party}-code`]: of('country and sector', e => (e.ref?.country ?? '') + (e.sector ?? '') || null),
    [`${party}-title`]: of('the title that the report gives', titleOf),
    [`${party}-raw`]: of('the words nearest to the event', rawOf),
    [`${party}-wikidata`]: of('Wikidata item', entity => entity.ref?.wikidata),
  }
}

function dayOf({ event, stored }: DyadRow): string | null {
  return event.time?.start ?? event.time?.end ?? stored.reading.report.published?.start ?? null
}

/** GDELT's way: the day of the year by 365. */
function fractionOf(row: DyadRow): number | null {
  const day = dayOf(row)
  if (day === null) return null
  const year = Number(day.slice(0, 4))
  const passed = (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000
  return Number((year + passed / 365).toFixed(4))
}

function titleOf(entity: EntityRecord, { stored }: DyadRow): string | undefined {
  return stored.reading.positions.find(position => position.holder === entity.id)?.title
}

function rawOf(entity: EntityRecord, { event, stored }: DyadRow): string | null {
  const near = entity.mentions.filter(({ span }) => span[0] < event.evidence[1] && span[1] > event.evidence[0])
  const mention = near[0] ?? entity.mentions[0]
  return mention ? stored.reading.report.text.slice(...mention.span) : null
}

function gdeltTypeOf(place: EntityRecord | null): number | null {
  const precision = place?.place?.precision
  if (!precision) return null
  return precision === 'country' ? 1 : precision === 'admin1' || precision === 'admin2' ? 5 : 4
}

function namesOf({ stored }: DyadRow, kinds: readonly EntityKind[]): string {
  const named = stored.reading.entities.filter(e => kinds.includes(e.kind) && e.mentions.some(mention => mention.as === 'name'))
  return named.map(entity => entity.name).join('; ')
}
