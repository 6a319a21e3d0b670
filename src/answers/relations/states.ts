import type { Library } from '../../library/open.ts'
import { listKnownNames, type NumberedName, namesOfKeys } from '../../store/dealings.ts'
import { listOffices, reportsOfCountry } from '../../store/offices.ts'
import { foldName } from '../../util/fold.ts'
import { countryOfKey, countryOfPlace } from '../countries.ts'
import { makeSightings } from '../positions/sightings.ts'
import { loadWords } from '../words/words.ts'

/** Parts of a state, by PLOVER sector. */
const STATE_SECTORS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG'])
/** Reports that say that somebody is in office. */
const IN_OFFICE: ReadonlySet<string> = new Set(['current', 'acting', 'deputy'])

/**
 * Numbers of names → the state that they act for: the country itself, its government, army, police, courts and parliament, its places ("visited
 * Lomé"), and whoever holds one of its offices. With `countries` only these are looked at.
 */
export function statesOfNames(library: Library, countries: readonly string[] | null): Map<number, string> {
  const states = new Map<number, string>()
  const add = (name: NumberedName, country: string | null) => {
    if (country !== null && (countries === null || countries.includes(country))) states.set(name.no, country)
  }
  for (const name of listKnownNames(library.db)) add(name, stateOf(name))
  for (const [key, country] of officeHolders(library, countries))
    for (const name of namesOfKeys(library.db, [key])) if (name.kind === 'person') add(name, country)
  return states
}

/** The state that a name acts for, as far as it can be told without a report. */
function stateOf({ key, name, kind }: NumberedName): string | null {
  if (key.startsWith('geonames:')) return kind === 'place' ? countryOfPlace(key, name) : null
  const country = countryOfKey(key)
  if (country === null || key.startsWith('country:')) return country
  const sector = /^[A-Z]{3}\/([A-Z]{3})$/.exec(key)?.[1]
  if (sector !== undefined) return STATE_SECTORS.has(sector) ? country : null
  if (kind === 'government') return country
  return kind === 'organization' && isStateBody(name) ? country : null
}

let words: RegExp | null = null

function isStateBody(name: string): boolean {
  words ??= new RegExp(
    `(?:^| )(?:${loadWords('state-bodies', ['word'])
      .map(({ word }) => foldName(word))
      .join('|')})(?: |$)`,
  )
  return words.test(foldName(name))
}

/** Keys of people in an office of a state → that state; of several the one that most reports have, so that one misreading moves nobody. */
function officeHolders({ db }: Library, countries: readonly string[] | null): Map<string, string> {
  const reports = countries === null ? null : [...new Set(countries.flatMap(country => reportsOfCountry(db, country)))]
  const counts = new Map<string, Map<string, number>>()
  for (const { row, country, status, office, body } of makeSightings(db, listOffices(db, {}, reports))) {
    if (country === null || row.holderKey === null || !IN_OFFICE.has(status) || !(office.isOfState || body === null)) continue
    const own = counts.get(row.holderKey) ?? new Map<string, number>()
    counts.set(row.holderKey, own.set(country, (own.get(country) ?? 0) + 1))
  }
  return new Map([...counts].map(([key, own]) => [key, mostTold(own)]))
}

/** The country with the highest count, of equal ones the first by its code. */
function mostTold(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best))[0]
}
