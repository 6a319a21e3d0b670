import { addSeries, buildSeries, type Series } from '../../reconcile/series/build.ts'
import type { Total } from '../../reconcile/series/totals.ts'
import { numbersOfKeys } from '../../store/actors.ts'
import { findRecords } from '../../store/questions.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { recordQuestion, type Wanted } from '../asking/wanted.ts'
import type { Library } from '../open.ts'
import { tellFigures } from './told-figures.ts'

/** Figures of a library as series, and the sums over all places that were asked for. */
export interface FigureAnswer {
  readonly series: readonly Series[]
  /** Of each measure, unit, kind and population that has several places. */
  readonly sums: readonly Sum[]
}

/** The same of the newest figures alone, where there are many. */
export interface NewestSeries {
  readonly series: readonly Series[]
  /** Not all figures that were asked for were looked at. */
  readonly isPartial: boolean
}

/** Series of the newest `most` figures that are wanted, with whatever else their reports count of the same. */
export function newestSeries(library: Library, wanted: Wanted, householdSize: number | null, most: number): NewestSeries {
  const question = recordQuestion(library.db, 'figure', wanted)
  const { numbers } = findRecords(library.db, 'figure', question, most)
  const only = [...new Set(numbers.map(no => splitRecordNumber(no).report))]
  return { series: buildSeries(tellFigures(library, { ...question, only }), { householdSize }), isPartial: numbers.length >= most }
}

/** The series with a key, of all figures of its measure and place; null where there is none. */
export function findSeries(library: Library, key: string, householdSize: number | null): Series | null {
  const parts = key.split('/')
  const [measure, place] = [parts[0] ?? '', parts.slice(3, -1).join('/')]
  const names = place === 'nowhere' ? null : numbersOfKeys(library.db, [place])
  if (parts.length < 5 || names?.length === 0) return null
  const question = { is: { measure: [measure] }, ...(names && { place: { countries: [], divisions: [], names } }) }
  return buildSeries(tellFigures(library, question), { householdSize }).find(each => each.key === key) ?? null
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
