import type { ReadingRecord } from '../../record/reading.ts'

/** A report of a library as it is exported: its reading, with the decisions of analysts applied, and what comparing it with the others told. */
export interface ExportedReport {
  readonly reading: ReadingRecord
  /** Who may see it: public, restricted or confidential. */
  readonly confidentiality: string
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
