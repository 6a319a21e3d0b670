import type { Measure, Quantifier } from '../../record/figure.ts'

/** A word for a number. */
export interface NumberWord {
  /** "five", "twenty", "hundred" (multiplies), "half" (of what follows), "dozens" (a range). */
  readonly kind: 'unit' | 'ten' | 'scale' | 'part' | 'vague'
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How a term says what is counted; see the head of the list. */
export interface MeasureTerm {
  readonly as: 'victim' | 'event' | 'toll' | 'object' | 'subject' | 'state' | 'recipient'
  /** A word that must hang on the term, "" for none; "in need" asks for a preposition and a noun. */
  readonly with: string
  readonly measure: Measure
  readonly kind: 'stock' | 'flow' | null
}

export interface CountedNoun {
  readonly unit: 'household' | 'building' | 'hectare' | 'incident' | 'other'
  readonly population: boolean
}

/** What a language answers on numbers and what they count. Lemmas and words in lower case. */
export interface FigureAnswers {
  readonly numbers: ReadonlyMap<string, NumberWord>
  /** Phrases around a number, longest first, word by word. */
  readonly quantifiers: readonly { readonly words: readonly string[]; readonly quantifier: Quantifier; readonly after: boolean }[]
  readonly measures: ReadonlyMap<string, readonly MeasureTerm[]>
  readonly counted: ReadonlyMap<string, CountedNoun>
  /** Nouns of length, age, time or place in a list: their numbers are no figures. */
  readonly notCounted: ReadonlySet<string>
  readonly changes: ReadonlyMap<string, { readonly factor: number | null; readonly direction: 1 | -1 }>
  readonly currencies: ReadonlyMap<string, string>
  readonly funding: ReadonlySet<string>
  /** Joins the parts of a range: "between 10 and 20", "10 to 20". */
  readonly range: {
    readonly middle: ReadonlySet<string>
    readonly and: ReadonlySet<string>
    readonly between: ReadonlySet<string>
    readonly from: ReadonlySet<string>
  }
  /** Prepositions that name a part of a whole: "including 12 children". */
  readonly parts: ReadonlySet<string>
  /** Verbs that only link a subject with its state: "remained displaced". */
  readonly links: ReadonlySet<string>
  /** Words for "besides those": "eight more". */
  readonly more: ReadonlySet<string>
  /** What makes a number the size of a force: "30,000-strong". */
  readonly strong: ReadonlySet<string>
  /** Prepositions of those given something. */
  readonly recipients: ReadonlySet<string>
  /** Nouns that have an amount: "the number of …". */
  readonly totals: ReadonlySet<string>
  /** Articles between a quantifier and a number: "about a dozen". */
  readonly articles: ReadonlySet<string>
  /** Words in front of ages: "aged 27 and 31". */
  readonly ages: ReadonlySet<string>
  /** Genitive between a vague number and a larger one: "tens of thousands". */
  readonly of: string
  /** Words in front of a scale that count one: "a hundred". */
  readonly one: ReadonlySet<string>
  /** Words for a hundredth, word by word: "per cent". */
  readonly percent: readonly (readonly string[])[]
  readonly decimal: '.' | ','
}
