import type { ExportedReport } from '../../formats/export/exported-report.ts'
import { tellingsOf } from '../../store/incidents.ts'
import { getRules } from '../../store/readings.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { findReportNumber } from '../../store/reports.ts'
import type { Library } from '../open.ts'

/** The reports of a library as exports need them, by day of publication and id. */
export function* exportedReports(library: Library, filter: ReportFilter): Generator<ExportedReport> {
  const { db } = library
  for (const { report, reading, copyOf, supersededBy, mainIncident } of library.reports(filter)) {
    const no = findReportNumber(db, report.id) as number
    yield {
      reading,
      confidentiality: report.confidentiality,
      rules: getRules(db, no),
      copyOf,
      supersededBy,
      incident: mainIncident,
      incidentOf: Object.fromEntries(tellingsOf(db, no).map(({ event, incident }) => [`v${event}`, incident])),
    }
  }
}
