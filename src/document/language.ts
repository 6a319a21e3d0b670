/**
 * What a language answers. One engine reads every language; extractors ask, they never import one.
 * Each topic has a file in `answers/` that says what is asked and what a missing answer means.
 */
export interface Language {
  /** ISO 639-1 */
  readonly code: string
  readonly name: string
}
