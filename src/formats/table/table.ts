/** What a cell holds; what is not known is null. */
export type Cell = string | number | null | undefined

/** The kinds of values that a column may hold, as data packages name them. */
export type ColumnType = 'string' | 'integer' | 'number' | 'date'

/** A column: its name, what it holds, and how that is found in a row. */
export interface Column<Row> {
  readonly name: string
  /** A clause without a full stop, for the page that explains the columns. */
  readonly says: string
  readonly type: ColumnType
  /** The HXL tag, where there is one. */
  readonly hxl?: string
  cell(row: Row): Cell
}

/** A kind of rows and its columns. */
export interface Table<Row> {
  readonly name: string
  /** What a row is. */
  readonly says: string
  readonly columns: readonly Column<Row>[]
}

/** What makes the columns of a table of such rows, by the type of their values. */
export function columnMakers<Row>() {
  const of =
    (type: ColumnType) =>
    (name: string, says: string, cell: Column<Row>['cell']): Column<Row> => ({ name, says, type, cell })
  return { text: of('string'), day: of('date'), number: of('number'), integer: of('integer') }
}
