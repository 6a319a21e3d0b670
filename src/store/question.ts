import type { ReportFilter } from './reports.ts'

/** A place that is asked for: in a country, in a division of one, or under a name. */
export interface PlaceWanted {
  /** ISO 3166-1 alpha-3. */
  readonly countries: readonly string[]
  readonly divisions: readonly { readonly country: string; readonly admin1: string }[]
  /** Numbers in `named`. */
  readonly names: readonly number[]
}

/** Which records are wanted; what is left out does not matter. Days as in ReportFilter; names are numbers in `named`. */
export interface RecordQuestion {
  /** Words that the report must have. */
  readonly words?: string | undefined
  readonly reports?: ReportFilter
  /** Numbers of the only reports that are looked at. */
  readonly only?: readonly number[]
  readonly place?: PlaceWanted | undefined
  /** Who has any part in it. */
  readonly actors?: readonly number[] | undefined
  /** Who says it or counts it. */
  readonly saidBy?: readonly number[] | undefined
  /** Values of columns. */
  readonly is?: Readonly<Record<string, readonly string[] | undefined>>
  /** A record without a time of its own counts by the day on which its report was published. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}
