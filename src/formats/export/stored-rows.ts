import type { EventRecord } from '../../record/event.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { RecordList } from '../../record/references.ts'
import { listRows, RECORD_COLUMNS, type RecordRow } from '../table/record-columns.ts'
import type { Column, Table } from '../table/table.ts'
import { type ExportedReport, recordIdOf } from './exported-report.ts'

/** A record of a stored report. */
export interface StoredRow extends RecordRow {
  readonly stored: ExportedReport
}

const ROW_SAYS: Readonly<Record<RecordList, string>> = {
  entities: 'A person, body, group or place that a report names',
  statements: 'Something that somebody said, as a report tells it',
  events: 'Something that happened, is planned or is denied, as a report tells it',
  figures: 'A number of people, homes, money …, as a report tells it',
  positions: 'An office that somebody holds, as a report tells it',
}

/** A table of one list of records: the columns of a reading's table, and before and behind them what the library knows. */
export function recordTable(list: RecordList): Table<StoredRow> {
  return { name: list, says: ROW_SAYS[list], columns: [RECORD_ID, ...RECORD_COLUMNS[list], ...(INCIDENTS[list] ?? []), ...LIBRARY] }
}

/** The records of a list of a stored report. */
export function storedRows(list: RecordList, stored: ExportedReport): StoredRow[] {
  return listRows(list, stored.reading).map(row => ({ ...row, stored }))
}

const RECORD_ID: Column<StoredRow> = {
  name: 'record_id',
  says: 'id of the record in every library: the report and the record in it',
  type: 'string',
  hxl: '#meta+id',
  cell: ({ record, stored }) => recordIdOf(stored.reading.report.id, (record as { id: string }).id),
}

const INCIDENTS: Partial<Record<RecordList, readonly Column<StoredRow>[]>> = {
  events: [
    {
      name: 'incident',
      says: 'id of the incident that it is a telling of',
      type: 'string',
      cell: ({ record, stored }) => stored.incidentOf[(record as EventRecord).id],
    },
  ],
  figures: [
    {
      name: 'incident',
      says: 'id of the incident whose victims it counts',
      type: 'string',
      cell: ({ record, stored }) => (record as FigureRecord).events.map(id => stored.incidentOf[id]).find(id => id !== undefined),
    },
  ],
}

const LIBRARY: readonly Column<StoredRow>[] = [
  {
    name: 'report_copy_of',
    says: 'of the report: id of the report that it is a copy or reprint of',
    type: 'string',
    cell: ({ stored }) => stored.copyOf,
  },
  {
    name: 'report_superseded_by',
    says: 'of the report: id of the newer version of the same story',
    type: 'string',
    cell: ({ stored }) => stored.supersededBy,
  },
  { name: 'confidentiality', says: 'of the report: who may see it', type: 'string', cell: ({ stored }) => stored.confidentiality },
  { name: 'rules', says: 'version of the rules and models that read it', type: 'string', cell: ({ stored }) => stored.rules },
]

const RECORD_COUNTS = ['statements', 'events', 'figures', 'positions'] as const

/** A table of reports; its columns are spelt as the record format spells them. */
export const REPORT_TABLE: Table<ExportedReport> = {
  name: 'reports',
  says: 'A report',
  columns: [
    reportColumn('id', 'id of the report', ({ reading }) => reading.report.id),
    reportColumn('sourceId', 'the id that it came with', ({ reading }) => reading.report.sourceId),
    reportColumn('title', 'its headline', ({ reading }) => reading.report.title),
    reportColumn('url', 'where it was published', ({ reading }) => reading.report.url),
    reportColumn('publisher', 'who published it', ({ reading }) => reading.report.publisher),
    reportColumn('authors', 'who wrote it', ({ reading }) => reading.report.authors.join('; ')),
    reportColumn('language', 'ISO 639-1', ({ reading }) => reading.report.language),
    reportColumn('published', 'when it was published', ({ reading }) => reading.report.published?.value),
    reportColumn('copyOf', 'id of the report that it is a copy or reprint of', ({ copyOf }) => copyOf),
    reportColumn('supersededBy', 'id of the newer version of the same story', ({ supersededBy }) => supersededBy),
    reportColumn('incident', 'id of the incident that it mainly tells', ({ incident }) => incident),
    ...RECORD_COUNTS.map(
      (list): Column<ExportedReport> => ({
        name: list,
        says: `how many ${list} it tells`,
        type: 'integer',
        cell: ({ reading }) => reading[list].length,
      }),
    ),
    reportColumn('textHash', 'sha256 of the text; copies share it', ({ reading }) => reading.report.textHash),
    reportColumn('notes', 'what was odd about the input', ({ reading }) => reading.report.notes.join(' ')),
    reportColumn('confidentiality', 'who may see it', ({ confidentiality }) => confidentiality),
    reportColumn('rules', 'version of the rules and models that read it', ({ rules }) => rules),
  ],
}

function reportColumn(name: string, says: string, cell: Column<ExportedReport>['cell']): Column<ExportedReport> {
  return { name, says, type: 'string', cell }
}
