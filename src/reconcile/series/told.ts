import type { PlacePrecision } from '../../record/entity.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { Time } from '../../record/time.ts'

/** A figure as one report tells it, with all that comparing it with others needs. */
export interface FigureTold {
  /** "<report id>/f3": the same wherever the figure is named. */
  readonly id: string
  readonly figure: CountedFigure
  readonly report: ReportFacts
  /** The narrowest place that it holds for. */
  readonly place: PlaceFacts | null
  /** Who counts; null where the report itself does. */
  readonly source: { readonly key: string; readonly name: string } | null
  /** The incident whose victims it counts. */
  readonly incident: string | null
  /** May what it counts not have happened: the events are possible, denied or negated, or an analyst doubts it? */
  readonly isDoubtful: boolean
}

/** What a series needs of a figure. */
export interface CountedFigure
  extends Pick<FigureRecord, 'measure' | 'kind' | 'unit' | 'per' | 'population' | 'value' | 'partOf' | 'same'> {
  readonly time: Days | null
  readonly asOf: Days | null
}

/** ISO days; null where open or not known. */
export type Days = Pick<Time, 'start' | 'end'>

/** What a series needs to know of a report. */
export interface ReportFacts {
  readonly id: string
  /** ISO day. */
  readonly published: string | null
  readonly publisher: string | null
  readonly language: string
  /** The report that it is a copy or a reprint of. */
  readonly copyOf: string | null
  /** The newer version of the same story. */
  readonly supersededBy: string | null
}

/** A place by its key, and where it lies, so that it is known which place holds which. */
export interface PlaceFacts {
  readonly key: string
  readonly name: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  readonly admin1: string | null
  readonly precision: PlacePrecision | null
  readonly lat: number | null
  readonly lon: number | null
}

/** Does the outer place hold the inner one, as far as country and first-level division tell? A place holds itself. */
export function holdsPlace(outer: PlaceFacts | null, inner: PlaceFacts | null): boolean {
  if (outer?.key === inner?.key) return true
  if (!outer || !inner || outer.country === null || outer.country !== inner.country) return false
  if (outer.precision === 'country') return true
  return outer.precision === 'admin1' && inner.precision !== 'country' && outer.admin1 !== null && outer.admin1 === inner.admin1
}
