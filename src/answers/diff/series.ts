import type { Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import type { FigureTold } from '../../reconcile/series/told.ts'
import { writtenName } from '../happenings.ts'
import { numberOf, readToll } from '../tolls.ts'
import type { Between, FoundChange } from './change.ts'

/** Series that go on, begin or are revised; the dead and injured of a happening are compared with it. */
export function findSeriesChanges(between: Between): FoundChange[] {
  const earlier = new Map(between.before.series.map(series => [series.key, series]))
  const figures = new Map([...between.before.told.figures, ...between.after.told.figures].map(told => [told.id, told]))
  return between.after.series.flatMap(now => compareSeries(now, earlier.get(now.key) ?? null, figures))
}

function compareSeries(now: Series, then: Series | null, figures: ReadonlyMap<string, FigureTold>): FoundChange[] {
  const strandsBefore = new Map((then?.strands ?? []).map(strand => [strand.id, strand]))
  const last = (then?.strands ?? []).findLast(strand => strand.amount !== null) ?? null
  return now.strands.flatMap((strand): FoundChange[] => {
    const same = strandsBefore.get(strand.id) ?? null
    const after = chosenOf(strand, figures)
    if (!after) return []
    const old = same ? chosenOf(same, figures) : null
    if (old) return numberOf(old) === numberOf(after) ? [] : [toChange('revised', now, strand, old, after)]
    const isLater = now.kind === 'stock' && last !== null && (last.period.end ?? '') < (strand.period.end ?? '')
    const before = isLater ? chosenOf(last, figures) : null
    if (before && numberOf(before) === numberOf(after)) return []
    return [toChange(before ? 'newer' : 'first', now, strand, before, after)]
  })
}

function chosenOf({ marks }: Strand, figures: ReadonlyMap<string, FigureTold>): FigureTold | null {
  return readToll({ marks, figures: marks.flatMap(mark => figures.get(mark.figure) ?? []) }).chosen
}

function toChange(
  change: 'revised' | 'newer' | 'first',
  { measure, unit, place }: Series,
  strand: Strand,
  before: FigureTold | null,
  after: FigureTold,
): FoundChange {
  return {
    ...{ change, day: strand.period.end ?? strand.period.start, place: place && writtenName([place.name]), measure, unit },
    by: after.source?.name ?? after.report.publisher,
    before: before && numberOf(before),
    after: numberOf(after),
    records: { before: before?.id ?? null, after: after.id },
    rests: [...(before ? [before] : []), after].map(told => told.id),
  }
}
