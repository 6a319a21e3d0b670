import type { Segment } from './segments.ts'

/** From top to bottom and left to right. */
export function byLine(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => a.y - b.y || a.x - b.x)
}

/** Segments on one base line, from left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of byLine(segments)) {
    const row = rows.at(-1)
    if (row?.[0] && segment.y - row[0].y < 0.4 * Math.min(segment.size, row[0].size)) row.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

/** Does a line stand close under the cells of a row, beginning where they begin? */
export function isUnder(above: readonly (readonly Segment[])[], row: readonly Segment[]): boolean {
  const [last, first] = [above.at(-1)?.[0], row[0]]
  if (!last || !first || first.y - last.y > 1.45 * first.size) return false
  return row.every(({ x }) => above.some(cells => cells.length > 1 && cells.some(cell => Math.abs(cell.x - x) < 3)))
}
