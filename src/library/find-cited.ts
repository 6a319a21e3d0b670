import { findReportsByPrefix, findReportsCalled, type NumberedReport } from '../store/reports.ts'
import { splitTarget } from './find-report.ts'
import type { Library } from './open.ts'

/** Reports that somebody may mean by what he cites: an id or its beginning (also of a record), an id at the source, an address, a path. */
export function findCited({ db }: Library, cite: string): NumberedReport[] {
  const prefix = splitTarget(cite)
    .report.replace(/^sha256:/, '')
    .toLowerCase()
  const byId = /^[0-9a-f]{6,64}$/.test(prefix) ? findReportsByPrefix(db, prefix) : []
  return byId.length > 0 ? byId : findReportsCalled(db, cite)
}
