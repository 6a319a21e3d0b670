import { displayWidth, makePrintable } from '../util/display-width.ts'

/** A column of a table for people. */
export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => string
  readonly align?: 'right'
  /** Columns of the screen that it may take at the most; the widest one gives way first. */
  readonly most?: number
  /** Never made narrower: an id or a day is of no use in part. */
  readonly isWhole?: boolean
}

/** No column is made narrower than this. */
const LEAST = 6

/** Rows as a table that fits the screen: a head, a row a line; what does not fit a cell ends in "…". */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): string {
  const cells = rows.map(row => columns.map(column => makePrintable(column.cell(row))))
  const widths = columns.map(({ head, most = Number.POSITIVE_INFINITY }, i) =>
    Math.min(most, Math.max(displayWidth(head), ...cells.map(row => displayWidth(row[i] as string)))),
  )
  const kept = columns.map((column, i) => (column.isWhole ? (widths[i] as number) : LEAST))
  fit(widths, kept, width - 2 * (columns.length - 1))
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => pad(text, widths[i] as number, columns[i]?.align))
      .join('  ')
      .trimEnd()
  return [columns.map(column => column.head), ...cells].map(row => `${line(row)}\n`).join('')
}

/** Takes from the widest column until all fit, or none is wider than it must be. */
function fit(widths: number[], kept: readonly number[], room: number): void {
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const loose = widths.map((width, i) => (width > (kept[i] as number) ? width : 0))
    const widest = loose.indexOf(Math.max(...loose))
    if (loose[widest] === 0) return
    widths[widest] = (widths[widest] as number) - 1
  }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function pad(text: string, width: number, align: 'right' | undefined): string {
  const cut = cutTo(text, width)
  const space = ' '.repeat(Math.max(0, width - displayWidth(cut)))
  return align === 'right' ? space + cut : cut + space
}

function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let out = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const columns = displayWidth(segment)
    if (used + columns > width - 1) break
    out += segment
    used += columns
  }
  return `${out.trimEnd()}…`
}
