import type { FeatureCollection, Point } from 'geojson'
import type { IncidentMap } from '../../api/types.ts'

/** What stands for a spot; the others stand for an area around it. */
const SPOTS: ReadonlySet<string> = new Set(['point', 'city', 'admin2'])

type Points = FeatureCollection<Point, Record<string, string | number | null>>

/** Degrees east and north. */
export type Spot = [lon: number, lat: number]

/** Where an incident is drawn; null where it is not among these, or has no place. */
export function spotOf({ id, lon, lat }: IncidentMap, incident: string | null): Spot | null {
  const at = incident === null ? -1 : id.indexOf(incident)
  const [x, y] = [lon[at], lat[at]]
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}

/** Points of which nothing else is told. */
export function pointsAt(spots: readonly Spot[]): Points {
  return {
    type: 'FeatureCollection',
    features: spots.map(([x, y]) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [x, y] } })),
  }
}

/** Incidents whose place is a spot. */
export function pointsOf({ id, lon, lat, precision, type, killed }: IncidentMap): Points {
  const features: Points['features'] = []
  for (let i = 0; i < id.length; i++) {
    const [x, y] = [lon[i], lat[i]]
    if (typeof x !== 'number' || typeof y !== 'number' || !SPOTS.has(precision[i] ?? '')) continue
    features.push({
      type: 'Feature',
      properties: { id: id[i]!, type: type[i] ?? null, killed: killed[i] ?? 0 },
      geometry: { type: 'Point', coordinates: [x, y] },
    })
  }
  return { type: 'FeatureCollection', features }
}

/** Incidents of which only a province, a country or a region is known: one mark for each, with how many there are; the latest opens. */
export function areasOf({ id, lon, lat, precision }: IncidentMap): Points {
  const areas = new Map<string, { id: string; count: number; x: number; y: number; wide: number }>()
  for (let i = 0; i < id.length; i++) {
    const [x, y, fine] = [lon[i], lat[i], precision[i] ?? '']
    if (typeof x !== 'number' || typeof y !== 'number' || SPOTS.has(fine)) continue
    const key = `${fine} ${x} ${y}`
    const area = areas.get(key)
    if (area) area.count++
    else areas.set(key, { id: id[i]!, count: 1, x, y, wide: fine === 'admin1' ? 0 : 1 })
  }
  return {
    type: 'FeatureCollection',
    features: [...areas.values()].map(({ x, y, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [x, y] },
    })),
  }
}

/** West, south, east, north of all that has a place; null where nothing has. */
export function boundsOf({ lon, lat }: IncidentMap): [number, number, number, number] | null {
  let bounds: [number, number, number, number] | null = null
  for (let i = 0; i < lon.length; i++) {
    const [x, y] = [lon[i], lat[i]]
    if (typeof x !== 'number' || typeof y !== 'number') continue
    bounds = bounds ? [Math.min(bounds[0], x), Math.min(bounds[1], y), Math.max(bounds[2], x), Math.max(bounds[3], y)] : [x, y, x, y]
  }
  return bounds
}
