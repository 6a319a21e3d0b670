import type { ReportOfRow } from '../store/offices.ts'

/**
 * Rows of reports that only repeat others, and of versions that a newer one replaced, are left out. What was published after `knownOn` (ISO
 * 8601) replaces nothing. Of one text that no one has compared yet the first report counts.
 */
export function countOnce<Row extends ReportOfRow>(rows: readonly Row[], knownOn?: string): Row[] {
  const first = new Map<string, string>()
  for (const { textHash, report, copyOf } of rows) if (copyOf === null && !first.has(textHash)) first.set(textHash, report)
  const isReplaced = ({ copyOf, ofPublished }: Row) => copyOf !== null && (knownOn === undefined || (ofPublished ?? '') <= knownOn)
  return rows.filter(row => (row.copyOf !== null ? !isReplaced(row) : first.get(row.textHash) === row.report))
}

/** The id by which `griot show` opens the record of a row; `letter` as in the ids of its kind. */
export function recordId({ report, no }: Pick<ReportOfRow, 'report' | 'no'>, letter: 'v' | 'p' | 's'): string {
  return `${report}/${letter}${no % 65_536}`
}

/** How many publishers tell it, those without a name counting as one. */
export function countOrigins(rows: Iterable<Pick<ReportOfRow, 'publisher'>>): number {
  return new Set([...rows].map(row => row.publisher)).size
}

/** Ids of records in their order, each once, at most `MOST_EVIDENCE`. */
export function evidenceOf(ids: Iterable<string>): string[] {
  return [...new Set(ids)].slice(0, MOST_EVIDENCE)
}

/** No row names more records than this; the first ones stand for the rest. */
const MOST_EVIDENCE = 20
