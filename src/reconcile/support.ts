import { kilometres } from './kilometres.ts'

/** Two places so near each other, in kilometres, are one told more or less exactly: a town, its quarter, the house there. */
export const NEAR = 25
/** Of more places only those that weigh most are compared. */
const MOST = 50

interface Weighed {
  readonly place: { readonly lat: number; readonly lon: number }
  readonly weight: number
}

/** The places that weigh most, each with the weight of all those near it, which speak for it. */
export function supportPlaces<T extends Weighed>(places: readonly T[]): (T & { readonly support: number })[] {
  const heaviest = places.toSorted((a, b) => b.weight - a.weight).slice(0, MOST)
  return heaviest.map(one => {
    const near = heaviest.filter(({ place }) => kilometres(one.place, place) <= NEAR)
    return { ...one, support: near.reduce((sum, { weight }) => sum + weight, 0) }
  })
}
