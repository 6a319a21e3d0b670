import type { Library } from '../../library/open.ts'
import { type Account, accountOf } from '../account.ts'
import { createWitnesses } from '../evidence.ts'
import type { Scope } from '../scope.ts'
import { openScope } from '../scope.ts'
import { gatherTold, knownOn, type Told } from '../told.ts'
import { type Between, CHANGES, type Change, type FoundChange, openChange } from './change.ts'
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
  const all = gatherTold(library, scope)
  const found = findChanges(all, accountOf(knownOn(all, to ?? null)), from, to ?? null)
  return found.map(change => openChange(change, record => witnesses(record).evidence))
}

/** The changes in what is told up to what is known after them, by kind in the order of CHANGES, the latest first. */
export function findChanges(all: Told, after: Account, from: string, to: string | null): FoundChange[] {
  const between: Between = { before: accountOf(knownOn(all, from)), after, all, from, to }
  const found = [
    ...findHappeningChanges(between),
    ...findSeriesChanges(between),
    ...findDenials(between),
    ...findOfficeChanges(between),
    ...findSuperseded(between),
  ]
  const rank = ({ change }: FoundChange) => CHANGES.indexOf(change)
  return found
    .map((change, i) => ({ change, i }))
    .sort((a, b) => rank(a.change) - rank(b.change) || compareDays(a.change, b.change) || a.i - b.i)
    .map(({ change }) => change)
}

function compareDays(a: FoundChange, b: FoundChange): number {
  const [x, y] = [a.day ?? '', b.day ?? '']
  return x < y ? 1 : x > y ? -1 : 0
}
