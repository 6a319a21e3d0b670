import type { ReadingRecord } from '../record/reading.ts'
import { findCopy } from '../store/incidents.ts'
import { findReportsByPrefix, findReportsCalled, type NumberedReport } from '../store/reports.ts'
import { reviewReport } from './decisions/review-report.ts'
import { splitTarget } from './find-report.ts'
import type { Library } from './open.ts'

/** A report that somebody cites, with the decisions of analysts applied. */
export interface CitedReport {
  readonly reading: ReadingRecord
  /** Id of the report that it copies, or null. */
  readonly copyOf: string | null
  /** Id of the newer version of the same story, or null. */
  readonly newer: string | null
}

/** Reports that somebody may mean by what he cites: an id or its beginning (also of a record), an id at the source, an address, a path. */
export function findCited(library: Library, cite: string): CitedReport[] {
  const prefix = splitTarget(cite)
    .report.replace(/^sha256:/, '')
    .toLowerCase()
  const byId = /^[0-9a-f]{6,64}$/.test(prefix) ? findReportsByPrefix(library.db, prefix) : []
  return (byId.length > 0 ? byId : findReportsCalled(library.db, cite)).map(report => toCited(library, report))
}

function toCited({ db }: Library, { no }: NumberedReport): CitedReport {
  const copy = findCopy(db, no)
  const isUpdate = copy?.kind === 'update'
  const { reading } = reviewReport(db, no)
  return { reading, copyOf: isUpdate ? null : (copy?.of ?? null), newer: isUpdate ? copy.of : null }
}
