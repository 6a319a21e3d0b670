import { Reconciler } from '../../reconcile/reconcile.ts'
import { splitTarget } from '../find-report.ts'
import type { Library } from '../open.ts'
import { getIncident, type ShownIncident } from './list-incidents.ts'
import { type Settlement, valueFor } from './settle.ts'
import { settledDecisions } from './settled.ts'
import { StoreShelf } from './store-shelf.ts'

/** What would become of incidents. */
export interface Preview {
  readonly before: readonly ShownIncident[]
  readonly after: readonly ShownIncident[]
}

/** Says what would become of incidents that were settled so; nothing is written. */
export function previewSettlement(library: Library, settlement: Settlement): Preview {
  const { db } = library
  const { value } = valueFor(library, settlement)
  const all = [...value.tellings, ...value.from]
  const settled =
    settlement.kind === 'split'
      ? ({ kind: 'split', tellings: value.tellings, from: value.from } as const)
      : ({ kind: settlement.kind, tellings: value.tellings } as const)
  const reports = [...new Set(all.map(telling => splitTarget(telling).report))]
  const reconciler = new Reconciler(new StoreShelf(db), [...settledDecisions(db), settled])
  const ids = settlement.kind === 'merge' ? settlement.incidents : [settlement.incident]
  const before = [...new Map(ids.map(id => getIncident(library, id)).map(incident => [incident.id, incident])).values()]
  const touched = new Set(before.flatMap(({ tellings }) => tellings.map(keyOf)))
  const after = reconciler
    .reconcile(reports)
    .incidents.map(({ id, summary, tellings }) => ({ id, ...summary, tellings: tellings.map(({ id: _, ...telling }) => telling) }))
    .filter(({ tellings }) => tellings.some(telling => touched.has(keyOf(telling))))
  return { before, after }
}

function keyOf({
  report,
  isMain,
  events,
}: {
  readonly report: string
  readonly isMain: boolean
  readonly events: readonly string[]
}): string {
  return `${report}/${events[0] ?? (isMain ? '' : '?')}`
}
