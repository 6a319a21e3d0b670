import type { Library } from '../../library/open.ts'
import { createWitnesses } from '../evidence.ts'
import type { Scope } from '../scope.ts'
import { openScope } from '../scope.ts'
import { gatherTold, knownOn, type Told } from '../told.ts'
import { type Between, CHANGES, type Change } from './change.ts'
import { findDenials } from './denials.ts'
import { findHappeningChanges } from './happenings.ts'
import { findOfficeChanges } from './offices.ts'
import { findSeriesChanges } from './series.ts'
import { findSuperseded } from './superseded.ts'

export interface DiffWanted {
  readonly from: string
  readonly to?: string
  /** A country, a division, a town; all of the library without it. */
  readonly place?: string
}

/** What changed between the ends of two days of knowledge: what became new, was revised, was denied, gave way. */
export function diffLibrary(library: Library, { from, to, place }: DiffWanted): Change[] {
  const scope: Scope = openScope(library, null, place)
  const witnesses = createWitnesses(library)
  return findChanges(gatherTold(library, scope), from, to ?? null, record => witnesses(record).evidence)
}

/** The changes in what is told, by kind in the order of CHANGES, the latest first. */
export function findChanges(all: Told, from: string, to: string | null, evidenceOf: Between['evidenceOf']): Change[] {
  const between: Between = { before: knownOn(all, from), after: knownOn(all, to), all, from, to, evidenceOf }
  const found = [
    ...findHappeningChanges(between),
    ...findSeriesChanges(between),
    ...findDenials(between),
    ...findOfficeChanges(between),
    ...findSuperseded(between),
  ]
  const rank = ({ change }: Change) => CHANGES.indexOf(change)
  return found
    .map((change, i) => ({ change, i }))
    .sort((a, b) => rank(a.change) - rank(b.change) || compareDays(a.change, b.change) || a.i - b.i)
    .map(({ change }) => change)
}

function compareDays(a: Change, b: Change): number {
  const [x, y] = [a.day ?? '', b.day ?? '']
  return x < y ? 1 : x > y ? -1 : 0
}
