import type { Cell } from './table.ts'

/** The first line of a table begins with a byte order mark, by which spreadsheets know UTF-8. */
export const CSV_MARK = '\uFEFF'

/** A row of CSV as in RFC 4180. */
export function formatCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(formatCsvCell).join(',')}\r\n`
}

function formatCsvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = defuseFormula(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV injection"); numbers and dates stay what they are. */
function defuseFormula(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-\d[\d.-]*$/.test(cell) ? `'${cell}` : cell
}
