import type { Table } from '../table/table.ts'

/** Rows → the bytes of a file, in pieces, in the order of the rows. */
export type WriteTable = <Row>(table: Table<Row>, rows: AsyncIterable<Row>, options: WriteOptions) => AsyncIterable<string | Uint8Array>

export interface WriteOptions {
  /** A row of HXL tags below the head row. */
  readonly hxl: boolean
}
