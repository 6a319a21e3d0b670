import { figureSeries } from '../src/library/figures/figure-series.ts'
import type { Series } from '../src/reconcile/series/build.ts'
import { libraryOf } from '../test/library-of.ts'
import { generateSeries, type TrueTotal } from './generate-series.ts'

/** How many totals come out as they should. */
export interface SeriesExact {
  /** Totals that are right, of those that there should be and those that there are beside them. */
  readonly exact: number
  readonly totals: number
  /** What went wrong, a line each. */
  readonly faults: readonly string[]
}

/** Puts generated reports into a library and compares its totals with the right ones: of everyone in a town, flows by year, stocks by day. */
export async function measureSeries(series: number, seed = 1): Promise<SeriesExact> {
  const { reports, totals } = generateSeries(series, seed)
  const library = await libraryOf(reports)
  const found = new Map(figureSeries(library, {}, null).series.flatMap(totalsOf))
  library.close()
  const right = new Map(totals.map(total => [keyOf(total), total.best]))
  const keys = [...new Set([...right.keys(), ...found.keys()])]
  const faults = keys.filter(key => right.get(key) !== found.get(key))
  return {
    exact: (keys.length - faults.length) / keys.length,
    totals: keys.length,
    faults: faults.map(key => `${key}: ${found.get(key) ?? 'none'} for ${right.get(key) ?? 'none'}`),
  }
}

function totalsOf({ measure, kind, place, population, totals }: Series): [string, number][] {
  if (population !== 'everyone') return []
  return totals
    .filter(({ addends }) => addends.length > 0)
    .map(({ period, best }) => [keyOf({ measure, kind, place: place?.name ?? 'nowhere', period }), best])
}

function keyOf({ measure, kind, place, period }: Omit<TrueTotal, 'best'>): string {
  return [measure, kind, place, period].join('/')
}
