import { figureSeries } from '../../library/figures/figure-series.ts'
import type { Library } from '../../library/open.ts'
import { evidenceOf } from '../origins.ts'
import { type Moved, movedFigures } from './moved.ts'
import { type Asked, type Notice, reportOf } from './notice.ts'

/** Numbers that are others now. */
export function noticeFigures(library: Library, { search, wanted, upTo, ids }: Asked): Notice[] {
  if (!wanted.measures && (wanted.types || wanted.acts)) return []
  const before = figureSeries(library, { ...wanted, arrived: { upTo } }, null).series
  return movedFigures(before, figureSeries(library, wanted, null).series, figure => ids.has(reportOf(figure))).map(moved => {
    const evidence = [...moved.after.marks, ...moved.before.marks].filter(mark => mark.role === 'recommended').map(mark => mark.figure)
    return { kind: 'figure', search, says: describe(moved), evidence: evidenceOf(evidence) }
  })
}

function describe({ series: { measure, unit, place }, before, after }: Moved): string {
  const day = after.period.end ?? after.period.start
  const of = `${measure} (${unit}), ${place?.name ?? 'no place given'}${day ? `, ${day}` : ''}`
  return `Figure revised: ${of}: ${before.amount?.best ?? 'none'} → ${after.amount?.best ?? 'none'}.`
}
