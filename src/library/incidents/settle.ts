import { findDecision, insertDecision } from '../../store/decisions.ts'
import { addPending } from '../../store/sketches.ts'
import { GriotError } from '../../util/error.ts'
import type { By } from '../decisions/decide.ts'
import { findReport, splitTarget } from '../find-report.ts'
import type { Library } from '../open.ts'
import { getIncident, type ShownIncident } from './list-incidents.ts'
import { reconcilePending } from './reconcile-pending.ts'
import type { SettledValue } from './settled.ts'

/** What is settled about incidents. */
export type Settlement =
  | { readonly kind: 'merge'; readonly incidents: readonly string[] }
  /** Takes what reports tell ("3f2a91c0", "3f2a91c0/v3") out of an incident. */
  | { readonly kind: 'split'; readonly incident: string; readonly reports: readonly string[] }
  | { readonly kind: 'lock'; readonly incident: string }

/** Adds a decision to merge, split or lock, and makes the incidents anew; gives the decision's number. */
export async function settle(library: Library, settlement: Settlement, by: By & { readonly note?: string | undefined }): Promise<number> {
  const { target, value } = valueFor(library, settlement)
  const no = library.write(() => {
    for (const telling of [...value.tellings, ...value.from]) addPending(library.db, findReport(library, splitTarget(telling).report).no)
    const row = { at: by.at, by: by.by, kind: settlement.kind, target, report: null, field: null, evidence: null, note: by.note ?? null }
    return insertDecision(library.db, { ...row, value: JSON.stringify(value) })
  })
  await reconcilePending(library)
  return no
}

/** Makes the incidents anew that decisions were about which were taken back. */
export async function unsettle(library: Library, numbers: readonly number[]): Promise<void> {
  library.write(() => {
    for (const no of numbers) {
      const decision = findDecision(library.db, no)
      if (!decision || (decision.kind !== 'merge' && decision.kind !== 'split' && decision.kind !== 'lock')) continue
      const { tellings, from } = JSON.parse(decision.value ?? '{"tellings":[],"from":[]}') as SettledValue
      for (const telling of [...tellings, ...from]) addPending(library.db, findReport(library, splitTarget(telling).report).no)
    }
  })
  await reconcilePending(library)
}

/** What a settlement would be kept as: its target, and the tellings that it is about. */
export function valueFor(library: Library, settlement: Settlement): { target: string; value: SettledValue } {
  if (settlement.kind === 'merge') {
    const incidents = settlement.incidents.map(id => getIncident(library, id))
    return { target: incidents.map(({ id }) => id).join(' '), value: { tellings: incidents.flatMap(tellingsOf), from: [] } }
  }
  const incident = getIncident(library, settlement.incident)
  if (settlement.kind === 'lock') return { target: incident.id, value: { tellings: tellingsOf(incident), from: [] } }
  const out = new Set(settlement.reports.map(target => findReport(library, splitTarget(target).report).report.id))
  const tellings = tellingsOf(incident)
  const [own, from] = [tellings.filter(id => out.has(splitTarget(id).report)), tellings.filter(id => !out.has(splitTarget(id).report))]
  if (own.length === 0 || from.length === 0)
    throw new GriotError('nothing-to-split', `${incident.id} would not be split by that`, {
      hint: `Name some, and not all, of the reports that tell it: griot show ${incident.id}`,
    })
  return { target: incident.id, value: { tellings: own, from } }
}

function tellingsOf({ tellings }: ShownIncident): string[] {
  return tellings.map(({ report, events }) => (events[0] ? `${report}/${events[0]}` : report))
}
