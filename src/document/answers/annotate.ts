import type { Model } from '../../resource/model.ts'

/** What a language answers about words and sentences. */
export interface AnnotateAnswers {
  /** A learned model by name ("tokenizer", "tagger", "lemmatizer", "parser", "names", "clusters"), read when first asked for. */
  model(name: string): Model
  /** Words written together with the one before them, with a plain apostrophe, in small letters: "n't", "'s". */
  readonly clitics: readonly string[]
  /** Forms that careful writers mean as one word, whatever others write for two: "its" is no "it's". */
  readonly whole: ReadonlySet<string>
  /**
   * Abbreviations with their full stop, in small letters → kind. No sentence ends after a "title" before a capital, a "number" or "month"
   * before a figure, a "lead" ("e.g.") before anything; other kinds only tell the splitter which ones are alike.
   */
  readonly abbreviations: ReadonlyMap<string, string>
  /** Small form → lemma, for forms whose lemma no ending tells; only for a word with that tag and, where one is given, that feature ("Tense=Past"). */
  readonly irregular: ReadonlyMap<string, { readonly lemma: string; readonly upos: string; readonly feature: string }>
}
