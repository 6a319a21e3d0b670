import type { Account } from '../account.ts'
import type { Evidence } from '../evidence.ts'
import type { Told } from '../told.ts'

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

/** A change whose records are not opened yet: their ids stand in for what they hold. */
export interface FoundChange extends Omit<Change, 'evidence' | 'content'> {
  readonly rests: readonly string[]
  /** How grave it is, for what is new. */
  readonly gravity?: number
}

/** Two states of knowledge. */
export interface Between {
  readonly before: Account
  readonly after: Account
  /** All that is told, copies and what gave way too. */
  readonly all: Told
  /** Both ISO 8601; `to` null for today. */
  readonly from: string
  readonly to: string | null
}

/** Opens the records of a change. */
export function openChange({ rests, gravity: _, ...found }: FoundChange, evidenceOf: (record: string) => Evidence): Change {
  const evidence = rests.map(evidenceOf)
  return { ...found, ...(found.change === 'denied' && evidence[0] && { content: evidence[0].quote }), evidence }
}

/** Was a report published after the first day and not after the second? */
export function isNews({ from, to }: Pick<Between, 'from' | 'to'>, published: string | null): boolean {
  return published !== null && published > from && (to === null || published <= to)
}
