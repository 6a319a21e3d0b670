import { type Gazetteer, loadGazetteer } from '../resource/gazetteer.ts'
import { GriotError } from '../util/error.ts'

/** The ISO 3166-1 alpha-3 code of a country that is called so, or has this code; null where none is. */
export function findCountry(text: string): string | null {
  const gazetteer = loadGazetteer()
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(code) && gazetteer.country(code) !== null) return code
  const place = countryCalled(gazetteer, text)
  return place === null ? null : gazetteer.get(place).country
}

function countryCalled(gazetteer: Gazetteer, name: string): number | null {
  const hit = gazetteer.find(name).find(({ place, as }) => (as === 'main' || as === 'alternate') && gazetteer.get(place).kind === 'country')
  return hit?.place ?? null
}

/** As `findCountry`, for a question that needs one. */
export function getCountry(text: string): string {
  const country = findCountry(text)
  if (country !== null) return country
  throw new GriotError('no-such-country', `No country is called "${text}"`, { hint: 'Give its English name or its ISO 3166-1 code: BFA' })
}

/** The English name of a country, its code where it has none. */
export function countryName(iso3: string): string {
  const gazetteer = loadGazetteer()
  const place = gazetteer.country(iso3)
  return (place === null ? null : gazetteer.codes(place)?.name) ?? iso3
}

/** Countries as reports call them; where they do so in several ways, as the gazetteer does if that is one of them. */
export function countryNames(names: Iterable<{ readonly key: string; readonly name: string }>): (iso3: string) => string {
  const called = new Map<string, string>()
  for (const { key, name } of names) {
    const iso3 = /^country:([A-Z]{3})$/.exec(key)?.[1]
    if (iso3 === undefined) continue
    const known = called.get(iso3)
    if (known === undefined || name === countryName(iso3) || (known !== countryName(iso3) && name < known)) called.set(iso3, name)
  }
  return iso3 => called.get(iso3) ?? countryName(iso3)
}

/** The country in the key of an entity; null where it tells none. "country:TGO", "TGO/MIL", "name:edem kpodar@TGO". */
export function countryOfKey(key: string): string | null {
  return /^country:([A-Z]{3})$/.exec(key)?.[1] ?? /^([A-Z]{3})\/[A-Z]{3}$/.exec(key)?.[1] ?? /@([A-Z]{3})$/.exec(key)?.[1] ?? null
}

/** The country that a place with a GeoNames id lies in, by its name; null where it cannot be told. */
export function countryOfPlace(key: string, name: string): string | null {
  const id = /^geonames:(\d+)$/.exec(key)?.[1]
  if (id === undefined) return null
  const gazetteer = loadGazetteer()
  for (const { place } of gazetteer.find(name)) {
    const { geonames, country } = gazetteer.get(place)
    if (geonames === id) return country
  }
  return null
}
