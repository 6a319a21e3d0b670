import type { PositionStatus } from '../../record/position.ts'

/** A verb that gives, takes or describes an office. */
export interface PositionVerb {
  readonly status: PositionStatus
  /** The office is the object's predicate, the subject's, behind a preposition, or the verb itself ("headed by"). */
  readonly how: 'obj' | 'subj' | 'lead' | { readonly preposition: string }
  /** The preposition that an object's predicate may have: "named him as minister". */
  readonly or: string | null
  /** The office that a "lead" verb stands for. */
  readonly title: string
}

/** What a language answers on offices and who holds them. Words in lower case. */
export interface PositionAnswers {
  readonly offices: ReadonlySet<string>
  /** Offices that states have: "president", "minister". */
  readonly ofState: ReadonlySet<string>
  /** Words in front of an office that put it below the state: "provincial". */
  readonly belowState: ReadonlySet<string>
  /** Ranks that are an office only with such an adjective: "Inspector General". */
  readonly ranks: ReadonlySet<string>
  /** Prepositions in front of an office that somebody has: "as". */
  readonly roles: ReadonlySet<string>
  /** Words in front of a name that has an office behind such a preposition: "with Ama Mensah as minister". */
  readonly companions: ReadonlySet<string>
  /** Adjectives that follow the office: "Secretary General". */
  readonly postposed: ReadonlySet<string>
  readonly statuses: ReadonlyMap<string, PositionStatus>
  readonly verbs: ReadonlyMap<string, PositionVerb>
}
