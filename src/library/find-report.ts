import { findReportsByPrefix, type NumberedReport } from '../store/reports.ts'
import { GriotError } from '../util/error.ts'
import type { Library } from './open.ts'

/** The report whose id begins so: "3f2a91c0…", with "sha256:" before it or without. */
export function findReport({ db, path }: Library, id: string): NumberedReport {
  const prefix = id.replace(/^sha256:/, '').toLowerCase()
  if (!/^[0-9a-f]{4,64}$/.test(prefix))
    throw new GriotError('bad-report-id', `"${id}" is no id of a report`, {
      hint: 'It has at least the first four hex digits that listings show',
    })
  const found = findReportsByPrefix(db, prefix, 6)
  const [first, second] = found
  if (first && !second) return first
  if (!first) throw new GriotError('no-such-report', `${path} has no report ${id}`, { hint: 'griot reports lists them' })
  throw new GriotError('ambiguous-report', `${id} may be ${found.map(({ report }) => shortId(report.id, 16)).join(' or ')}`, {
    hint: 'Write more of its digits',
  })
}

/** A report's id as people meet it: the first digits. */
export function shortId(id: string, digits = 12): string {
  return id.replace(/^sha256:/, '').slice(0, digits)
}

/** "3f2a91c0/v3" → the report's id and the record's; `record` null where a report alone is named. */
export function splitTarget(target: string): { readonly report: string; readonly record: string | null } {
  const [report = '', record = null] = target.split('/', 2)
  return { report, record }
}
