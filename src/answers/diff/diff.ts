import type { Library } from '../../library/open.ts'
import { createWitnesses, type Evidence } from '../evidence.ts'
import type { Scope } from '../scope.ts'
import { openScope } from '../scope.ts'
import { gatherTold, knownOn, type Told } from '../told.ts'
import { findDenials } from './denials.ts'
import { findHappeningChanges } from './happenings.ts'
import { findOfficeChanges } from './offices.ts'
import { findSeriesChanges } from './series.ts'
import { findSuperseded } from './superseded.ts'

export const CHANGES = ['new', 'status', 'revised', 'newer', 'first', 'denied', 'position', 'superseded'] as const
export type ChangeName = (typeof CHANGES)[number]

/** Something that is known on a later day and was not, or otherwise, on an earlier one. */
export interface Change {
  readonly change: ChangeName
  /** The day that it is about, ISO 8601. */
  readonly day: string | null
  readonly place: string | null
  /** PLOVER type and mode of what happened, what is counted, who holds which office, who denies: by `change`. */
  readonly type?: string
  readonly mode?: string | null
  readonly measure?: string
  readonly unit?: string
  readonly holder?: string
  readonly title?: string
  readonly by?: string | null
  /** The words that are denied. */
  readonly content?: string
  /** Numbers, statuses or titles; null where nothing was known. */
  readonly before: number | string | null
  readonly after: number | string | null
  readonly evidence: readonly Evidence[]
  /** Ids of the records that say `before` and `after`, where these are numbers. */
  readonly records?: { readonly before: string | null; readonly after: string }
}

/** Two states of knowledge, and what opens their records. */
export interface Between {
  readonly before: Told
  readonly after: Told
  /** All that is told, copies and what gave way too. */
  readonly all: Told
  /** Both ISO 8601; `to` null for today. */
  readonly from: string
  readonly to: string | null
  readonly evidenceOf: (record: string) => Evidence
}

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

/** Was a report published after the first day and not after the second? */
export function isNews({ from, to }: Pick<Between, 'from' | 'to'>, published: string | null): boolean {
  return published !== null && published > from && (to === null || published <= to)
}
