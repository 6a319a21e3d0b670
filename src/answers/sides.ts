import type { Database } from '../store/database.ts'
import { countriesOfNamesakes, type NamesakeRow, namesCountry, reportsOfNamesakes } from '../store/doings.ts'
import { countCountries, type PartyRow, reportsOfCountry } from '../store/offices.ts'
import { splitRecordNumber } from '../store/records.ts'
import { findReportNumber } from '../store/reports.ts'
import { countryName, countryOfKey, countryOfPlace } from './countries.ts'

/** A state, or an organization or group that acts like one. */
export interface Side {
  /** ISO 3166-1 alpha-3 of a state, else the key of the entity. */
  readonly key: string
  readonly name: string
  /** "inferred" where the words of the record do not say it. */
  readonly basis: 'told' | 'inferred'
}

export function stateSide(country: string, basis: Side['basis']): Side {
  return { key: country, name: countryName(country), basis }
}

/** The state that somebody belongs to, or null. A place stands for the state that it lies in. */
export function stateOf({ key, name, kind }: Pick<PartyRow, 'key' | 'name' | 'kind'>): string | null {
  return countryOfKey(key) ?? (kind === 'place' || kind === 'country' ? countryOfPlace(key, name) : null)
}

/** Numbers of the reports that have anything to do with a country, those among them whose places are only known from other reports. */
export function reportsAbout(db: Database, country: string): number[] {
  return [...new Set([...reportsOfCountry(db, country), ...reportsOfNamesakes(db, country)])].sort((a, b) => a - b)
}

/** Reports that must agree on the country of a place before they overrule one that names no country, and how many times as many they must be. */
const LEAST_MOST = 3
const MANY_MORE = 3

/** Countries that a record names no more than by the places and people around it. */
export class Surroundings {
  readonly #db: Database
  readonly #places = new Map<string, string | null>()
  readonly #reports = new Map<number, readonly string[]>()
  readonly #known = new Map<string, readonly NamesakeRow[]>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The country of a place that has none of its own: that in which other reports find a place of this name. */
  ofPlace(key: string | null, name: string | null): string | null {
    if (key === null || name === null) return null
    const known = this.#places.get(name)
    if (known !== undefined) return known
    const found = countryOfPlace(key, name) ?? this.#namesakes(name)[0]?.country ?? null
    this.#places.set(name, found)
    return found
  }

  /**
   * Another place of the same name that is meant: where a report names no country, that of most reports that tell of a place of this name, as long as they
   * are many more than those that find it where this one does. Null where the place is the one meant.
   */
  namesake(report: string, country: string, name: string): NamesakeRow | null {
    const all = this.#namesakes(name)
    const [most] = all
    const own = all.find(each => each.country === country)?.reports ?? 0
    if (!most || most.country === country || most.reports < LEAST_MOST || most.reports < own * MANY_MORE) return null
    const no = findReportNumber(this.#db, report)
    return no === null || namesCountry(this.#db, no, country) ? null : most
  }

  #namesakes(name: string): readonly NamesakeRow[] {
    const known = this.#known.get(name) ?? countriesOfNamesakes(this.#db, name)
    this.#known.set(name, known)
    return known
  }

  /** Countries that the report of a record names, the one that it names most first. */
  ofReport(record: number): readonly string[] {
    const { report } = splitRecordNumber(record)
    const known = this.#reports.get(report)
    if (known) return known
    const found = countCountries(this.#db, [report]).map(({ country }) => country)
    this.#reports.set(report, found)
    return found
  }
}
