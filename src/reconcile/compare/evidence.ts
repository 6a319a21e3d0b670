import type { Telling } from '../sketch.ts'

/**
 * One kind of evidence that two tellings are of one happening. Scores are logarithms of odds (natural): +1 makes it about three times as
 * likely, −1 a third; 0 where there is nothing to compare.
 */
export interface Evidence {
  readonly name: string
  /** What is compared, a sentence. */
  readonly says: string
  /** The score for what may be found, a row each. */
  readonly scale: readonly (readonly [found: string, score: number | string])[]
  /** Whether it speaks for one happening only where the places do not speak against it. */
  readonly onlyIfNear?: boolean
  score(a: Telling, b: Telling): number
  /** What was found, a sentence; only asked where the score is not 0. */
  tell(a: Telling, b: Telling): string
}

/** A number kept between two others. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
