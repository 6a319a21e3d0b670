import type { Decision } from '../../store/decisions.ts'
import type { Anchor } from './anchor.ts'

/** What a decision was made on, kept with it: it must be understood when the reading that it was made on is gone. */
export interface DecisionEvidence {
  readonly anchor: Anchor
  /** The words of the record, as the report has them. */
  readonly words: readonly string[]
  /** The rule behind each field, and how sure the record was: agreement is counted by them. */
  readonly from: Readonly<Record<string, string>>
  readonly confidence: number
  /** Records that a corrected value leads to, by their ids in it. */
  readonly refs: Readonly<Record<string, Anchor>>
}

/** The evidence of a decision on a record; null for other decisions. */
export function evidenceOf(decision: Decision): DecisionEvidence | null {
  return decision.evidence === null ? null : (JSON.parse(decision.evidence) as DecisionEvidence)
}

/** Decisions that hold, in their order: those that were taken back are left out, and so are the takings back. */
export function standingDecisions(decisions: readonly Decision[]): Decision[] {
  const takenBack = new Set<string>()
  const standing: Decision[] = []
  for (const decision of decisions.toReversed()) {
    if (takenBack.has(String(decision.no))) continue
    if (decision.kind === 'undo') takenBack.add(decision.target)
    else standing.push(decision)
  }
  return standing.reverse()
}
