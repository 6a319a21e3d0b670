/** Kinds of names, in the order of the labels. */
export const KINDS = ['PER', 'LOC', 'ORG', 'MISC'] as const
export type Kind = (typeof KINDS)[number]

/**
 * Labels of words: 0 outside; then for each kind begin, inside, last, unit (a name of one word): 1 + 4 × kind + place.
 * Ratinov & Roth 2009 found this scheme better than begin/inside alone.
 */
export const LABELS = 1 + 4 * KINDS.length
export const BEGIN = 0
const INSIDE = 1
export const LAST = 2
const UNIT = 3

/** The label of a place in a name of a kind (index into KINDS). */
export function labelOf(kind: number, place: number): number {
  return 1 + 4 * kind + place
}

/** The label of word `i` of `length` in a name of a kind. */
export function labelIn(kind: number, i: number, length: number): number {
  return labelOf(kind, length === 1 ? UNIT : i === 0 ? BEGIN : i === length - 1 ? LAST : INSIDE)
}

/** May the second label follow the first? */
export function follows(before: number, after: number): boolean {
  const open = before > 0 && ((before - 1) & 3) < LAST
  if (!open) return after === 0 || ((after - 1) & 3) === BEGIN || ((after - 1) & 3) === UNIT
  return after > 0 && (before - 1) >> 2 === (after - 1) >> 2 && (((after - 1) & 3) === INSIDE || ((after - 1) & 3) === LAST)
}

/** Labels that may begin (end) a sentence. */
export const FIRST: readonly number[] = Array.from({ length: LABELS }, (_, l) => l).filter(l => follows(0, l))
export const FINAL: readonly number[] = Array.from({ length: LABELS }, (_, l) => l).filter(l => follows(l, 0))
/** Labels that may stand before each label. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, after) =>
  Array.from({ length: LABELS }, (_, l) => l).filter(l => follows(l, after)),
)
