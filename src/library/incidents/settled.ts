import type { Settled } from '../../reconcile/decisions.ts'
import type { Database } from '../../store/database.ts'
import { type Decision, listDecisions } from '../../store/decisions.ts'
import { standingDecisions } from '../decisions/evidence.ts'

/** What the value of a decision to merge, split or lock holds: ids of tellings. */
export interface SettledValue {
  readonly tellings: readonly string[]
  readonly from: readonly string[]
}

/** What analysts settled about incidents, in its order. */
export function settledDecisions(db: Database): Settled[] {
  return standingDecisions(listDecisions(db)).flatMap(decision => toSettled(decision) ?? [])
}

function toSettled({ kind, value }: Decision): Settled | null {
  if (value === null || (kind !== 'merge' && kind !== 'split' && kind !== 'lock')) return null
  const { tellings, from } = JSON.parse(value) as SettledValue
  return kind === 'split' ? { kind, tellings, from } : { kind, tellings }
}
