import type { Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'

/** A number that is another one now. */
export interface Moved {
  readonly series: Series
  readonly before: Strand
  readonly after: Strand
}

/** Numbers that reports changed, which `isNew` tells by the id of a figure: of one happening or one day, and the last state of what is counted again and again. */
export function movedFigures(before: readonly Series[], after: readonly Series[], isNew: (figure: string) => boolean): Moved[] {
  const known = new Map(before.map(each => [each.key, each]))
  const isTouched = ({ marks }: Strand) => marks.some(mark => mark.role === 'recommended' && isNew(mark.figure))
  return after.flatMap(series => {
    const earlier = known.get(series.key)
    if (!earlier || !series.strands.some(isTouched)) return []
    const changes = series.kind === 'stock' ? [lastOf(earlier, series)] : sameStrands(earlier, series)
    return changes.flatMap(([old, strand]) =>
      old && strand && isTouched(strand) && old.amount?.best !== strand.amount?.best ? [{ series, before: old, after: strand }] : [],
    )
  })
}

type Change = readonly [Strand | undefined, Strand | undefined]

function sameStrands(earlier: Series, series: Series): Change[] {
  const known = new Map(earlier.strands.map(strand => [strand.id, strand]))
  return series.strands.map(strand => [known.get(strand.id), strand])
}

function lastOf(earlier: Series, series: Series): Change {
  const last = ({ strands }: Series) => strands.findLast(strand => strand.amount !== null)
  return [last(earlier), last(series)]
}
