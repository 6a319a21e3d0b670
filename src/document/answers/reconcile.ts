import type { WeighWord } from '../../resource/word-weights.ts'

/** What an attack does to somebody; "hit" leaves open whether they live. */
export type Harm = 'killed' | 'injured' | 'hit'

/** What telling one happening from another needs to know of a language. */
export interface ReconcileAnswers {
  /** How much a word tells by its rarity. */
  readonly weigh: WeighWord
  /** Words for the harm done to somebody, lower case: "killed", "dead" → killed; "wounded" → injured; "shot" → hit. */
  readonly harms: ReadonlyMap<string, Harm>
  /** Words that deny what a sentence says, lower case: "no", "not". */
  readonly denials: ReadonlySet<string>
  /** News agencies as a text credits them, lower case. */
  readonly agencies: ReadonlySet<string>
  /** Words that mark a later version of a story, at the head of its title or text, lower case: "update", "corrected". */
  readonly updates: ReadonlySet<string>
}

/** Of a language that Griot does not know: every word weighs the same. */
export const NO_RECONCILE_ANSWERS: ReconcileAnswers = {
  weigh: () => 5,
  harms: new Map(),
  denials: new Set(),
  agencies: new Set(),
  updates: new Set(),
}
