import type { EntityKind } from '../../record/entity.ts'

/** What a pronoun tells about who it stands for; null where it does not tell. */
export interface Pronoun {
  readonly person: 1 | 2 | 3
  readonly number: 'sing' | 'plur' | null
  readonly gender: 'masc' | 'fem' | 'neut' | null
  readonly possessive: boolean
  readonly reflexive: boolean
}

/** What a language answers on referring expressions. All words are asked for in lower case. */
export interface MentionAnswers {
  /** Personal and possessive pronouns; null for a word that is none. */
  readonly pronouns: ReadonlyMap<string, Pronoun>
  /** Articles, demonstratives and possessives, left out at the start of a description: "the", "its". */
  readonly determiners: ReadonlySet<string>
  /** Those among them (and phrases without any) that point back: "the", "this". */
  readonly definite: ReadonlySet<string>
  /** Prepositions that complete a noun ("members of the council"). */
  readonly genitives: ReadonlySet<string>
  /** Nouns that stand for something named before, and the kinds it can be of: "country" → country. */
  readonly anaphors: ReadonlyMap<string, readonly EntityKind[]>
  /** Those among them that names of their sort carry: no "Coast Wire" is "the ministry". */
  readonly selfNamed: ReadonlySet<string>
  /** Nouns of places that are no names: "village", "border". */
  readonly placeNouns: ReadonlySet<string>
  /** Nouns for kinds of places that stand beside a name: "the state of Assam", "Baksa district". */
  readonly placeClasses: ReadonlySet<string>
  /** Nouns that only count or part others: "hundreds", "members", "group"; the kind comes from what follows. */
  readonly partitives: ReadonlySet<string>
  /** Relative pronouns that stand for no person: "which". */
  readonly things: ReadonlySet<string>
  /** Relative pronouns that stand for people: "who". */
  readonly people: ReadonlySet<string>
  /** Gender of a first name or a courtesy title. */
  readonly genders: ReadonlyMap<string, 'masc' | 'fem'>
}
