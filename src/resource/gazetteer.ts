import { loadModel, type Model } from './model.ts'
import { type NameHit, openNameIndex } from './name-index.ts'
import { editDistance, packed, placeKey, soundHash, spelling } from './place-names.ts'

/** What a place is, roughly from the widest to the narrowest; a place keeps the position of its kind in this list. */
export const PLACE_KINDS = [
  'country',
  'admin1',
  'admin2',
  'region',
  'sea',
  'river',
  'lake',
  'mountain',
  'island',
  'capital',
  'seat1',
  'seat2',
  'town',
  'quarter',
  'former',
  'point',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** How a name belongs to a place: its own, another one, short for it, or only with a word that tells the kind ("Niger" of the river). */
export const NAME_FORMS = ['main', 'alternate', 'abbreviation', 'bare'] as const
export type NameForm = (typeof NAME_FORMS)[number]

/** A place that has a name. */
export interface PlaceHit {
  readonly place: number
  readonly as: NameForm
}

/** A place of the gazetteer; coordinates in degrees. */
export interface GazetteerPlace {
  readonly kind: PlaceKind
  readonly lat: number
  readonly lon: number
  /** ISO 3166-1 alpha-3; null at sea and across borders. */
  readonly country: string | null
  /** Number of its first-level division, itself for one; null where there is none. */
  readonly admin1: number | null
  /** Common logarithm of the number of people, 0 where unknown; regions and waters have what their rank is worth. */
  readonly size: number
  /** GeoNames id, null where there is none. */
  readonly geonames: string | null
}

/** Names and codes of a country, division or region. */
export interface PlaceCodes {
  readonly name: string
  readonly pcode: string | null
  readonly iso3166_2: string | null
}

/** Places by name. Nothing is read out of the packed arrays before it is asked for. */
export interface Gazetteer {
  /** Places with this name, at most 400, those with the name as their own first. */
  find(name: string): readonly PlaceHit[]
  /** Places in these countries (ISO 3166-1 alpha-3) with a name that is written a little otherwise. */
  findAlike(name: string, countries: ReadonlySet<string>): readonly PlaceHit[]
  get(place: number): GazetteerPlace
  /** Codes of a country, division or region; null for towns. */
  codes(place: number): PlaceCodes | null
  /** The place of a country by its ISO 3166-1 alpha-3 code, or null. */
  country(iso3: string): number | null
}

/** No country, no division, no id. */
export const NO_COUNTRY = 255
export const NO_ADMIN = 65535

/** Shorter names are never matched loosely: too many are alike. */
const LEAST_LOOSE = 5
const MOST_LOOSE = 50

const folder = new URL('../../data/gazetteer/', import.meta.url)
let loaded: Gazetteer | null = null

/** The gazetteer that comes with Griot, read once when first asked for. */
export function loadGazetteer(): Gazetteer {
  loaded ??= openGazetteer(loadModel(folder, 'places'))
  return loaded
}

/**
 * A gazetteer from its packed arrays.
 *   keys …      the list of names, see `openNameIndex`; a number is a place, a form one of NAME_FORMS
 *   alikeHash,  `soundHash` of a key (in order) → number of the key
 *   alikeKey
 *   lat, lon    1e-4 degrees;  kind, country, size (log10 × 25), admin1, geonames: one entry a place
 *   codes       "name\tpcode\tiso3166_2" of the first places (countries, divisions, regions), from `codeStarts`
 */
function openGazetteer(model: Model): Gazetteer {
  const names = openNameIndex(model)
  const alikeHash = model.numbers('alikeHash', 'u32')
  const alikeKey = model.numbers('alikeKey', 'u32')
  const lat = model.numbers('lat', 'i32')
  const lon = model.numbers('lon', 'i32')
  const kind = model.numbers('kind', 'u8')
  const country = model.numbers('country', 'u8')
  const size = model.numbers('size', 'u8')
  const admin1 = model.numbers('admin1', 'u16')
  const geonames = model.numbers('geonames', 'u32')
  const codeBytes = model.numbers('codes', 'u8')
  const codeStarts = model.numbers('codeStarts', 'u32')
  const countries = model.head.countries as readonly string[]
  /** Places are in the order countries, first-level divisions, others: divisions begin here. */
  const firstAdmin1 = countries.length
  const countryIndex = new Map(countries.map((iso3, i) => [iso3, i]))
  const decoder = new TextDecoder()

  const toHit = ({ number, form }: NameHit): PlaceHit => ({ place: number, as: NAME_FORMS[form] ?? 'alternate' })
  const findAlike: Gazetteer['findAlike'] = (name, within) => {
    const key = placeKey(name)
    const asked = packed(key)
    if (asked.length < LEAST_LOOSE || asked.length > 40) return []
    const limit = asked.length < 8 ? 1 : 2
    const heard = spelling(key)
    let best = limit
    let hits: PlaceHit[] = []
    for (let length = asked.length - limit; length <= asked.length + limit; length++) {
      const hash = soundHash(key, length)
      for (let at = lowerBound(alikeHash, hash); alikeHash[at] === hash; at++) {
        const found = names.at(alikeKey[at] as number)
        const distance = found ? editDistance(heard, spelling(found.key), best) : limit + 1
        if (!found || distance > best) continue
        const near = found.hits().filter(h => within.has(countries[country[h.number] as number] ?? ''))
        if (near.length === 0) continue
        hits = distance < best ? near.map(toHit) : [...hits, ...near.map(toHit)]
        best = distance
      }
    }
    return hits.slice(0, MOST_LOOSE)
  }

  return {
    find: name => names.find(placeKey(name)).map(toHit),
    findAlike,
    get(place) {
      const admin = admin1[place] as number
      const id = geonames[place] as number
      return {
        kind: PLACE_KINDS[kind[place] as number] ?? 'point',
        lat: (lat[place] as number) / 1e4,
        lon: (lon[place] as number) / 1e4,
        country: countries[country[place] as number] ?? null,
        admin1: admin === NO_ADMIN ? null : firstAdmin1 + admin,
        size: (size[place] as number) / 25,
        geonames: id === 0 ? null : String(id),
      }
    },
    codes(place) {
      if (place + 1 >= codeStarts.length) return null
      const [name = '', pcode = '', iso = ''] = decoder.decode(codeBytes.subarray(codeStarts[place], codeStarts[place + 1])).split('\t')
      return { name, pcode: pcode || null, iso3166_2: iso || null }
    },
    country: iso3 => countryIndex.get(iso3) ?? null,
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((sorted[mid] as number) < value) low = mid + 1
    else high = mid
  }
  return low
}
