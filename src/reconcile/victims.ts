import { formatDay } from '../util/calendar.ts'
import type { Telling, Toll } from './sketch.ts'

/** How many people a happening killed or injured. */
export interface Victims {
  /** The least that any report says. */
  readonly low: number | null
  /** What most reports say; of two numbers that equally many give, the one reported later. */
  readonly best: number | null
  /** The most that any report says. */
  readonly high: number | null
  /** "inferred" where no report says anything of it and all tell the other kind of harm: nobody, then. */
  readonly basis: 'stated' | 'inferred'
  /** Who says which, by day of publication. */
  readonly told: readonly Told[]
}

export interface Told extends Omit<Toll, 'measure'> {
  readonly report: string
  readonly reported: string | null
}

/** The victims that tellings give, in the order of their publication; null where none gives any. */
export function victimsOf(tellings: readonly Telling[], measure: Toll['measure']): Victims | null {
  const told = tellings.flatMap(({ report, published, tolls }) =>
    tolls
      .filter(toll => toll.measure === measure)
      .map(({ low, best, high, source, record }) => ({
        report,
        reported: published === null ? null : formatDay(published),
        low,
        best,
        high,
        source,
        record,
      })),
  )
  if (told.length === 0) {
    const isHarm = tellings.some(({ tolls }) => tolls.length > 0)
    return isHarm ? { low: 0, best: 0, high: null, basis: 'inferred', told } : null
  }
  const numbers = told.flatMap(({ low, best, high }) => [low, best, high]).filter(number => number !== null)
  return {
    low: numbers.length > 0 ? Math.min(...numbers) : null,
    best: bestOf(tellings, told),
    high: numbers.length > 0 ? Math.max(...numbers) : null,
    basis: 'stated',
    told,
  }
}

/** What most reports say; one that tells of victims and none of this kind says that there were none. */
function bestOf(tellings: readonly Telling[], told: readonly Told[]): number | null {
  const votes = new Map<number, { count: number; last: number }>()
  for (const [i, { report, tolls }] of tellings.entries()) {
    const own = told.find(one => one.report === report)
    const number = own ? (own.best ?? own.low) : tolls.length > 0 ? 0 : null
    if (number !== null) votes.set(number, { count: (votes.get(number)?.count ?? 0) + 1, last: i })
  }
  return [...votes].sort(([, a], [, b]) => b.count - a.count || b.last - a.last)[0]?.[0] ?? null
}
