import { figureSeries } from '../../library/figures/figure-series.ts'
import type { Library } from '../../library/open.ts'
import type { Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import { evidenceOf } from '../origins.ts'
import { type Asked, type Notice, reportOf } from './notice.ts'

/** Numbers that are others now: of one happening or one day, and the last state of what is counted again and again. */
export function noticeFigures(library: Library, { search, wanted, upTo, ids }: Asked): Notice[] {
  if (!wanted.measures && (wanted.types || wanted.acts)) return []
  const before = new Map(figureSeries(library, { ...wanted, arrived: { upTo } }, null).series.map(each => [each.key, each]))
  const notices: Notice[] = []
  for (const series of figureSeries(library, wanted, null).series) {
    const earlier = before.get(series.key)
    if (!earlier || !series.strands.some(strand => isTouched(strand, ids))) continue
    const changes = series.kind === 'stock' ? [lastOf(earlier, series)] : sameStrands(earlier, series)
    for (const [old, strand] of changes) {
      if (!old || !strand || !isTouched(strand, ids) || old.amount?.best === strand.amount?.best) continue
      const evidence = [...strand.marks, ...old.marks].filter(mark => mark.role === 'recommended').map(mark => mark.figure)
      notices.push({ kind: 'figure', search, says: describe(series, old, strand), evidence: evidenceOf(evidence) })
    }
  }
  return notices
}

type Change = readonly [Strand | undefined, Strand | undefined]

function isTouched({ marks }: Strand, ids: ReadonlyMap<string, number>): boolean {
  return marks.some(mark => mark.role === 'recommended' && ids.has(reportOf(mark.figure)))
}

function sameStrands(earlier: Series, series: Series): Change[] {
  const known = new Map(earlier.strands.map(strand => [strand.id, strand]))
  return series.strands.map(strand => [known.get(strand.id), strand])
}

function lastOf(earlier: Series, series: Series): Change {
  const last = ({ strands }: Series) => strands.findLast(strand => strand.amount !== null)
  return [last(earlier), last(series)]
}

function describe({ measure, unit, place }: Series, old: Strand, strand: Strand): string {
  const day = strand.period.end ?? strand.period.start
  const of = `${measure} (${unit}), ${place?.name ?? 'no place given'}${day ? `, ${day}` : ''}`
  return `Figure revised: ${of}: ${old.amount?.best ?? 'none'} → ${strand.amount?.best ?? 'none'}.`
}
