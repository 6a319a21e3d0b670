import { countDecisions } from '../store/decisions.ts'
import { countCopies, countIncidents } from '../store/incidents.ts'
import { countByRules } from '../store/readings.ts'
import { countRecords } from '../store/records.ts'
import { listRefusals, type Refusal } from '../store/refusals.ts'
import { countReports, countReportsBy, publishedRange } from '../store/reports.ts'
import { countPending } from '../store/sketches.ts'
import type { Library } from './open.ts'

/** What is in a library, in numbers. */
export interface Status {
  readonly reports: number
  readonly copies: number
  readonly incidents: number
  readonly events: number
  readonly statements: number
  readonly figures: number
  readonly positions: number
  readonly decisions: number
  /** Things that could not be added. */
  readonly refused: number
  /** Reports that were not yet compared with the others. */
  readonly pending: number
  /** First and last day of publication. */
  readonly published: { readonly first: string | null; readonly last: string | null }
  /** Reports by who published them, most first. */
  readonly publishers: readonly Count[]
  readonly languages: readonly Count[]
  readonly confidentiality: readonly Count[]
  /** Reports by the version of the rules that read them last. */
  readonly rules: readonly { readonly rules: string; readonly count: number }[]
}

interface Count {
  readonly value: string | null
  readonly count: number
}

export function libraryStatus({ db }: Library): Status {
  return {
    reports: countReports(db),
    copies: countCopies(db),
    incidents: countIncidents(db),
    events: countRecords(db, 'event'),
    statements: countRecords(db, 'statement'),
    figures: countRecords(db, 'figure'),
    positions: countRecords(db, 'position'),
    decisions: countDecisions(db),
    refused: listRefusals(db).length,
    pending: countPending(db),
    published: publishedRange(db),
    publishers: countReportsBy(db, 'publisher'),
    languages: countReportsBy(db, 'language'),
    confidentiality: countReportsBy(db, 'confidentiality'),
    rules: countByRules(db),
  }
}

/** What could not be added, by name. */
export function refusals({ db }: Library): readonly Refusal[] {
  return listRefusals(db)
}
