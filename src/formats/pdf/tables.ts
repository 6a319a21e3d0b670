import { isUnder, rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** Part of a region: lines of running text, or the rows of a table, cell by cell. */
export type Stretch =
  | { readonly kind: 'lines'; readonly lines: readonly Segment[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'unclear'; readonly lines: readonly Segment[] }

/** Cells on one line, apart by wide gaps, make a row; so many rows make a table. */
const ROWS = 2
/** Rows above a lone cell that are looked at. */
const NEAR = 30

/** Parts a region into running text and tables. */
export function findTables(segments: readonly Segment[]): Stretch[] {
  const stretches: Stretch[] = []
  const rows = rowsOf(segments)
  let lines: Segment[] = []
  const endLines = () => {
    if (lines.length > 0) stretches.push({ kind: 'lines', lines })
    lines = []
  }
  for (let i = 0; i < rows.length; ) {
    const end = endOfTable(rows, i)
    if (end - i < ROWS) {
      lines.push(...(rows[i++] as Segment[]))
      continue
    }
    endLines()
    stretches.push(readTable(rows.slice(i, end)))
    i = end
  }
  endLines()
  return stretches
}

/** The row behind the last one of a table that begins at `start`; lines of one cell stay in it where they fit between its rows. */
function endOfTable(rows: readonly (readonly Segment[])[], start: number): number {
  if ((rows[start]?.length ?? 0) < 2) return start
  let end = start + 1
  for (let i = start + 1; i < rows.length; i++) {
    const row = rows[i] as readonly Segment[]
    const above = rows[i - 1]?.[0] as Segment
    const first = row[0] as Segment
    if (first.y - above.y > 4 * Math.max(first.size, above.size)) break
    if (row.length >= 2 || (end === i && isUnder(rows.slice(Math.max(start, i - 3), i), row))) end = i + 1
    else if (!isContinued(rows.slice(Math.max(start, i - NEAR), i), first)) break
  }
  return end
}

/** Does a lone cell go on under a cell of the rows above it, not over the width of several? */
function isContinued(above: readonly (readonly Segment[])[], cell: Segment): boolean {
  const columns = findColumns(above)
  return columns.length > 1 && columnsOf(cell, columns).length === 1
}

interface Column {
  left: number
  right: number
}

function readTable(rows: readonly (readonly Segment[])[]): Stretch {
  const columns = findColumns(rows)
  if (columns.length < 2) return { kind: 'unclear', lines: rows.flat() }
  const table: string[][] = []
  const between = distanceOfRows(rows)
  let y = Number.NEGATIVE_INFINITY
  let clashes = 0
  for (const row of rows) {
    const cells = columns.map(() => '')
    for (const segment of row) {
      const at = columnsOf(segment, columns)[0] ?? 0
      if (cells[at] !== '') clashes++
      cells[at] = cells[at] ? `${cells[at]} ${segment.text}` : segment.text
    }
    const first = row[0] as Segment
    const last = table.at(-1)
    if (last && row.length < columns.length && isTight(first.y - y, cells, first.size, between)) {
      for (const [i, cell] of cells.entries()) if (cell !== '') last[i] = last[i] ? `${last[i]} ${cell}` : cell
    } else table.push(cells)
    y = first.y
  }
  if (clashes > rows.length / 3) return { kind: 'unclear', lines: rows.flat() }
  return { kind: 'table', rows: table }
}

/** A line that goes on in some cells of the row above stands closer under it than rows do, or at the usual distance of lines and under an empty first cell. */
function isTight(gap: number, cells: readonly string[], size: number, between: number): boolean {
  return gap < 1.4 * size && (cells[0] === '' || gap < 0.85 * between)
}

/** From one full row to the next, in points. */
function distanceOfRows(rows: readonly (readonly Segment[])[]): number {
  const most = rows.reduce((max, row) => Math.max(max, row.length), 0)
  const ys = rows.filter(row => row.length === most).map(row => row[0]?.y ?? 0)
  const gaps = ys
    .slice(1)
    .map((y, i) => y - (ys[i] as number))
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? 0
}

/** Where the cells of the rows lie one under the other; cells over several columns are left aside. */
function findColumns(rows: readonly (readonly Segment[])[]): Column[] {
  const most = rows.reduce((max, row) => Math.max(max, row.length), 0)
  const full = rows.filter(row => row.length >= Math.max(2, most * 0.6))
  const cells = full.flat().sort((a, b) => a.x - b.x)
  const columns: Column[] = []
  for (const { x, right } of cells) {
    const last = columns.at(-1)
    if (last && x < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left: x, right })
  }
  return columns.length >= 2 || full.length === rows.length ? columns : []
}

function columnsOf({ x, right }: Segment, columns: readonly Column[]): number[] {
  const under = columns.flatMap((column, i) => (x < column.right && right > column.left ? [i] : []))
  if (under.length > 0) return under
  let nearest = 0
  for (const [i, column] of columns.entries()) if (Math.abs(column.left - x) < Math.abs((columns[nearest] as Column).left - x)) nearest = i
  return [nearest]
}
