import type { ExportedReport } from '../../formats/export/exported-report.ts'
import { findCopy, incidentsOf, tellingsOf } from '../../store/incidents.ts'
import { getRules } from '../../store/readings.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { findReportNumber } from '../../store/reports.ts'
import type { Library } from '../open.ts'

/** The reports of a library as exports need them, by day of publication and id. */
export function* exportedReports(library: Library, filter: ReportFilter): Generator<ExportedReport> {
  const { db } = library
  for (const { report, reading } of library.reports(filter)) {
    const no = findReportNumber(db, report.id) as number
    const copy = findCopy(db, no)
    yield {
      reading,
      confidentiality: report.confidentiality,
      rules: getRules(db, no),
      copyOf: copy?.of ?? null,
      supersededBy: copy?.kind === 'update' ? copy.of : null,
      incident: incidentsOf(db, no)[0] ?? null,
      incidentOf: Object.fromEntries(tellingsOf(db, no).map(({ event, incident }) => [`v${event}`, incident])),
    }
  }
}
