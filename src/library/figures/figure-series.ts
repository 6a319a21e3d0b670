import { addSeries, buildSeries, type Series } from '../../reconcile/series/build.ts'
import type { Total } from '../../reconcile/series/totals.ts'
import { recordQuestion, type Wanted } from '../asking/wanted.ts'
import type { Library } from '../open.ts'
import { tellFigures } from './told-figures.ts'

/** Figures of a library as series, and the sums over all places that were asked for. */
export interface FigureAnswer {
  readonly series: readonly Series[]
  /** Of each measure, unit, kind and population that has several places. */
  readonly sums: readonly Sum[]
}

export interface Sum {
  /** "killed/person/flow/everyone". */
  readonly key: string
  readonly places: number
  readonly totals: readonly Total[]
}

/** Series of the figures that are wanted; `householdSize` in persons. */
export function figureSeries(library: Library, wanted: Wanted, householdSize: number | null): FigureAnswer {
  const series = buildSeries(tellFigures(library, recordQuestion(library.db, 'figure', wanted)), { householdSize })
  const groups = Map.groupBy(series, each => [each.measure, each.unit, each.kind, each.population].join('/'))
  const sums = [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([key, group]) => ({ key, places: group.length, totals: addSeries(group) }))
  return { series, sums }
}
