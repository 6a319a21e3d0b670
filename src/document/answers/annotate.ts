import type { Model } from '../../resource/model.ts'

/** What a language answers about words and sentences. */
export interface AnnotateAnswers {
  /** A learned model by name ("tokenizer", "tagger", "lemmatizer", "parser", "names", "clusters"), read when first asked for. */
  model(name: string): Model
  /** Words written together with the one before them, with a plain apostrophe, in small letters: "n't", "'s". */
  readonly clitics: readonly string[]
  /** Abbreviations with their full stop, in small letters → kind ("title", "month", "number", …). */
  readonly abbreviations: ReadonlyMap<string, string>
}
