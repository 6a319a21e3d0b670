import type { Sketch } from '../sketch.ts'
import { compareShingles } from './shingles.ts'

/** How a report repeats another one: word for word, with edits, or as another version of its publisher's story. */
export type CopyKind = 'exact' | 'reprint' | 'update'

/** Two reports of one text. */
export interface Likeness {
  readonly kind: CopyKind
  /** Share of the runs of five words that either has which both have. */
  readonly score: number
}

/** Share of all runs of words that copies have in common, and of the shorter text's. */
const LIKE = 0.4
const CONTAINED = 0.55
/** A text is a part of another one where so much of it stands there, if it has enough runs of words to tell. */
const WITHIN = 0.8
const ENOUGH = 60

/** How one report repeats another one; null where they are two texts. */
export function compareCopies(a: Sketch, b: Sketch): Likeness | null {
  if (a.textHash === b.textHash) return { kind: 'exact', score: 1 }
  const { jaccard, containment } = compareShingles(a.shingles, b.shingles)
  const shorter = Math.min(a.shingles.hashes.length, b.shingles.hashes.length)
  if (!(jaccard >= LIKE && containment >= CONTAINED) && !(containment >= WITHIN && shorter >= ENOUGH)) return null
  const score = Math.round(100 * jaccard) / 100
  if (jaccard === 1) return { kind: 'exact', score }
  return { kind: isVersion(a, b) ? 'update' : 'reprint', score }
}

/** Whether one is a later version of the other: of one publisher on two days, or marked as an update. */
function isVersion(a: Sketch, b: Sketch): boolean {
  if (a.isUpdate !== b.isUpdate) return a.publisher === b.publisher || a.published !== b.published
  return a.publisher !== null && a.publisher === b.publisher && a.published !== b.published
}
