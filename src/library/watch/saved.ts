import { lastReportNumber } from '../../store/arrivals.ts'
import { deleteSaved, putSaved } from '../../store/saved.ts'
import { GriotError } from '../../util/error.ts'
import type { Wanted } from '../asking/wanted.ts'
import type { Library } from '../open.ts'

/** Keeps a search, of which notices tell what comes from now on; one of the same name gives way. `silence` in days. */
export function saveSearch(library: Library, name: string, wanted: Wanted, silence: number | null, savedAt: string): void {
  const row = { name, wanted: JSON.stringify(wanted), silence, savedAt, upTo: lastReportNumber(library.db) }
  library.write(() => putSaved(library.db, row))
}

/** Keeps a search no longer. */
export function forgetSearch(library: Library, name: string): void {
  if (!library.write(() => deleteSaved(library.db, name)))
    throw new GriotError('no-such-search', `No search is saved as "${name}"`, { hint: 'griot watch --saved lists them' })
}
