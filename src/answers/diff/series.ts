import { buildSeries, type Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import type { FigureTold } from '../../reconcile/series/told.ts'
import { writtenName } from '../happenings.ts'
import type { Told } from '../told.ts'
import { numberOf, readToll } from '../tolls.ts'
import type { Between, Change } from './change.ts'

/** Series that go on, begin or are revised; the dead and injured of a happening are compared with it. */
export function findSeriesChanges(between: Between): Change[] {
  const earlier = new Map(seriesOf(between.before).map(series => [series.key, series]))
  const figures = new Map([...between.before.figures, ...between.after.figures].map(told => [told.id, told]))
  return seriesOf(between.after).flatMap(now => compareSeries(now, earlier.get(now.key) ?? null, figures, between))
}

function seriesOf({ figures, eventOf }: Told): Series[] {
  const isToldElsewhere = ({ id, figure: { measure } }: FigureTold) => (measure === 'killed' || measure === 'injured') && eventOf.has(id)
  return buildSeries(figures.filter(told => told.figure.measure !== 'other' && !isToldElsewhere(told)))
}

function compareSeries(now: Series, then: Series | null, figures: ReadonlyMap<string, FigureTold>, between: Between): Change[] {
  const strandsBefore = new Map((then?.strands ?? []).map(strand => [strand.id, strand]))
  const last = (then?.strands ?? []).findLast(strand => strand.amount !== null) ?? null
  return now.strands.flatMap((strand): Change[] => {
    const same = strandsBefore.get(strand.id) ?? null
    const after = chosenOf(strand, figures)
    if (!after) return []
    const old = same ? chosenOf(same, figures) : null
    if (old) return numberOf(old) === numberOf(after) ? [] : [toChange('revised', now, strand, old, after, between)]
    const isLater = now.kind === 'stock' && last !== null && (last.period.end ?? '') < (strand.period.end ?? '')
    const before = isLater ? chosenOf(last, figures) : null
    if (before && numberOf(before) === numberOf(after)) return []
    return [toChange(before ? 'newer' : 'first', now, strand, before, after, between)]
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
  { evidenceOf }: Between,
): Change {
  return {
    ...{ change, day: strand.period.end ?? strand.period.start, place: place && writtenName([place.name]), measure, unit },
    by: after.source?.name ?? after.report.publisher,
    before: before && numberOf(before),
    after: numberOf(after),
    records: { before: before?.id ?? null, after: after.id },
    evidence: [...(before ? [before] : []), after].map(told => evidenceOf(told.id)),
  }
}
