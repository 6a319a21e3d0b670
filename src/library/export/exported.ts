import type { ExportedReport } from '../../formats/export/exported-report.ts'
import { tellingsOf } from '../../store/incidents.ts'
import { getRules } from '../../store/readings.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { findReportNumber } from '../../store/reports.ts'
import { renameEntities } from '../actors/rename-entities.ts'
import type { Library } from '../open.ts'
import type { Narrowed } from './narrow.ts'

/** The reports of a library as exports need them, by day of publication and id; actors are called as analysts call them. */
export function* exportedReports(library: Library, filter: ReportFilter, narrowed: Narrowed | null = null): Generator<ExportedReport> {
  const { db } = library
  const rename = renameEntities(db)
  const keep = narrowed?.keep ?? (reading => reading)
  for (const { report, reading, copyOf, supersededBy, mainIncident } of library.reports(
    narrowed ? { ...filter, ids: narrowed.ids } : filter,
  )) {
    const no = findReportNumber(db, report.id) as number
    yield {
      reading: rename(keep(reading)),
      confidentiality: report.confidentiality,
      rules: getRules(db, no),
      copyOf,
      supersededBy,
      incident: mainIncident,
      incidentOf: Object.fromEntries(tellingsOf(db, no).map(({ event, incident }) => [`v${event}`, incident])),
    }
  }
}
