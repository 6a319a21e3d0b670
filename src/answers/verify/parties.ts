import { holdsPlace, type PlaceFacts } from '../../reconcile/series/told.ts'
import type { EntityRecord } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { Span } from '../../record/span.ts'
import { foldName } from '../../util/fold.ts'
import type { Match } from './finding.ts'
import { within } from './text-index.ts'
import { sentenceAt, type Told } from './told.ts'

/** Somebody, or some place, as it can be compared across texts. */
export interface Party {
  readonly label: string
  readonly key: string
  /** All that it is called, folded. */
  readonly names: ReadonlySet<string>
  readonly isNamed: boolean
  readonly isPerson: boolean
  /** What it is: government, army, rebels; null where nobody says. */
  readonly sector: string | null
  /** Is it some countries or bodies that the text does not name, as "the two countries"? */
  readonly isOpen: boolean
  /** The country that it is, governs or speaks for. */
  readonly state: string | null
  readonly place: PlaceFacts | null
}

/** Sectors that act in the name of their state. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL'])

/** An entity of a text; made once for each. */
export function partyOf(told: Told, entity: EntityRecord): Party {
  const known = made.get(entity)
  if (known) return known
  const party = makeParty(told, entity)
  made.set(entity, party)
  return party
}

const made = new WeakMap<EntityRecord, Party>()

function makeParty(told: Told, entity: EntityRecord): Party {
  const { text } = told.reading.report
  const key = entityKey(entity)
  const called = entity.mentions.filter(({ as, span }) => (as === 'name' || as === 'description') && span[1] - span[0] < 80)
  const country = entity.ref?.country ?? null
  const speaks = entity.kind === 'country' || entity.kind === 'government' || (entity.sector !== null && OF_STATE.has(entity.sector))
  const { place } = entity
  return {
    label: entity.name,
    key,
    names: namesOf(told, entity.place !== null, [entity.name, ...called.map(({ span }) => text.slice(...span))]),
    isNamed: entity.mentions.some(({ as }) => as === 'name'),
    isPerson: entity.kind === 'person',
    sector: entity.sector,
    isOpen: entity.kind === 'country' && country === null,
    state: speaks ? country : null,
    place: place && {
      key,
      name: entity.name,
      country: place.country,
      admin1: place.admin1,
      precision: place.precision,
      lat: place.lat,
      lon: place.lon,
    },
  }
}

/** The entities of a text with these ids. */
export function partiesOf(told: Told, ids: readonly (string | null)[]): Party[] {
  return ids.flatMap(id => {
    const entity = id === null ? undefined : told.entities.get(id)
    return entity ? [partyOf(told, entity)] : []
  })
}

/** Those of them that it names, adjectives of countries included. */
export function namedIn(told: Told, span: Span): ReadonlySet<string> {
  const mentions = within(told.index.mentions, span).filter(({ mention: { as } }) => as === 'name' || as === 'adjective')
  return new Set(mentions.map(({ entity }) => partyOf(told, entity).key))
}

/** Everybody and every place that a stretch of text mentions, pronouns included. */
export function partiesIn(told: Told, span: Span): Party[] {
  const found = new Map(within(told.index.mentions, span).map(({ no, entity }) => [no, entity]))
  return [...found].sort(([a], [b]) => a - b).map(([, entity]) => partyOf(told, entity))
}

/** What somebody is called, folded; a place also without the noun for its kind: "Sagaing" of "the Sagaing region". */
function namesOf({ language }: Told, isPlace: boolean, called: readonly string[]): Set<string> {
  const names = new Set(called.map(foldParty).filter(name => name !== ''))
  if (!isPlace) return names
  const isKind = (word: string | undefined) => word !== undefined && language.mentions.placeClasses.has(word)
  for (const name of [...names]) {
    const words = name.split(' ')
    if (words.length > 1 && isKind(words.at(-1))) names.add(words.slice(0, -1).join(' '))
  }
  return names
}

/** Numbers and words of two letters or less do not tell anybody apart. */
function foldParty(name: string): string {
  return foldName(name)
    .split(' ')
    .filter(word => !/^\d/.test(word))
    .map(word => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word))
    .join(' ')
}

/** Are they the same, or does one speak for the other? */
export function isSame(a: Party, b: Party): boolean {
  if (a.key === b.key) return true
  if (a.state !== null && a.state === b.state && !(a.isPerson && b.isPerson)) return true
  if (a.place && b.place && isState(a.place) !== isState(b.place) && a.place.country === b.place.country) return true
  for (const x of a.names) for (const y of b.names) if (x === y || isPartOfName(x, y, a, b) || isPartOfName(y, x, b, a)) return true
  return false
}

function isOfState({ isNamed, sector }: Party): boolean {
  return !isNamed && sector !== null && OF_STATE.has(sector)
}

/** A country stands for its capital and its towns for it where somebody acts: "Paris", "France". */
function isState(place: PlaceFacts): boolean {
  return place.precision === 'country'
}

/** "mensavi" of "yao mensavi", "police" of "police in togo": all words of the short one, and for a person the last. */
function isPartOfName(short: string, long: string, a: Party, b: Party): boolean {
  // A bare name that nobody knows may be a person's: "the release of Kpodar".
  if (a.isNamed && b.isNamed && !(isMaybePerson(a) && isMaybePerson(b))) return false
  // "The army" is no "Liberation Army" of rebels.
  if (a.isNamed !== b.isNamed && (isOfState(a) || isOfState(b)) && a.sector !== b.sector) return false
  const [few, many] = [short.split(' '), long.split(' ')]
  if (few.length >= many.length || !few.every(word => many.includes(word))) return false
  return a.isPerson && a.isNamed ? few.at(-1) === many.at(-1) : few.some(word => word.length > 2)
}

