import type { PlaceKind } from '../../resource/gazetteer.ts'

/** What a language answers on the words around the names of places; all are asked for in lower case. */
export interface PlaceAnswers {
  /** Kinds of place that a noun beside a name means ("province", "river"), the likeliest first; null for any other word. */
  typeOf(noun: string): readonly PlaceKind[] | null
  /** Prepositions that put what stands before them inside the place after them: "in". */
  readonly within: ReadonlySet<string>
  /** The preposition between a type and a name ("province of Soum"). */
  readonly genitives: ReadonlySet<string>
  /** Words for a part of a place, in front of its name: "northern", "central", "downtown". */
  readonly parts: ReadonlySet<string>
  /** What follows an owner: "Mali's Mopti region". */
  readonly possessives: ReadonlySet<string>
  /** Words that join the last of a list: "and". */
  readonly conjunctions: ReadonlySet<string>
}
