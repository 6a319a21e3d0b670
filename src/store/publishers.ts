import type { Database } from './database.ts'

/** A publisher, and what the library has of him; days are those of publication. */
export interface PublisherRow {
  readonly publisher: string | null
  readonly reports: number
  /** How many of them repeat other reports. */
  readonly copies: number
  readonly first: string | null
  readonly last: string | null
}

/** All publishers, those with most reports first. */
export function listPublishers(db: Database): PublisherRow[] {
  return db.all(`SELECT publisher, count(*) AS reports, count(copy.report) AS copies, min(publishedStart) AS first, max(publishedEnd) AS last
    FROM report LEFT JOIN copy ON copy.report = report.no GROUP BY publisher ORDER BY reports DESC, publisher`)
}
