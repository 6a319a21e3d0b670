import { type AnyRecord, listRecords, namesIn, type RecordView } from '../../formats/view/record-view.ts'
import type { EntityRecord } from '../../record/entity.ts'
import type { RecordList } from '../../record/record-lists.ts'
import { findRecords, MOST_RECORDS_COUNTED } from '../../store/questions.ts'
import { type RecordTable, splitRecordNumber } from '../../store/records.ts'
import { getReport, type ReportRow } from '../../store/reports.ts'
import { findRecord } from '../decisions/anchor.ts'
import { reviewReport } from '../decisions/review-report.ts'
import type { Review } from '../derive-rows.ts'
import { shortId } from '../find-report.ts'
import type { Library } from '../open.ts'
import { recordQuestion, type Wanted } from './wanted.ts'

/** A record with the report that it stands in. */
export interface FoundRecord {
  /** "3f2a91c0d5e6/v3". */
  readonly id: string
  readonly report: ReportRow
  readonly record: AnyRecord
  /** The entities that the record names. */
  readonly entities: readonly EntityRecord[]
  /** As people meet it. */
  readonly view: RecordView
  /** The words of the sentence that tells it. */
  readonly quote: string
  /** What an analyst said about it, or null. */
  readonly review: Review | null
}

export interface FoundRecords {
  readonly total: number
  /** There are more than were counted. */
  readonly isMore: boolean
  readonly records: readonly FoundRecord[]
}

/** The list of a reading that a table is made of, and the letter of its ids. */
export const TABLE_LISTS = {
  event: { list: 'events', letter: 'v' },
  figure: { list: 'figures', letter: 'f' },
  statement: { list: 'statements', letter: 's' },
  position: { list: 'positions', letter: 'p' },
} as const satisfies Record<RecordTable, { list: RecordList; letter: string }>

/** Records that are wanted, the newest day first: `most` of them after the first `skip`. */
export function listFound(library: Library, table: RecordTable, wanted: Wanted, most: number, skip = 0): FoundRecords {
  const question = recordQuestion(library.db, table, wanted)
  const { numbers, total } = findRecords(library.db, table, question, most, skip)
  return { total, isMore: total >= MOST_RECORDS_COUNTED, records: openRecords(library, table, numbers) }
}

/** Records by their numbers, in the order given; each report is opened once. */
export function openRecords(library: Pick<Library, 'db'>, table: RecordTable, numbers: readonly number[]): FoundRecord[] {
  const reports = new Map<number, ReturnType<typeof openReport>>()
  return numbers.flatMap(no => {
    const { report, ordinal } = splitRecordNumber(no)
    const opened = reports.get(report) ?? openReport(library, report)
    reports.set(report, opened)
    return opened.find(`${TABLE_LISTS[table].letter}${ordinal}`) ?? []
  })
}

/** A report whose records can be asked for by their ids. */
export function openReport({ db }: Pick<Library, 'db'>, no: number) {
  const report = getReport(db, no)
  const { reading, reviews } = reviewReport(db, no)
  const views = new Map(listRecords(reading, namesIn(reading)).map(view => [view.id, view]))
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  const find = (id: string): FoundRecord | null => {
    const view = views.get(id)
    const record = findRecord(reading, id)?.record
    if (!view || !record) return null
    return {
      id: `${shortId(report.id)}/${id}`,
      report,
      record,
      entities: entitiesIn(record, entities),
      view,
      quote: reading.report.text.slice(...view.evidence),
      review: reviews[id] ?? null,
    }
  }
  return { report, reading, views: [...views.values()], find }
}

/** The entities that a record leads to. */
function entitiesIn(record: AnyRecord, entities: ReadonlyMap<string, EntityRecord>): EntityRecord[] {
  const found = new Set<EntityRecord>()
  for (const value of Object.values(record))
    for (const id of Array.isArray(value) ? value : [value]) {
      const entity = typeof id === 'string' ? entities.get(id) : undefined
      if (entity && entity !== (record as unknown)) found.add(entity)
    }
  return [...found]
}
