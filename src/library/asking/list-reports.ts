import { parseMatch } from '../../store/match.ts'
import { newestReports, type ReportRow } from '../../store/reports.ts'
import type { Library } from '../open.ts'
import { reportFilter, type Wanted } from './wanted.ts'

/** Reports that are wanted, the newest first: `most` of them after the first `skip`. Days are those of publication. */
export function listReports(
  { db }: Library,
  wanted: Wanted,
  most: number,
  skip = 0,
): { readonly total: number; readonly reports: readonly ReportRow[] } {
  const { words, from, to } = wanted
  const match = words === undefined ? null : parseMatch(words)
  if (words !== undefined && !match) return { total: 0, reports: [] }
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const { total, reports } = newestReports(db, { ...reportFilter(wanted), ...days, match: match?.match }, most, skip)
  return { total, reports: reports.map(({ report }) => report) }
}
