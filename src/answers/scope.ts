import { findPlace } from '../library/asking/wanted.ts'
import type { Library } from '../library/open.ts'
import { allReportNumbers, keysOfNames, listReportsTold, type ReportTold, reportsAbout } from '../store/about.ts'
import type { PlaceWanted } from '../store/question.ts'

/** What an answer is about: reports, and of their records those that lie where they should. */
export interface Scope {
  /** ISO 3166-1 alpha-3; null where no country was asked for. */
  readonly country: string | null
  /** Is it about a part of a country, or a place, alone? */
  readonly isPart: boolean
  /** By day of publication and id. */
  readonly reports: readonly ReportTold[]
  holds(place: PlaceOf): boolean
}

/** Where a record lies, as its row has it. */
export interface PlaceOf {
  readonly country: string | null
  readonly admin1: string | null
  readonly placeKey: string | null
}

/** The reports about a country, or about a place, or all of them. A record that says no country is where its report is. */
export function openScope({ db }: Library, country: string | null, place: string | undefined): Scope {
  const wanted = place === undefined ? null : findPlace(db, place)
  const within = country ?? (wanted?.countries.length === 1 ? (wanted.countries[0] as string) : null)
  const numbers = within === null ? allReportNumbers(db) : reportsAbout(db, within)
  const isWhole = wanted === null || (within !== null && wanted.countries.includes(within))
  const inPlace = isWhole ? null : placeTest(db, wanted)
  return {
    country: within,
    isPart: !isWhole,
    reports: listReportsTold(db, numbers),
    holds: at => (within === null || at.country === null || at.country === within) && (inPlace?.(at) ?? true),
  }
}

function placeTest(db: Library['db'], { countries, divisions, names }: PlaceWanted): (at: PlaceOf) => boolean {
  const keys = new Set(keysOfNames(db, names))
  return ({ country, admin1, placeKey }) =>
    (country !== null && countries.includes(country)) ||
    divisions.some(each => each.country === country && each.admin1 === admin1) ||
    (placeKey !== null && keys.has(placeKey))
}
