import type { RecordList } from '../record/references.ts'
import type { Output, OutputOptions } from './output.ts'
import { CSV_MARK, formatCsvRow } from './table/csv.ts'
import { listRows, RECORD_COLUMNS } from './table/record-columns.ts'

/** Names of the columns of a table. */
export function listColumns(list: RecordList): string[] {
  return RECORD_COLUMNS[list].map(column => column.name)
}

/** One list of every reading as a table: CSV as in RFC 4180, a row a record, in the order of the reading. */
export function csvOutput({ list }: OutputOptions): Output {
  return {
    head: CSV_MARK + formatCsvRow(listColumns(list)),
    format: reading =>
      listRows(list, reading)
        .map(row => formatCsvRow(RECORD_COLUMNS[list].map(column => column.cell(row))))
        .join(''),
  }
}
