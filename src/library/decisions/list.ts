import { type Decision, listDecisions } from '../../store/decisions.ts'
import type { Library } from '../open.ts'
import { type DecisionEvidence, evidenceOf, standingDecisions } from './evidence.ts'

/** A decision as it is shown: its JSON opened, and whether it holds. */
export interface ListedDecision extends Omit<Decision, 'value' | 'evidence'> {
  readonly value: unknown
  readonly evidence: DecisionEvidence | null
  /** False where it was taken back. */
  readonly holds: boolean
}

/** Every decision, in the order in which they were made; of one report alone, where its id is given. */
export function allDecisions({ db }: Pick<Library, 'db'>, report?: string): ListedDecision[] {
  const decisions = listDecisions(db, report)
  const standing = new Set(standingDecisions(decisions).map(({ no }) => no))
  return decisions.map(decision => ({
    ...decision,
    value: decision.value === null ? null : JSON.parse(decision.value),
    evidence: evidenceOf(decision),
    holds: decision.kind === 'undo' || standing.has(decision.no),
  }))
}
