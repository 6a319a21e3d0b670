import type { TimeMention, Word } from '../layers.ts'
import type { TimeShape } from '../time-shape.ts'

/**
 * What a language answers about time expressions. A missing answer means that the language writes dates in figures alone, and none are read.
 *
 * The finder cuts the words into pieces (letters, digits, signs), gives each the categories of `lexicon`, and runs the `layers` of rules one
 * after the other: what a rule of a layer finds is one piece for the next, with the categories that `kindsOf` gives to its shape.
 */
export interface TimesAnswers {
  /** Lower-case word (or sign) → what it may stand for. */
  readonly lexicon: ReadonlyMap<string, readonly PieceMeaning[]>
  readonly layers: readonly (readonly TimeRule[])[]
  /** Number words in a row: (20, 4) → 24, (19, 96) → 1996; null where they do not belong together. */
  combine(left: number, right: number): number | null
  /** What stands before or after an expression and rules it out: "Resolution 1973", "1500 men". */
  rulesOut?(shape: TimeShape, around: Around): boolean
  /** Time of what the clause tells, from the words of the clause: -1 past, 1 future, null where they do not say. */
  tenseAt(words: readonly Word[], mention: Pick<TimeMention, 'first' | 'end' | 'direction'>): -1 | 1 | null
}

/** A reading of a word: category "month", value "3". */
export interface PieceMeaning {
  readonly category: string
  readonly value: string
  /** The word must be written with a capital ("May", "March"). */
  readonly capital: boolean
}

/** A part of the text as the rules see it: a word or a part of one, or what an earlier layer found. */
export interface Piece {
  readonly lower: string
  readonly start: number
  readonly end: number
  /** Index of the first and of the last word that it touches. */
  readonly first: number
  readonly last: number
  readonly capital: boolean
  readonly meanings: readonly PieceMeaning[]
  /** Value of figures or of number words, else null. */
  readonly number: number | null
  /** How many figures, 0 for a number in words. */
  readonly digits: number
  /** What it counts as in patterns. */
  readonly categories: readonly string[]
  readonly shape: TimeShape | null
  readonly rule: string | null
  /** An expression of its own, also where no later layer takes it up. */
  readonly alone: boolean
  /** Nothing but a sentence end may stand between this piece and the one before it: it begins a sentence. */
  readonly opens: boolean
}

/** The pieces around an expression; `before(1)` is the one directly in front. Null beyond the sentence. */
export interface Around {
  before(distance: number): Piece | null
  after(distance: number): Piece | null
  word(piece: Piece): Word
}

/** What a pattern matched: pieces by category, in order. */
export interface TimeMatch extends Around {
  has(category: string, nth?: number): boolean
  /** Value of the nth piece matched as this category as text; "" where there is none. */
  text(category: string, nth?: number): string
  /** The same as a number; NaN where there is none. */
  number(category: string, nth?: number): number
  /** The nth piece matched as this category. */
  piece(category: string, nth?: number): Piece
  /** The shape of the nth piece that an earlier layer made. */
  shape(category: string, nth?: number): TimeShape
}

/** One of several expressions in a match: it reaches from one piece to another. */
export interface TimePart {
  readonly shape: TimeShape
  readonly from: Piece
  readonly to: Piece
}

/**
 * A rule of the finder. `pattern`: elements apart by blanks; `month` a category, `"of"` the word itself, `a|b` one of several, `x?` may be
 * missing, `( … )?` a group that may, `~x` without a blank before it. `make` returns null where the match is none.
 */
export interface TimeRule {
  readonly name: string
  readonly says: string
  readonly pattern: string
  /** Material for later layers only: dropped where none takes it up. */
  readonly part?: true
  make(match: TimeMatch): TimeShape | readonly TimePart[] | null
}
