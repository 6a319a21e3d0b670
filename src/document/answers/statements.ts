import type { SpeechAct } from '../../record/statement.ts'

/** How a verb of saying takes what is said. */
export interface SpeechVerb {
  readonly act: SpeechAct
  /**
   * Finite clause or quotation, infinitive, object, gerund, after a preposition, only with quotation marks; as: an object described as
   * something; bare: the same without a preposition ("called it a farce"); count: an object with a number; at: an object and a number
   * behind "at" ("put the toll at 40"); of: an object that tells a feeling, with what it is felt about ("voiced alarm at the attack");
   * deed: an object that names a deed ("claimed responsibility").
   */
  readonly takes: ReadonlySet<
    'clause' | 'inf' | 'noun' | 'gerund' | 'prep' | 'quote' | 'as' | 'bare' | 'count' | 'at' | 'of' | 'enact' | 'deed'
  >
  /** Prepositions in front of what is said: "warned of". */
  readonly content: ReadonlySet<string>
  /** "obj", or prepositions in front of the one spoken to: "appealed to". */
  readonly addressee: ReadonlySet<string>
  /** An inner state ("believes") is no speech: it counts only with a full clause. */
  readonly kind: 'speech' | 'attitude'
}

/** A noun of saying and what introduces its content: "that", "to" or a preposition. */
export interface SpeechNoun {
  readonly act: SpeechAct
  readonly content: ReadonlySet<string>
  /** The word that counts only in front of an infinitive: "to". */
  readonly infinitive: string
}

/** What a language answers on who said what. Lemmas and words in lower case. */
export interface StatementAnswers {
  /** By lemma, with its particle behind a blank where it has one: "rule out". */
  readonly verbs: ReadonlyMap<string, SpeechVerb>
  /** The lemmas that have an entry with a particle. */
  readonly phrasal: ReadonlySet<string>
  /** Lemma by regular inflected form, for words whose tag or lemma was read wrongly. */
  readonly forms: ReadonlyMap<string, string>
  readonly nouns: ReadonlyMap<string, SpeechNoun>
  /** Source phrases such as "according to", word by word. */
  readonly attributions: readonly (readonly string[])[]
  /** Nouns behind a source phrase that are no source but what something goes by: "according to |need|". */
  readonly standards: ReadonlySet<string>
  /** Words that open a reported clause and are not part of it: "that". */
  readonly complementizers: ReadonlySet<string>
  /** Words in front of what something is said to be: "as". */
  readonly predicatives: ReadonlySet<string>
  /** Prepositions in front of the number that something is put at: "at". */
  readonly measured: ReadonlySet<string>
  /** Nouns of what a verb that takes "enact" makes by saying it: "declared a state of emergency". */
  readonly enacted: ReadonlySet<string>
  /** Nouns of a deed that somebody takes upon himself by claiming it: "claimed |responsibility|". */
  readonly claimed: ReadonlySet<string>
  /** Nouns of what says something for the one who gives it out: "a |statement| calling for calm". */
  readonly documents: ReadonlySet<string>
  /** Verbs of giving out such a thing, or a call, a promise, a warning: "|issued| a statement", "|made| an appeal". */
  readonly issuing: ReadonlySet<string>
  /** Prepositions that tell more of a thing, not of where or when somebody speaks of it: "the attack |on| the garrison". */
  readonly tails: ReadonlySet<string>
  /** Words in front of an infinitive: "to". */
  readonly infinitives: ReadonlySet<string>
  /** Words that set what another says against what was just said: "while". */
  readonly contrasts: ReadonlySet<string>
  /** Words that open a remark of the writer's own behind a cue: "…, he said, |though nobody had asked". */
  readonly remarks: ReadonlySet<string>
  /** Words that open a condition or a question: "if". */
  readonly conditions: ReadonlySet<string>
}
