import { CSV_MARK, formatCsvRow } from '../table/csv.ts'
import type { Cell, Column, Table } from '../table/table.ts'
import type { WriteOptions, WriteTable } from './writer.ts'

/** CSV as in RFC 4180, UTF-8 with a byte order mark; formula cells are defused. */
export const writeCsv: WriteTable = (table, rows, options) => writeLines(CSV_MARK, formatCsvRow, table, rows, options)

/** Tab-separated values: what a cell holds of tabs and line ends becomes a blank. */
export const writeTsv: WriteTable = (table, rows, options) => writeLines('', formatTsvRow, table, rows, options)

async function* writeLines<Row>(
  mark: string,
  formatRow: (cells: readonly Cell[]) => string,
  { columns }: Table<Row>,
  rows: AsyncIterable<Row>,
  { hxl }: WriteOptions,
): AsyncGenerator<string> {
  yield mark + formatRow(columns.map(column => column.name)) + (hxl ? formatRow(columns.map(column => column.hxl)) : '')
  for await (const row of rows) yield formatRow(columns.map(column => column.cell(row)))
}

function formatTsvRow(cells: readonly Cell[]): string {
  return `${cells.map(cell => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`
}

/** An object a line, every column in every object; what is not known is null. */
export const writeJsonLines: WriteTable = async function* <Row>({ columns }: Table<Row>, rows: AsyncIterable<Row>) {
  for await (const row of rows) yield `${JSON.stringify(objectOf(columns, row))}\n`
}

/** GeoJSON (RFC 7946): a feature a row, at the row's point; a row without one is kept, with no geometry. */
export const writeGeoJson: WriteTable = async function* <Row>({ columns }: Table<Row>, rows: AsyncIterable<Row>) {
  const [lat, lon] = [findCoordinate(columns, /(^|_)lat(itude)?$/i), findCoordinate(columns, /(^|_)lon(gitude|g)?$/i)]
  yield '{"type":"FeatureCollection","features":['
  let before = '\n'
  for await (const row of rows) {
    const properties = objectOf(columns, row)
    const id = columns[0]?.cell(row) ?? undefined
    yield before + JSON.stringify({ type: 'Feature', id, geometry: pointOf(lat?.cell(row), lon?.cell(row)), properties })
    before = ',\n'
  }
  yield '\n]}\n'
}

function objectOf<Row>(columns: readonly Column<Row>[], row: Row): Record<string, Cell> {
  return Object.fromEntries(columns.map(column => [column.name, typedCell(column, column.cell(row))]))
}

/** A cell as JSON has it: numbers as numbers, nothing as null. */
export function typedCell(column: Pick<Column<never>, 'type'>, cell: Cell): string | number | null {
  if (cell === null || cell === undefined || cell === '') return null
  return column.type === 'number' || column.type === 'integer' ? Number(cell) : cell
}

function findCoordinate<Row>(columns: readonly Column<Row>[], pattern: RegExp): Column<Row> | undefined {
  return columns.find(column => pattern.test(column.name))
}

function pointOf(lat: Cell, lon: Cell): { type: 'Point'; coordinates: [number, number] } | null {
  if (lat === null || lat === undefined || lat === '' || lon === null || lon === undefined || lon === '') return null
  return { type: 'Point', coordinates: [Number(lon), Number(lat)] }
}
