import type { ReadingRecord } from './reading.ts'

/** Who may see a report; every export obeys it. From the most open to the most closed. */
export const CONFIDENTIALITIES = ['public', 'restricted', 'confidential'] as const
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]

/** A report of a library: its reading, with the decisions of analysts applied, and what comparing it with the others told. */
export interface StoredReport {
  readonly reading: ReadingRecord
  readonly confidentiality: Confidentiality
  /** Version of the rules and models that read it. */
  readonly rules: string
  /** Id of the report that it is a copy or a reprint of. */
  readonly copyOf: string | null
  /** Id of the newer version of the same story. */
  readonly supersededBy: string | null
  /** Id of the incident that it mainly tells. */
  readonly incident: string | null
  /** Event id → id of the incident that the event is a telling of. */
  readonly incidentOf: Readonly<Record<string, string>>
}

/** The id of a record that holds across reports: "<report id>/v3". */
export function recordIdOf(reportId: string, id: string): string {
  return `${reportId}/${id}`
}
