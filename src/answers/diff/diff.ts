import type { Library } from '../../library/open.ts'
import { reportsTouchedBy } from '../../store/about.ts'
import { accountOf } from '../account.ts'
import { createWitnesses } from '../evidence.ts'
import type { Scope } from '../scope.ts'
import { openScope } from '../scope.ts'
import { gatherTold, knownOn, standingOn, type Told } from '../told.ts'
import { type Between, CHANGES, type Change, type FoundChange, openChange } from './change.ts'
import { findDenials } from './denials.ts'
import { findHappeningChanges } from './happenings.ts'
import { narrowToChanged } from './narrow.ts'
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
  const [then, now] = [standingOn(scope.reports, from), standingOn(scope.reports, to ?? null)]
  const changed = scope.reports.filter(({ report }) => then.has(report) !== now.has(report))
  const touched = reportsTouchedBy(
    library.db,
    changed.map(({ no }) => no),
  )
  const all = gatherTold(library, scope, new Set(touched))
  const found = findChanges(all, from, to ?? null)
  return found.map(change => openChange(change, record => witnesses(record).evidence))
}

/** The changes in what is told, by kind in the order of CHANGES, the latest first. */
export function findChanges(all: Told, from: string, to: string | null): FoundChange[] {
  const { before, after } = narrowToChanged(knownOn(all, from), knownOn(all, to))
  const between: Between = { before: accountOf(before), after: accountOf(after), all, from, to }
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
