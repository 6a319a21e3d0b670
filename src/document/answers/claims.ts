/**
 * What a word does to what is told around it: takes it back ("not"), puts it off ("will"), leaves it open ("accuse"); or says which side of a number it
 * stands on: money that was asked for, promised, received, given; people who came, stayed, left; or that it comes on
 * top of another one ("another").
 */
export const CUES = [
  'negated',
  'denied',
  'planned',
  'possible',
  'asked',
  'pledged',
  'received',
  'given',
  'arriving',
  'staying',
  'leaving',
  'added',
] as const
export type Cue = (typeof CUES)[number]

/** What a language answers on claims and the texts they cite. */
export interface ClaimAnswers {
  /** Lemma in lower case → what it does, one thing or several; "be to": an auxiliary with a mark in front of a verb. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>
  /** Nouns and pronouns that may stand for anybody, folded, in the singular: "person", "other". */
  readonly anybody: ReadonlySet<string>
  /** Lemma of a verb → lemmas that say the opposite. */
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>
  /** Lemma → lemmas that tell the same. */
  readonly same: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that say that something holds for a whole country, in lower case. */
  readonly everywhere: readonly (readonly string[])[]
}

/** Of a language that has no list. */
export const NO_CLAIM_ANSWERS: ClaimAnswers = { cues: new Map(), anybody: new Set(), opposites: new Map(), same: new Map(), everywhere: [] }
