import { buildSeries, type Series } from '../reconcile/series/build.ts'
import type { FigureTold } from '../reconcile/series/told.ts'
import { type Happening, listHappenings } from './happenings.ts'
import type { Told } from './told.ts'

/** What reports tell, put together: what happened, and the series of figures. */
export interface Account {
  readonly told: Told
  /** The latest first. */
  readonly happenings: readonly Happening[]
  /** Without the dead and injured of what happened, which are told with it. */
  readonly series: readonly Series[]
}

/** Puts together what is told. */
export function accountOf(told: Told): Account {
  const isToldElsewhere = ({ id, figure: { measure } }: FigureTold) =>
    (measure === 'killed' || measure === 'injured') && told.eventOf.has(id)
  const series = buildSeries(told.figures.filter(each => each.figure.measure !== 'other' && !isToldElsewhere(each)))
  return { told, happenings: listHappenings(told), series }
}
