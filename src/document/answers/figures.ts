import type { Measure, Quantifier } from '../../record/figure.ts'

/** A word for a number. */
export interface NumberWord {
  /** "five", "twenty", "hundred" (multiplies), "half" (of what follows), "dozens" (a range), "quarter" (a share, in hundredths). */
  readonly kind: 'unit' | 'ten' | 'scale' | 'part' | 'vague' | 'share'
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How a term says what is counted; see the head of the list. */
export interface MeasureTerm {
  readonly as: 'victim' | 'event' | 'toll' | 'object' | 'subject' | 'state' | 'manner' | 'recipient'
  /** A word that must hang on the term, "" for none; "in need" asks for a preposition and a noun, "@home" for a noun of that class. */
  readonly with: string
  readonly measure: Measure
  readonly kind: 'stock' | 'flow' | null
}

export interface CountedNoun {
  readonly unit: 'person' | 'household' | 'building' | 'hectare' | 'incident' | 'other'
  readonly population: boolean
}

/** What a language answers on numbers and what they count. Lemmas and words in lower case. */
export interface FigureAnswers {
  readonly numbers: ReadonlyMap<string, NumberWord>
  /** Phrases around a number, longest first, word by word. */
  readonly quantifiers: readonly { readonly words: readonly string[]; readonly quantifier: Quantifier; readonly after: boolean }[]
  /** Terms by lemma or word; those under `anyVerb` hold for every verb. */
  readonly measures: ReadonlyMap<string, readonly MeasureTerm[]>
  readonly anyVerb: string
  /** The class of nouns for people at large, as terms ask for it. */
  readonly folk: string
  /** Nouns by the class that a term asks for. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  readonly counted: ReadonlyMap<string, CountedNoun>
  /** Nouns of length, age, time or place in a list: their numbers are no figures. */
  readonly notCounted: ReadonlySet<string>
  /** Nouns that give their number to a thing as its label: "Category 4", "Route 7". */
  readonly labels: ReadonlySet<string>
  readonly changes: ReadonlyMap<string, { readonly factor: number | null; readonly direction: 1 | -1 }>
  /** Prepositions of how much something changes: "rose by 20". */
  readonly by: ReadonlySet<string>
  readonly currencies: ReadonlyMap<string, string>
  /** Words that make an amount of money a figure, whether a share of it may be theirs ("31 per cent funded"), whether only the noun does ("a cost of"). */
  readonly funding: ReadonlyMap<string, { readonly measure: 'funding' | 'other'; readonly share: boolean; readonly noun: boolean }>
  /** Joins the parts of a range: "between 10 and 20", "10 to 20". */
  readonly range: {
    readonly middle: ReadonlySet<string>
    readonly and: ReadonlySet<string>
    readonly between: ReadonlySet<string>
    readonly from: ReadonlySet<string>
  }
  /** What sets a number against one of another time, word by word: "up from 26", "compared with 300". */
  readonly comparisons: readonly (readonly string[])[]
  /** Words in front of a number that is said to be wrong: "not 26". */
  readonly denials: ReadonlySet<string>
  /** Phrases in front of a day for which a number holds: "as of". */
  readonly standing: readonly (readonly string[])[]
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
  /** Prepositions of those who meet or fight in a noun: "a clash between two families". */
  readonly sides: ReadonlySet<string>
  /** Nouns that have an amount: "the number of …". */
  readonly totals: ReadonlySet<string>
  /** Articles between a quantifier and a number: "about a dozen". */
  readonly articles: ReadonlySet<string>
  /** Verbs that set a toll to a number, as its subject's or with "at": "the toll reached 45", "put the number of injured at 130". */
  readonly tolls: ReadonlySet<string>
  /** Does a noun name people who can be counted: "soldiers", "families", "Malians"? */
  isPeople(noun: NounForm): boolean
  /** "along with", "together with": those counted share what is told of the others. */
  readonly alongside: readonly (readonly string[])[]
  /** Marks behind which a clause may begin: ",", "that". */
  readonly openers: ReadonlySet<string>
  /** The word in two words that were run together, as texts taken from pages often have them ("weredisplaced" → "displaced"); else the word itself. */
  unglue(word: string): string
  /** What a toll may be counted in: "the toll reached 45 people". */
  readonly tollUnits: ReadonlySet<string>
  /** Verbs of counting; their subject is who counts: "ACLED recorded 4,700 attacks". */
  readonly counters: ReadonlySet<string>
  /** What has people living in it as its object or complement: "host", "home" to. */
  readonly hosts: ReadonlySet<string>
  /** Verbs of arriving: "in" behind them is where people went. */
  readonly arrivals: ReadonlySet<string>
  /** Prepositions of where people come from and go to. */
  readonly origins: ReadonlySet<string>
  readonly destinations: ReadonlySet<string>
  /** Words in front of ages: "aged 27 and 31". */
  readonly ages: ReadonlySet<string>
  /** "both 16": in front of an age that two people have. */
  readonly both: ReadonlySet<string>
  /** Nouns of a part of a street that a number names: "the 4100 block of Cedar Avenue". */
  readonly blocks: ReadonlySet<string>
  /** What the names of streets end with: "1711 Kansas Avenue". */
  readonly streets: ReadonlySet<string>
  /** Verbs in front of the number of a telephone, as lemmas: "called 911". */
  readonly calls: ReadonlySet<string>
  /** Modifiers of a deed that was not done: "attempted murder". */
  readonly undone: ReadonlySet<string>
  /** What a term asks for that counts people of any kind. */
  readonly anybody: string
  /** "no one" is nobody. */
  readonly no: ReadonlySet<string>
  /** Prepositions in front of people whom something is aimed at; they are no mere scene: "sanctions on six officials". */
  readonly aims: ReadonlySet<string>
  /** Pronouns for those counted before: "12 of them", "eight of whom". */
  readonly anaphors: ReadonlySet<string>
  /** Between the parts of "one in ten", word by word. */
  readonly ratio: readonly (readonly string[])[]
  /** Genitive between a vague number and a larger one: "tens of thousands". */
  readonly of: string
  /** The vague number that an article must open: "a few". */
  readonly few: string
  /** Words in front of a scale that count one: "a hundred". */
  readonly one: ReadonlySet<string>
  /** Words for a hundredth, word by word: "per cent". */
  readonly percent: readonly (readonly string[])[]
  readonly digits: DigitForm
}

/** A noun as it stands in a text. */
export interface NounForm {
  readonly form: string
  readonly lower: string
  readonly lemma: string
  readonly upos: string
}

/** How a language writes numbers in digits. */
export interface DigitForm {
  readonly decimal: string
  /** What may stand between groups of three: "6,300". */
  readonly groups: readonly string[]
}
