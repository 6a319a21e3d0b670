import { existsSync } from 'node:fs'
import { countDecisionsOn, deleteDecisionsOn } from '../../store/decisions.ts'
import { deleteIncidents, incidentsTold, neighboursOf } from '../../store/incidents.ts'
import { countRecordsOf, deleteRecords, RECORD_TABLE_NAMES } from '../../store/records.ts'
import { clearRefusal } from '../../store/refusals.ts'
import { deleteReport, getReport, getText, listReports, type ReportRow } from '../../store/reports.ts'
import { addPending, dropFromShelf } from '../../store/sketches.ts'
import { dropUnusedSources } from '../../store/sources.ts'
import { deleteWords, tidyWords } from '../../store/words.ts'
import { GriotError } from '../../util/error.ts'
import { findReport } from '../find-report.ts'
import type { Library } from '../open.ts'

/** Which reports are to go. */
export interface RemoveWanted {
  /** Beginnings of ids. */
  readonly ids: readonly string[]
  readonly publishers: readonly string[]
}

/** What a removal would change. */
export interface Removal {
  readonly reports: readonly ReportRow[]
  /** Numbers of the reports. */
  readonly numbers: readonly number[]
  readonly records: number
  readonly decisions: number
  /** Incidents that they tell, which are made anew from other reports where there are any. */
  readonly incidents: readonly string[]
  /** Reports that are compared with the others again, since they tell the same or copy one that goes. */
  readonly neighbours: readonly number[]
  /** Files beside the library that may hold the reports too, which stay. */
  readonly otherFiles: readonly string[]
}

/** Says what removing some reports would change; changes nothing. */
export function planRemoval(library: Library, { ids, publishers }: RemoveWanted): Removal {
  const { db } = library
  const found = new Map(ids.map(id => findReport(library, id)).map(({ no, report }) => [no, report]))
  if (publishers.length > 0) for (const { no, report } of listReports(db, { publishers })) found.set(no, report)
  if (found.size === 0)
    throw new GriotError('nothing-to-remove', `No report is of ${publishers.join(', ') || 'nobody'}`, {
      hint: 'griot status lists the publishers',
    })
  return planOf(library, found)
}

/** What removing these reports would change. */
export function planOf({ db, path }: Library, found: ReadonlyMap<number, ReportRow>): Removal {
  const numbers = [...found.keys()].sort((a, b) => a - b)
  const count = (of: (no: number) => number) => numbers.reduce((sum, no) => sum + of(no), 0)
  return {
    reports: numbers.map(no => found.get(no) as ReportRow),
    numbers,
    records: count(no => RECORD_TABLE_NAMES.reduce((sum, table) => sum + countRecordsOf(db, table, no), 0)),
    decisions: count(no => countDecisionsOn(db, (found.get(no) as ReportRow).id)),
    incidents: incidentsTold(db, numbers),
    neighbours: neighboursOf(db, numbers),
    otherFiles: copiesBeside(path),
  }
}

/** Copies that were kept when the library was brought up to date. */
function copiesBeside(path: string): string[] {
  const found: string[] = []
  for (let version = 1; version < 100; version++) if (existsSync(`${path}.version-${version}`)) found.push(`${path}.version-${version}`)
  return found
}

/**
 * Removes reports with their bytes, text, readings, records, words in the index and decisions. The file is then written anew, so that nothing of
 * them stays behind in unused parts of it.
 */
export function removeReports(library: Library, removal: Removal): void {
  const { db } = library
  library.write(() => {
    for (const no of removal.numbers) removeOne(library, no)
    dropFromShelf(db, removal.numbers)
    deleteIncidents(db, removal.incidents)
    for (const no of removal.neighbours) addPending(db, no)
    dropUnusedSources(
      db,
      removal.reports.map(({ source }) => source),
    )
    tidyWords(db)
  })
  db.rebuild()
}

function removeOne({ db, names }: Library, no: number): void {
  const { id, title, path } = getReport(db, no)
  deleteWords(db, no, title, getText(db, no))
  deleteRecords(db, no, names)
  deleteDecisionsOn(db, id)
  clearRefusal(db, path)
  deleteReport(db, no)
}
