import type { Library } from '../../library/open.ts'
import { listMeant, listReportRows } from '../../store/attention.ts'
import type { ReportOfRow } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { pushTo } from '../../util/group.ts'
import { countOnce, evidenceOf } from '../origins.ts'
import { reportsAbout } from '../sides.ts'

/** How much a country is reported on. */
export interface Attention {
  /** Reports about it; copies and versions that were replaced do not count. */
  readonly reports: number
  /** Their publishers. */
  readonly publishers: number
  /** Of all reports that count, 0 to 1. */
  readonly share: number
  /** Ids of reports. */
  readonly evidence: readonly string[]
}

/**
 * Which of some countries a report is about: the one that most of its records name, unless they name another country more than twice as often.
 * Null where it is about none of them.
 */
export function findAbout(library: Library, countries: ReadonlySet<string>): (report: number) => string | null {
  const best = new Map<number, { country: string; score: number }>()
  const most = new Map<number, number>()
  for (const { report, country, score } of listMeant(library.db)) {
    most.set(report, Math.max(most.get(report) ?? 0, score))
    const known = best.get(report)
    if (countries.has(country) && (!known || score > known.score || (score === known.score && country < known.country)))
      best.set(report, { country, score })
  }
  // A report that names none of them may still name a place that others find in one of them.
  for (const country of [...countries].sort())
    for (const report of reportsAbout(library.db, country)) if (!best.has(report)) best.set(report, { country, score: 1 })
  return report => {
    const found = best.get(report)
    return found && found.score * 2 >= (most.get(report) ?? 0) ? found.country : null
  }
}

/** How much each country is reported on. */
export function countAttention(
  library: Library,
  filter: ReportFilter,
  countries: ReadonlySet<string>,
  aboutOf: (report: number) => string | null,
): Map<string, Attention> {
  const rows = countOnce(listReportRows(library.db, filter), filter.knownOn)
  const about = new Map<string, ReportOfRow[]>()
  for (const row of rows) {
    const country = aboutOf(splitRecordNumber(row.no).report)
    if (country !== null) pushTo(about, country, row)
  }
  return new Map(
    [...countries].map(country => {
      const own = about.get(country) ?? []
      const publishers = new Set(own.map(row => row.publisher)).size
      return [
        country,
        {
          reports: own.length,
          publishers,
          share: rows.length === 0 ? 0 : own.length / rows.length,
          evidence: evidenceOf(own.map(row => row.report)),
        },
      ]
    }),
  )
}
