import type { EntityKind } from '../../record/entity.ts'
import type { Sector } from '../../record/vocab/sectors.ts'

/** What a noun says about the actor that it names. */
export interface Agent {
  readonly kind: EntityKind
  /** Null where the noun alone does not tell: "leader", "country". */
  readonly sector: Sector | null
  /** Is one of them a person ("soldier", "soldiers"), against a body ("army")? */
  readonly person: boolean
  /** With nothing but a country in front it is of that country's government: "Malian leaders", "a Russian spokesman". */
  readonly ofState: boolean
}

/** What a language answers on nouns for actors. */
export interface AgentAnswers {
  /**
   * The actor that a noun or noun phrase in lower case stands for: "soldiers", "police officer", "foreign minister of mali", "rebel
   * spokesman". The longest listed end of the phrase decides, and the words before it where that end leaves the sector open.
   * `number` tells what a lemma stands for where the phrase does not show it. Null for a phrase whose head is no actor.
   */
  of(phrase: string, number?: 'sing' | 'plur' | null): Agent | null
  /** The actor that the whole phrase is listed as ("foreign ministry"), or null. */
  whole(phrase: string): Agent | null
  /** Prepositions between somebody and the body that he is of: "spokesman for UNHCR". */
  readonly complements: ReadonlySet<string>
  /** The sector that a word gives to the noun after it ("naval", "rebel", "police"), or null. */
  modifier(word: string): Sector | null
}
