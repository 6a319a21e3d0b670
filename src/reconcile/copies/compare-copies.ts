import type { Sketch } from '../sketch.ts'
import { areTwoHappenings, countsAnew } from './facts.ts'
import { compareShingles } from './shingles.ts'

/** How a report repeats another one: word for word, with edits, or as another version of the story. */
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

/** How one report repeats another one; null where they are two texts, or one form filled in for two happenings. */
export function compareCopies(a: Sketch, b: Sketch): Likeness | null {
  if (a.textHash === b.textHash) return { kind: 'exact', score: 1 }
  const { jaccard, containment } = compareShingles(a.shingles, b.shingles)
  const shorter = Math.min(a.shingles.hashes.length, b.shingles.hashes.length)
  if (!(jaccard >= LIKE && containment >= CONTAINED) && !(containment >= WITHIN && shorter >= ENOUGH)) return null
  const score = Math.round(100 * jaccard) / 100
  if (jaccard === 1) return { kind: 'exact', score }
  if (areTwoHappenings(a, b)) return null
  return { kind: isVersion(a, b) ? 'update' : 'reprint', score }
}

/** Whether the later one is another version: marked as an update, of the same publisher on another day, or with a number that the earlier one has not. */
function isVersion(a: Sketch, b: Sketch): boolean {
  const order = compareAges(a, b)
  if (order === 0) return false
  const [later, earlier] = order > 0 ? [a, b] : [b, a]
  const isSame = later.publisher !== null && later.publisher === earlier.publisher && later.published !== earlier.published
  return isSame || (later.isUpdate && !earlier.isUpdate) || countsAnew(later, earlier) !== 0
}

/**
 * Which of two versions is the later one: above 0 the first, below 0 the second, 0 where nothing tells. Of two of one day it is the one that is marked as
 * an update, or that counts more: tolls grow.
 */
export function compareAges(a: Sketch, b: Sketch): number {
  if (a.published !== null && b.published !== null && a.published !== b.published) return a.published - b.published
  return Number(a.isUpdate) - Number(b.isUpdate) || countsAnew(a, b) - countsAnew(b, a)
}
