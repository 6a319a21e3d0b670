import { loadTable } from '../../resource/table.ts'
import type { Cell, ColumnType, Table } from '../table/table.ts'

/** A cell of a profile: how a row fills it. */
export interface ProfileCell<Row> {
  readonly says: string
  readonly type?: ColumnType
  cell(row: Row): Cell
}

/** The columns of another data set, filled as far as our records go. */
export interface Profile<Row> extends Table<Row> {
  /** What is lost, by column: why it stays empty, or holds less than the original. */
  readonly losses: readonly { readonly column: string; readonly isEmpty: boolean; readonly loss: string }[]
}

/** Reads a profile's list of columns; every cell that it names must be there. */
export function loadProfile<Row>(name: string, says: string, cells: Readonly<Record<string, ProfileCell<Row>>>): Profile<Row> {
  const rows = loadTable(new URL(`${name}.tsv`, import.meta.url), ['column', 'cell', 'loss'])
  return {
    name,
    says,
    columns: rows.map(({ column, cell, loss, line }) => {
      const found = cells[cell]
      if (cell !== '' && !found) throw new Error(`${name}.tsv:${line}: no cell is named "${cell}"`)
      const note = loss === '' ? '' : ` (${loss})`
      return { name: column, says: (found?.says ?? 'empty') + note, type: found?.type ?? 'string', cell: row => found?.cell(row) ?? null }
    }),
    losses: rows.filter(row => row.loss !== '').map(row => ({ column: row.column, isEmpty: row.cell === '', loss: row.loss })),
  }
}
