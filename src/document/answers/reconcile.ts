import type { WeighWord } from '../../resource/word-weights.ts'

/** What a harm to people is counted as. */
export type Harm = 'killed' | 'injured'

/** What telling one happening from another needs to know of a language. */
export interface ReconcileAnswers {
  /** How much a word tells by its rarity. */
  readonly weigh: WeighWord
  /** Words for the harm done to somebody, lower case: "killed", "gunned" → killed; "wounded" → injured. */
  readonly harms: ReadonlyMap<string, Harm>
  /** News agencies as a text credits them, lower case. */
  readonly agencies: ReadonlySet<string>
  /** Words that mark a later version of a story, at the head of its title or text, lower case: "update", "corrected". */
  readonly updates: ReadonlySet<string>
}

/** Of a language that Griot does not know: every word weighs the same. */
export const NO_RECONCILE_ANSWERS: ReconcileAnswers = { weigh: () => 5, harms: new Map(), agencies: new Set(), updates: new Set() }
