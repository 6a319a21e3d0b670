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
  /** Words for people besides those told of before, lower case: "three others". */
  readonly others: ReadonlySet<string>
  /** Words in front of a verb that tell of one more to whom it is done, lower case: "was also shot". */
  readonly also: ReadonlySet<string>
  /** Words that say that somebody hurt lives, lower case: "survived", "recovering". */
  readonly survivals: ReadonlySet<string>
  /** "himself": who does something to himself. */
  readonly reflexives: ReadonlySet<string>
  /** Verbs that with one of these tell of somebody who kills himself, lower case: "turned the gun on himself". */
  readonly selfHarms: ReadonlySet<string>
  /** How many a happening harmed by an adjective, and what it did to them by its noun: "a double murder", "a triple shooting". */
  readonly multiples: ReadonlyMap<string, number>
  readonly multiplied: ReadonlyMap<string, Harm>
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
  others: new Set(),
  also: new Set(),
  survivals: new Set(),
  reflexives: new Set(),
  selfHarms: new Set(),
  multiples: new Map(),
  multiplied: new Map(),
  agencies: new Set(),
  updates: new Set(),
}
