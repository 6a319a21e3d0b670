import { holdsPlace, type PlaceFacts } from '../../reconcile/series/told.ts'
import type { EntityRecord } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { Span } from '../../record/span.ts'
import { foldName } from '../../util/fold.ts'
import type { Match } from './finding.ts'
import { holds, type Told } from './told.ts'

/** Somebody, or some place, as it can be compared across texts. */
export interface Party {
  readonly label: string
  readonly key: string
  /** All that it is called, folded. */
  readonly names: ReadonlySet<string>
  readonly isNamed: boolean
  readonly isPerson: boolean
  /** Is it some countries or bodies that the text does not name, as "the two countries"? */
  readonly isOpen: boolean
  /** The country that it is, governs or speaks for. */
  readonly state: string | null
  readonly place: PlaceFacts | null
}

/** Sectors that act in the name of their state. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL'])

/** An entity of a text. */
export function partyOf(told: Told, entity: EntityRecord): Party {
  const { text } = told.reading.report
  const key = entityKey(entity)
  const called = entity.mentions.filter(({ as, span }) => (as === 'name' || as === 'description') && span[1] - span[0] < 80)
  const country = entity.ref?.country ?? null
  const speaks = entity.kind === 'country' || entity.kind === 'government' || (entity.sector !== null && OF_STATE.has(entity.sector))
  const { place } = entity
  return {
    label: entity.name,
    key,
    names: new Set([entity.name, ...called.map(({ span }) => text.slice(...span))].map(foldParty).filter(name => name !== '')),
    isNamed: entity.mentions.some(({ as }) => as === 'name'),
    isPerson: entity.kind === 'person',
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

/** Everybody and every place that a stretch of text mentions, pronouns included. */
export function partiesIn(told: Told, span: Span): Party[] {
  return told.reading.entities
    .filter(entity => entity.mentions.some(mention => holds(span, mention.span)))
    .map(entity => partyOf(told, entity))
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

/** A country stands for its capital and its towns for it where somebody acts: "Paris", "France". */
function isState(place: PlaceFacts): boolean {
  return place.precision === 'country'
}

/** "mensavi" of "yao mensavi", "police" of "police in togo": all words of the short one, and for a person the last. */
function isPartOfName(short: string, long: string, a: Party, b: Party): boolean {
  if (a.isNamed && b.isNamed && !(a.isPerson && b.isPerson)) return false
  const [few, many] = [short.split(' '), long.split(' ')]
  if (few.length >= many.length || !few.every(word => many.includes(word))) return false
  return a.isPerson && a.isNamed ? few.at(-1) === many.at(-1) : few.some(word => word.length > 2)
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

/** A claimed place against those that a text gives. A claim of a country is borne out by what happened in a town of it, not the other way round. */
export function matchPlace(claimed: Party | null, told: readonly Party[], nearby: readonly Party[], anywhere: readonly Party[]): Match {
  if (!claimed) return 'open'
  if ([...told, ...nearby].some(party => holdsParty(claimed, party))) return 'same'
  const isTold = told.some(party => nearby.some(other => other.key === party.key))
  const isMentioned = anywhere.some(party => isSame(party, claimed))
  const isWider = told.some(party => holdsParty(party, claimed))
  return told.length === 0 || !isTold || isWider ? (isMentioned ? 'open' : 'different') : 'different'
}

function holdsParty(outer: Party, inner: Party): boolean {
  if (outer.key === inner.key || [...outer.names].some(name => inner.names.has(name))) return true
  return outer.place !== null && inner.place !== null && holdsPlace(outer.place, inner.place)
}
