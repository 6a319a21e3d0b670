import type { Wanted } from '../../library/asking/wanted.ts'

/** What a notice may be of. */
export const NOTICE_KINDS = ['incident', 'figure', 'position', 'mention', 'silence'] as const

/** Something that has changed for a saved search. */
export interface Notice {
  readonly kind: (typeof NOTICE_KINDS)[number]
  /** Name of the saved search. */
  readonly search: string
  /** In one sentence, made of the records. */
  readonly says: string
  /** Ids that `griot show` opens; of a silence that of the last report. */
  readonly evidence: readonly string[]
}

/** A saved search with what came in for it. */
export interface Asked {
  readonly search: string
  readonly wanted: Wanted
  /** Number of the last report that was there before. */
  readonly upTo: number
  /** Numbers of the reports that came since and that the search finds. */
  readonly arrived: readonly number[]
  /** The same by their ids. */
  readonly ids: ReadonlyMap<string, number>
}

/** Id of the report in the id of a record. */
export function reportOf(record: string): string {
  return record.split('/')[0] as string
}
