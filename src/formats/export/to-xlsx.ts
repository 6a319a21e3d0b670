import { GriotError } from '../../util/error.ts'
import { shorten } from '../view/shorten.ts'
import { describeTable } from './describe.ts'
import { typedCell } from './to-text-tables.ts'
import type { WriteTable } from './writer.ts'

/** Rows and letters that a sheet takes (Excel's own limits). */
const MOST_ROWS = 1_048_576
const MOST_LETTERS = 32_767

/** An Excel workbook: a sheet of the rows and one, README, that says what each column holds. Text is text: no cell is a formula. */
export const writeXlsx: WriteTable = async function* (table, rows, { hxl }) {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const head = table.columns.map(column => ({ value: column.name, fontWeight: 'bold' as const }))
  const data: (null | { value: string | number; type: StringConstructor | NumberConstructor; fontWeight?: 'bold' })[][] = [
    head.map(cell => ({ ...cell, type: String })),
  ]
  if (hxl) data.push(table.columns.map(column => (column.hxl ? text(column.hxl) : null)))
  for await (const row of rows) {
    if (data.length >= MOST_ROWS)
      throw new GriotError('sheet-full', `A sheet of Excel holds ${MOST_ROWS} rows, and there are more`, {
        hint: 'Export as csv or parquet, or ask for less with --from, --to or --place',
      })
    data.push(
      table.columns.map(column => {
        const cell = typedCell(column, column.cell(row))
        if (cell === null) return null
        return typeof cell === 'number' && Number.isFinite(cell) ? { value: cell, type: Number } : text(String(cell))
      }),
    )
  }
  const readme = describeTable(table).map(cells => cells.map(text))
  yield await writeExcelFile([
    { data, sheet: table.name, stickyRowsCount: 1 },
    { data: readme, sheet: 'README', columns: [{ width: 28 }, { width: 12 }, { width: 28 }, { width: 90 }] },
  ]).toBuffer()
}

function text(value: string): { value: string; type: StringConstructor } {
  return { value: shorten(value, MOST_LETTERS), type: String }
}