function isMaybePerson({ isPerson, place, state, sector }: Party): boolean {
  return isPerson || (place === null && state === null && sector === null)
}

/** Claimed parties against those of the text: each must be there. */
export function matchParties(claimed: readonly Party[], told: readonly Party[]): Match {
  if (claimed.length === 0 || told.length === 0) return 'open'
  const missing = claimed.filter(party => !told.some(other => isSame(party, other)))
  if (missing.length === 0) return 'same'
  // "The attackers" may be "the gunmen"; only a name tells that somebody is another one.
  const mayBe = (party: Party) => told.some(other => other.isOpen || (!party.isNamed && !other.isNamed))
  return missing.every(mayBe) ? 'open' : 'different'
}

/** Who is claimed to have done it: where the text does not say who did, somebody with a name must at least stand in the same sentence. */
export function matchActors(claimed: readonly Party[], told: readonly Party[], nearby: readonly Party[]): Match {
  const named = claimed.filter(party => party.isNamed || party.state !== null)
  if (told.length > 0 || named.length === 0) return matchParties(claimed, told)
  return matchParties(named, nearby) === 'same' ? 'open' : 'different'
}

/** Who and what stands around something that is told: in its sentence, around that, and whom the sentence names. */
export interface Surroundings {
  readonly nearby: readonly Party[]
  readonly around: readonly Party[]
  readonly named: ReadonlySet<string>
}

/**
 * A claimed place against those that a text gives. A claim of a country is borne out by what happened in a town of it, not the other way round.
 * `nearby`: who and what the sentence mentions, `around` what stands around it; only places with a name tell that something happened elsewhere.
 */
export function matchPlace(claimed: Party | null, told: readonly Party[], { nearby, around, named }: Surroundings): Match {
  if (!claimed) return 'open'
  if ([...told, ...nearby].some(party => holdsParty(claimed, party))) return 'same'
  const given = told.filter(party => (party.isNamed ? named.has(party.key) : isWide(party) && nearby.includes(party)))
  // What is told of a country is not told of one of its towns.
  if (given.length > 0) return 'different'
  const stated = nearby.filter(party => named.has(party.key) && party.place !== null && party.state === null)
  const isElsewhere = stated.length > 0 && !stated.some(party => holdsParty(party, claimed))
  return !isElsewhere && around.some(party => isSame(party, claimed)) ? 'open' : 'different'
}

/** "The south of the country" */
function isWide({ place }: Party): boolean {
  return place !== null && (place.precision === 'country' || place.precision === 'admin1')
}

/** Is it the same, or a place in it? */
export function holdsParty(outer: Party, inner: Party): boolean {
  if (outer.key === inner.key || [...outer.names].some(name => inner.names.has(name))) return true
  return outer.place !== null && inner.place !== null && holdsPlace(outer.place, inner.place)
}

/**
 * Everybody and every place from which a sentence may have what it does not say itself: its paragraph, the first two of the text, and the
 * country that it is about.
 */
export function partiesAround(told: Told, span: Span): readonly Party[] {
  const paragraph = told.sentences[sentenceAt(told, span)]?.paragraph ?? 0
  const known = around.get(told) ?? new Map<number, readonly Party[]>()
  around.set(told, known)
  const found = known.get(paragraph) ?? listAround(told, paragraph)
  known.set(paragraph, found)
  return found
}

const around = new WeakMap<Told, Map<number, readonly Party[]>>()

function listAround(told: Told, paragraph: number): Party[] {
  const country = mainCountry(told)
  const spans = [...new Set([0, 1, paragraph])].flatMap(number => {
    const span = told.index.paragraphs.get(number)
    return span ? [span] : []
  })
  return [...spans.flatMap(span => partiesIn(told, span)), ...(country === null ? [] : [stateParty(country)])]
}

/** The country that a text is about, as somebody who can be compared; null where it is about none. */
export function countryParty(told: Told): Party | null {
  const country = mainCountry(told)
  return country === null ? null : stateParty(country)
}

function stateParty(country: string): Party {
  const key = `country:${country}`
  return { label: country, key, names: new Set(), isNamed: true, isPerson: false, sector: null, isOpen: false, state: country, place: null }
}

/** The country that a text is mostly about: the one that is named first or most, ISO 3166-1 alpha-3. */
export function mainCountry(told: Told): string | null {
  const known = countries.get(told)
  if (known !== undefined) return known
  const found = countMentions(told)
  countries.set(told, found)
  return found
}

const countries = new WeakMap<Told, string | null>()

function countMentions({ reading }: Told): string | null {
  const counts = new Map<string, number>()
  let first = Number.POSITIVE_INFINITY
  let opening: string | null = null
  for (const { ref, place, mentions } of reading.entities) {
    const country = ref?.country ?? place?.country
    if (!country) continue
    counts.set(country, (counts.get(country) ?? 0) + mentions.length)
    const start = Math.min(...mentions.map(({ span }) => span[0]))
    if (start < first) [first, opening] = [start, country]
  }
  const [top] = [...counts].sort(([a, m], [b, n]) => n - m || Number(b === opening) - Number(a === opening))
  if (!top) return null
  return top[1] >= 2 * (counts.get(opening ?? '') ?? 0) ? top[0] : opening
}

/** Somebody of whom nothing but the name is known. */
export function partyNamed(name: string): Party {
  const folded = foldName(name)
  return {
    label: name,
    key: `name:${folded}`,
    names: new Set([folded]),
    isNamed: true,
    isPerson: false,
    sector: null,
    isOpen: false,
    state: null,
    place: null,
  }
}
