import type { ReadingRecord } from '../../record/reading.ts'
import type { RecordList } from '../../record/record-lists.ts'
import { reportIds } from '../../store/arrivals.ts'
import { findRecords } from '../../store/questions.ts'
import { RECORD_TABLE_NAMES, splitRecordNumber } from '../../store/records.ts'
import { pushTo } from '../../util/group.ts'
import { TABLE_LISTS } from '../asking/list-records.ts'
import { recordQuestion, type Wanted } from '../asking/wanted.ts'
import type { Library } from '../open.ts'

/** Records of a list that somebody wants. */
export interface Narrowed {
  /** Ids of the reports that have any. */
  readonly ids: readonly string[]
  /** A reading that has, of this list, those alone. */
  keep(reading: ReadingRecord): ReadingRecord
}

/** The records of a list that a view with these filters shows, all of them; null for lists that no view filters. */
export function narrowTo({ db }: Library, list: RecordList, wanted: Wanted): Narrowed | null {
  const table = RECORD_TABLE_NAMES.find(name => TABLE_LISTS[name].list === list)
  if (!table) return null
  const { numbers } = findRecords(db, table, recordQuestion(db, table, wanted), Number.MAX_SAFE_INTEGER)
  const records = new Map<number, string[]>()
  for (const no of numbers) {
    const { report, ordinal } = splitRecordNumber(no)
    pushTo(records, report, `${TABLE_LISTS[table].letter}${ordinal}`)
  }
  const reports = reportIds(db, [...records.keys()])
  return {
    ids: [...reports.keys()],
    keep(reading) {
      const own = new Set(records.get(reports.get(reading.report.id) ?? 0))
      return { ...reading, [list]: reading[list].filter(({ id }) => own.has(id)) }
    },
  }
}
