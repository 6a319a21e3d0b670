import type { PlaceAnswers } from '../../document/answers/places.ts'
import type { Language } from '../../document/language.ts'
import type { Entity, Mention } from '../../document/layers.ts'
import type { Gazetteer, GazetteerPlace, NameForm, PlaceKind } from '../../resource/gazetteer.ts'
import { nameForms } from '../written-name.ts'

/** A place that a name may mean. */
export interface Candidate {
  readonly place: number
  readonly info: GazetteerPlace
  /** How likely without the report, as a power of ten: roughly the size of the place and what it is. */
  readonly prior: number
  /** Rule that found it. */
  readonly rule: 'where/country-name' | 'where/demonym' | 'where/name' | 'where/seat' | 'where/spelled-alike'
  readonly as: NameForm
}

/** An entity that is a place, with the places that its names may mean. */
export interface Toponym {
  readonly entity: Entity
  /** Its names and adjectives, in reading order. */
  readonly mentions: readonly Mention[]
  readonly candidates: readonly Candidate[]
  /** Kinds that a noun in its own name tells ("Niger River"), or null. */
  readonly type: readonly PlaceKind[] | null
}

/** What a kind is worth beside its size: a report means the state before the river, and a capital before another town as big. */
const KIND_WORTH: Readonly<Record<PlaceKind, number>> = {
  country: 3,
  admin1: -0.4,
  admin2: -1.5,
  region: -0.5,
  sea: 0,
  river: 0,
  lake: 0,
  mountain: -0.5,
  island: 0,
  capital: 1.5,
  seat1: 0.5,
  seat2: 0.2,
  town: 0,
  quarter: -1,
  former: -1,
  point: -0.5,
}
const FORM_WORTH: Readonly<Record<NameForm, number>> = { main: 0, alternate: -1.2, abbreviation: -0.5, bare: -4 }
/** A city of 100,000 has names in other tongues that everybody knows ("Geneva"); those of a village are doubtful. */
const KNOWN_ABROAD = 5
const ALTERNATE_OF_CITY = -0.4
/** A place whose people nobody counted has some: at least so many (power of ten). */
const LEAST_SIZE: Readonly<Partial<Record<PlaceKind, number>>> = { admin1: 5, admin2: 4, region: 3.5 }
const TOWNS: ReadonlySet<PlaceKind> = new Set(['capital', 'seat1', 'seat2', 'town'])
const MOST_NAMES = 6

/** The places that the names of an entity may mean, the first of its names that means any deciding. */
export function findCandidates(
  entity: Entity,
  mentions: readonly Mention[],
  written: readonly string[],
  language: Language,
  gazetteer: Gazetteer,
): Toponym {
  for (const name of [...new Set([entity.name, ...written].flatMap(nameForms))].slice(0, MOST_NAMES)) {
    const found = ofName(name, language, gazetteer)
    if (found.candidates.length > 0) return { entity, mentions, ...found }
  }
  return { entity, mentions, candidates: [], type: null }
}

function ofName(name: string, language: Language, gazetteer: Gazetteer): Pick<Toponym, 'candidates' | 'type'> {
  // "East" alone is a direction, whatever districts are called so.
  if (language.places.parts.has(name.toLowerCase())) return { candidates: [], type: null }
  const seat = ofSeat(name, language, gazetteer)
  if (seat.length > 0) return { candidates: seat, type: null }
  const country = ofCountry(name, language, gazetteer)
  const people = country.length > 0 ? [] : ofDemonym(name, language, gazetteer)
  const candidates = weighSeats(unique([...country, ...people, ...relieve(named(name, gazetteer))]))
  if (candidates.length > 0) return { candidates, type: null }
  const cut = cutType(name, language.places)
  return cut ? { candidates: ofCut(cut, language, gazetteer), type: cut.type } : { candidates: [], type: null }
}

/** Names spelt a little otherwise, in the countries that the report is about. */
export function findAlike(name: string, countries: ReadonlySet<string>, gazetteer: Gazetteer): Candidate[] {
  const found = gazetteer.findAlike(name, countries).map(hit => candidate(hit.place, hit.as, 'where/spelled-alike', gazetteer))
  return unique(found.map(c => ({ ...c, prior: c.prior - 1 })))
}

/** "The Kremlin" is in Moscow, whatever place is called Kremlin elsewhere. */
function ofSeat(name: string, language: Language, gazetteer: Gazetteer): Candidate[] {
  return language.actors.find(name).flatMap(({ place, countries }) => {
    if (place === null) return []
    const found = named(place, gazetteer).filter(c => TOWNS.has(c.info.kind) && countries.includes(c.info.country ?? ''))
    return found
      .sort((a, b) => b.prior - a.prior)
      .slice(0, 1)
      .map(c => ({ ...c, rule: 'where/seat' as const }))
  })
}

