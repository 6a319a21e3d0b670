import type { GazetteerPlace } from '../../resource/gazetteer.ts'
import type { Candidate } from './toponym.ts'

type Point = Pick<GazetteerPlace, 'lat' | 'lon'>

/** Kilometres between two points, good to a part in a hundred for the distances that matter here. */
export function kilometres(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** How far from the point of a container its parts may lie; countries and first-level divisions are known by code. */
const REACH: Readonly<Partial<Record<GazetteerPlace['kind'], number>>> = {
  admin2: 80,
  region: 300,
  island: 150,
  capital: 30,
  seat1: 25,
  seat2: 20,
  town: 15,
}
const SMALL: ReadonlySet<GazetteerPlace['kind']> = new Set(['town', 'seat2', 'quarter', 'point', 'former', 'admin2', 'seat1'])

/** Can places lie in this one? */
export function isContainer({ info }: Candidate): boolean {
  return info.kind === 'country' || info.kind === 'admin1' || REACH[info.kind] !== undefined
}

/** Does the first place lie in the second, as far as codes and distances tell? */
export function liesIn(inner: Candidate, outer: Candidate): boolean {
  const [a, b] = [inner.info, outer.info]
  if (inner.place === outer.place || a.kind === 'country') return false
  if (b.kind === 'country') return a.country === b.country
  if (b.kind === 'admin1') return a.kind !== 'admin1' && a.admin1 === outer.place
  const reach = REACH[b.kind]
  if (reach === undefined || !SMALL.has(a.kind)) return false
  if (b.country !== null && b.country !== a.country) return false
  return kilometres(a, b) <= reach
}
