import type { MeasureTerm } from '../../document/answers/figures.ts'
import type { Figure } from '../../document/layers.ts'
import type { NumberExpression } from './numbers.ts'

/** What a number counts, and the word that says it. */
export interface Measured {
  readonly term: MeasureTerm
  /** Index of the word of the term. */
  readonly word: number
  /** Index of the noun that is counted, or null where only the number stands. */
  readonly counted: number | null
  /** Index of the predicate or noun that holds time and place. */
  readonly predicate: number
  readonly rule: string
}

/** A number that was made a figure. */
export interface Counted {
  readonly figure: Figure
  readonly number: NumberExpression
  readonly measured: Measured
}