function named(name: string, gazetteer: Gazetteer): Candidate[] {
  return gazetteer.find(name).map(hit => candidate(hit.place, hit.as, 'where/name', gazetteer))
}

/** A river's bare name needs no noun beside it where nothing else has that name: "the Orinoco". */
function relieve(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.every(c => c.as === 'bare') ? candidates.map(c => ({ ...c, prior: c.prior - FORM_WORTH.bare })) : candidates
}

/** A town that has a sixth of the people of its division of the same name is meant before it (New York), another after it (Quebec). */
const SIXTH = -0.8
const BEFORE = 0.3

function weighSeats(candidates: readonly Candidate[]): readonly Candidate[] {
  const divisions = new Map(candidates.flatMap(c => (c.info.kind === 'admin1' ? [[c.place, c] as const] : [])))
  const raised = new Map<number, number>()
  for (const town of candidates) {
    const division = divisions.get(town.info.admin1 ?? -1)
    if (!division || town === division || town.as !== 'main' || !TOWNS.has(town.info.kind)) continue
    const [winner, loser] = town.info.size - division.info.size >= SIXTH ? [town, division] : [division, town]
    raised.set(winner.place, Math.max(winner.prior, loser.prior + BEFORE, raised.get(winner.place) ?? -Infinity))
  }
  if (raised.size === 0) return candidates
  return candidates.map(c => ({ ...c, prior: raised.get(c.place) ?? c.prior })).sort((a, b) => b.prior - a.prior || a.place - b.place)
}

function ofCountry(name: string, language: Language, gazetteer: Gazetteer): Candidate[] {
  const found = language.countries.of(name)
  return found ? toCountries([found.iso3, ...found.others], 'where/country-name', gazetteer) : []
}

function ofDemonym(name: string, language: Language, gazetteer: Gazetteer): Candidate[] {
  const found = language.demonyms.of(name)
  if (!found) {
    const region = language.demonyms.region(name)
    return region === null ? [] : named(region, gazetteer).map(asDemonym)
  }
  if (found.place === null) return toCountries([found.iso3, ...found.others], 'where/demonym', gazetteer)
  const inside = named(found.place, gazetteer).flatMap(c => (c.info.country === found.iso3 ? [asDemonym(c)] : []))
  return inside.length > 0 ? inside : toCountries([found.iso3], 'where/demonym', gazetteer)
}

/** An adjective means its region before any town of that name. */
function asDemonym(found: Candidate): Candidate {
  return { ...found, rule: 'where/demonym', prior: found.prior + 3 }
}

function toCountries(codes: readonly string[], rule: Candidate['rule'], gazetteer: Gazetteer): Candidate[] {
  return codes.flatMap((iso3, i) => {
    const place = gazetteer.country(iso3)
    if (place === null) return []
    const found = candidate(place, 'main', rule, gazetteer)
    // The likelier of two countries of one name stands first.
    return [{ ...found, prior: found.prior - 0.7 * i }]
  })
}

interface Cut {
  readonly name: string
  readonly type: readonly PlaceKind[] | null
}

function ofCut({ name, type }: Cut, language: Language, gazetteer: Gazetteer): Candidate[] {
  const found = [
    ...ofCountry(name, language, gazetteer),
    ...gazetteer.find(name).map(h => candidate(h.place, h.as, 'where/name', gazetteer)),
  ]
  return unique(found).filter(c => c.as !== 'bare' || type?.includes(c.info.kind))
}

/** "Niger River" → Niger, a river; "Province of Soum"; "northern Gaza" → Gaza. */
function cutType(name: string, places: PlaceAnswers): Cut | null {
  const words = name.split(' ')
  if (words.length < 2 || words.length > 8) return null
  const lower = words.map(w => w.toLowerCase())
  const last = places.typeOf(lower[lower.length - 1] as string)
  if (last) return { name: words.slice(0, -1).join(' '), type: last }
  const first = places.typeOf(lower[0] as string)
  if (first) return { name: words.slice(places.genitives.has(lower[1] as string) && words.length > 2 ? 2 : 1).join(' '), type: first }
  return places.parts.has(lower[0] as string) ? { name: words.slice(1).join(' '), type: null } : null
}

function candidate(place: number, as: NameForm, rule: Candidate['rule'], gazetteer: Gazetteer): Candidate {
  const info = gazetteer.get(place)
  const size = Math.max(info.size, LEAST_SIZE[info.kind] ?? 2)
  const form = as === 'alternate' && info.size >= KNOWN_ABROAD ? ALTERNATE_OF_CITY : FORM_WORTH[as]
  return { place, info, as, rule, prior: size + KIND_WORTH[info.kind] + form }
}

/** One candidate a place, the best found. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<number, Candidate>()
  for (const c of candidates) {
    const known = best.get(c.place)
    if (!known || c.prior > known.prior) best.set(c.place, c)
  }
  return [...best.values()].sort((a, b) => b.prior - a.prior || a.place - b.place)
}
