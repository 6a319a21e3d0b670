import type { EntityRecord } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans } from '../../record/span.ts'
import type { TellingPlace } from '../sketch.ts'
import { supportPlaces } from '../support.ts'
import { type Happening, leadWeight } from './happenings.ts'

/** The places kept of a happening. */
const MOST = 8
/** A finer place says more about where than a coarser one around it. */
const PRECISION_WEIGHTS = { point: 1, city: 1, admin2: 0.5, admin1: 0.25, region: 0.1, country: 0 } as const

/** Where a happening may have been, the likeliest place first, those near each other counted together; never a whole country. */
export function placesOf({ entities, figures }: ReadingRecord, { isMain, type, events }: Happening): TellingPlace[] {
  const weights = new Map<string, number>()
  const add = (id: string, weight: number) => weights.set(id, (weights.get(id) ?? 0) + weight)
  for (const event of events)
    for (const [i, id] of event.places.entries())
      add(id, ((event.type === type ? 2 : 0.5) * leadWeight(listSpans(event.trigger)[0]?.[0] ?? 0)) / (1 + i))
  if (isMain) {
    for (const figure of figures) if (figure.place) add(figure.place, leadWeight(figure.span[0]))
    for (const { id, kind, mentions } of entities) if (kind === 'place') for (const { span } of mentions) add(id, 0.5 * leadWeight(span[0]))
  }
  const found = entities.flatMap(entity => {
    const { place, id, confidence } = entity
    const weight = place ? (weights.get(id) ?? 0) * PRECISION_WEIGHTS[place.precision] * confidence : 0
    return place && weight > 0 ? [{ entity, place, weight }] : []
  })
  return supportPlaces(found)
    .sort((a, b) => b.support - a.support || b.weight - a.weight || startOf(a.entity) - startOf(b.entity))
    .slice(0, MOST)
    .map(({ entity }) => toPlace(entity))
}

function startOf({ mentions }: EntityRecord): number {
  return mentions[0]?.span[0] ?? 0
}

type Place = NonNullable<EntityRecord['place']>

function toPlace(entity: EntityRecord): TellingPlace {
  const { lat, lon, country, admin1, precision } = entity.place as Place
  return { key: entityKey(entity), name: entity.name, lat, lon, country, admin1, precision }
}

/** The country that the places of a report are mostly in. */
export function countryOf({ entities }: ReadingRecord): string | null {
  const weights = new Map<string, number>()
  for (const { place, mentions } of entities)
    if (place?.country)
      weights.set(place.country, (weights.get(place.country) ?? 0) + mentions.reduce((sum, { span }) => sum + leadWeight(span[0]), 0))
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}
