import type { Span } from '../record/span.ts'

/**
 * Why a field holds what it holds, or why it stayed null: the rule, the words it rests on, and the reasons under it.
 * The JSON of a reading carries `rule` and `spans` of the top only; `griot explain` reads again and prints the tree.
 */
export interface Why {
  readonly rule: string
  readonly spans: readonly Span[]
  readonly because?: readonly Why[]
  /** A sentence for people, where the rule's own `says` is not enough: "two candidates: Mali, Niger". */
  readonly says?: string
}

/** Field name → why. */
export type Trail = Readonly<Record<string, Why>>

/** A record as it lives inside a reading: `from` holds the whole trail, `not` says why a null field stayed null. */
export type Made<R extends { from: unknown }> = Omit<R, 'from'> & { readonly from: Trail; readonly not?: Trail }
