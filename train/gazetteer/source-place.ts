import type { NameForm, PlaceKind } from '../../src/resource/gazetteer.ts'
import { placeKey } from '../../src/resource/place-names.ts'

/** A place as a source has it. */
export interface SourcePlace {
  readonly kind: PlaceKind
  readonly name: string
  readonly names: ReadonlyMap<string, NameForm>
  readonly lat: number
  readonly lon: number
  /** ISO 3166-1 alpha-3, '' where in none or several. */
  iso3: string
  /** GeoNames code of the first-level division: "ML.04". */
  readonly admin1: string
  /** GeoNames code of the second-level division: "ML.04.405". */
  readonly admin2: string
  /** People, or what stands for them; 0 where unknown. */
  population: number
  readonly geonames: number
  readonly pcode: string
  readonly iso3166_2: string
}

/** Words of other languages and scripts, codes and sentences are no names that a report in Latin letters uses. */
const LATIN_KEY = /^[a-z0-9][a-z0-9 &]*$/
const CODE = /^[A-Z]{2,4}$|\d/

/** Collects names under their keys; the strongest form of a key stays. */
export class NameSet {
  readonly names = new Map<string, NameForm>()

  main(name: string): void {
    this.#add(name, 'main', 2)
  }
  alternates(names: readonly string[]): void {
    for (const name of names) if (!CODE.test(name) && name.split(' ').length <= 5) this.#add(name, 'alternate', 3)
  }
  as(form: NameForm, names: readonly string[]): void {
    for (const name of names) this.#add(name, form, 2)
  }
  #add(name: string, form: NameForm, least: number): void {
    const key = placeKey(name)
    if (key.length < least || key.length > 60 || !LATIN_KEY.test(key)) return
    if (form === 'main' || !this.names.has(key)) this.names.set(key, form)
  }
}

/** Words around the proper part of a division's name: "Province du Soum", "Mopti Region". */
const AFTER =
  / (?:region|province|district|county|state|department|prefecture|governorate|oblast|raion|rayon|regency|municipality|division|circle|parish|canton|commune|territory|special region|autonomous region)$/
const BEFORE =
  /^(?:region|province|department|departement|prefecture|cercle|district|wilaya|wilayat|provincia|estado|departamento|gobernacion|municipio|governorate|muhafazat|oblast|commune|state|county|regione|kabupaten|sous prefecture)(?: (?:of|de la|de l|du|des|de|d|della|del|dos|do|da))? /

/** The proper part of a division's name as a key, or null where there is nothing to cut. */
export function properPart(name: string): string | null {
  const key = placeKey(name)
  const bare = key.replace(AFTER, '').replace(BEFORE, '')
  return bare !== key && bare.length >= 3 ? bare : null
}
