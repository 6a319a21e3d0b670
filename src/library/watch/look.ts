import type { GriotError } from '../../util/error.ts'
import type { Failure } from '../inputs.ts'

/** What came of looking at one feed or folder. */
export interface Look {
  /** As the user named it. */
  readonly source: string
  readonly added: number
  /** Entries whose page is to be had at the next round. */
  readonly waiting: number
  /** Single reports that could not be read. */
  readonly failures: readonly Failure[]
  /** Why it could not be looked at. */
  readonly trouble: Trouble | null
  /** It was in trouble before and is no longer. */
  readonly isBack: boolean
}

export interface Trouble {
  readonly error: GriotError
  /** The same was not said before. */
  readonly isNews: boolean
  /** When it is looked at again, ISO 8601, UTC; null: at the next round. */
  readonly until: string | null
}

/** A look that found nothing. */
export function lookAt(source: string, found: Partial<Omit<Look, 'source'>> = {}): Look {
  return { source, added: 0, waiting: 0, failures: [], trouble: null, isBack: false, ...found }
}
