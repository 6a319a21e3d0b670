import type { Entity, Mention } from '../../document/layers.ts'
import type { Trail, Why } from '../../document/trail.ts'
import { ENTITY_KINDS, type EntityKind, type EntityRecord } from '../../record/entity.ts'
import type { Span } from '../../record/span.ts'
import { SECTORS, type Sector } from '../../record/vocab/sectors.ts'
import type { KnownActor } from '../../resource/actors.ts'
import type { ReportCountries } from './company.ts'
import type { Described, FromCountry } from './described.ts'
import { INTERNATIONAL, isInOffice, type Listed, type Verdict } from './listed.ts'

type Ref = NonNullable<EntityRecord['ref']>

const RULES = { full: 'who/listed', acronym: 'who/acronym', surname: 'who/surname' } as const
/** How often such a look-up is right. */
const SURENESS = { full: 0.9, acronym: 0.8, surname: 0.6 } as const
/** A country that a body's own name begins with is its country only for bodies of a state. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY', 'PTY', 'OPP'])

/** Puts together what the lists and the words say of an entity; the words have the say on what a person is today. */
export function identify(
  entity: Entity,
  names: readonly Mention[],
  verdict: Verdict,
  described: Described | null,
  fromCountry: FromCountry | null,
  day: string | null,
  company: ReportCountries,
): Entity {
  const spans = names.slice(0, 3).map(m => m.span)
  const listed = verdict.chosen
  const why: Why | null = listed && { rule: RULES[listed.as], spans }
  const sector = sectorOf(entity, listed, described, day, why) ?? stateSector(described, fromCountry)
  const kind = kindOf(entity, listed, described, why)
  const country = countryOf(listed, fromCountry, sector?.value ?? null, company, why)
  const ids: Ref = {
    ...(listed?.actor.wikidata && { wikidata: listed.actor.wikidata }),
    ...(listed?.actor.ucdp && { ucdp: listed.actor.ucdp }),
    ...(country && { country: country.value }),
  }
  const ref = Object.keys(ids).length > 0 ? { ...(kind ? null : entity.ref), ...ids } : entity.ref
  const refWhy = why ?? country?.why
  const ambiguous = verdict.rivals.length > 0
  return {
    ...entity,
    kind: kind?.value ?? entity.kind,
    ref,
    sector: sector?.value ?? entity.sector,
    // What looked like a place is a body, and the place of that name elsewhere: only a seat is where it was put.
    ...(kind && entity.kind === 'place' && !isSeat(listed) && { place: null, candidates: [], not: {} }),
    ...(ambiguous && { candidates: candidatesOf(verdict.rivals) }),
    confidence: listed ? Math.min(entity.confidence, SURENESS[listed.as]) : entity.confidence,
    from: {
      ...(kind && entity.kind === 'place' && !isSeat(listed) ? withoutPlace(entity.from) : entity.from),
      ...(refWhy && ref && { ref: country && country.why !== refWhy ? { ...refWhy, because: [country.why] } : refWhy }),
      ...(sector && { sector: sector.why }),
      ...(kind && { kind: kind.why }),
    },
    ...(ambiguous && { not: { ...entity.not, ref: { rule: 'who/ambiguous', spans, says: describeRivals(entity.name, verdict.rivals) } } }),
  }
}

function withoutPlace({ place: _, ...from }: Trail): Trail {
  return from
}

function isSeat(listed: Listed | null): boolean {
  return listed !== null && 'place' in listed.actor && listed.actor.place !== null
}

interface Filled<T> {
  readonly value: T
  readonly why: Why
}

function sectorOf(
  entity: Entity,
  listed: Listed | null,
  described: Described | null,
  day: string | null,
  why: Why | null,
): Filled<Sector> | null {
  const said = described?.agent.sector ? { value: described.agent.sector, why: { rule: described.rule, spans: [described.span] } } : null
  if (entity.kind === 'person' && listed?.actor.kind !== 'person' && listed?.actor.sector && isSector(listed.actor.sector) && why)
    return { value: listed.actor.sector, why }
  if (entity.kind === 'person') return said ?? (listed && officeSector(listed.actor, day, why))
  const known = listed?.actor.sector
  return known && isSector(known) && why ? { value: known, why } : said
}

/** "Malian leaders": of the government. */
function stateSector(described: Described | null, from: FromCountry | null): Filled<Sector> | null {
  if (!described?.agent.ofState || from === null || from.rule === 'who/people') return null
  return { value: 'GOV', why: { rule: 'who/state-leader', spans: [described.span, from.span] } }
}

/** Sectors that a noun alone gives to those of bodies of no state as well: "official", "commander", "gunman". */
const LIKE_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'UAF'])

/** The entity with sector and country of the body or person that it is of, where it has none of its own. */
export function takeFrom(entity: Entity, owner: Entity, span: Span): Entity {
  const why: Why = { rule: 'who/of-body', spans: [span] }
  // A "Houthi negotiator" or "Red Cross official" is the body's, whatever offices states have.
  const ofNoState = owner.kind === 'armed-group' || INTERNATIONAL.has(owner.sector ?? '')
  const taken = ofNoState && owner.sector !== null && LIKE_STATE.has(entity.sector ?? '')
  const sector = taken ? owner.sector : (entity.sector ?? owner.sector)
  const country = entity.ref?.country ?? (sector !== null && INTERNATIONAL.has(sector) ? undefined : owner.ref?.country)
  const newCountry = country !== undefined && country !== entity.ref?.country
  return {
    ...entity,
    sector,
    ref: newCountry ? { ...entity.ref, country } : entity.ref,
    from: { ...entity.from, ...(sector !== entity.sector && { sector: why }), ...(newCountry && { ref: why }) },
  }
}

/** In office on the day: of the government; known to have left it: of the elite. */
function officeSector(actor: KnownActor, day: string | null, why: Why | null): Filled<Sector> | null {
  const because = why ? [why] : []
  const office: Why = { rule: 'who/office', spans: why?.spans ?? [], because }
  if (isInOffice(actor, day)) return { value: 'GOV', why: office }
  const left = day !== null && actor.offices.length > 0 && actor.offices.every(o => o.end !== null && o.end < day)
  return left ? { value: 'ELI', why: office } : null
}

function kindOf(entity: Entity, listed: Listed | null, described: Described | null, why: Why | null): Filled<EntityKind> | null {
  const body = described?.rule === 'who/noun-in-name' ? described.agent.kind : null
  if (entity.kind === 'person' && listed && listed.actor.kind !== 'person' && isKind(listed.actor.kind) && why)
    return { value: listed.actor.kind, why }
  if (entity.kind === 'person') return body && described ? { value: body, why: { rule: described.rule, spans: [described.span] } } : null
  const known = listed?.actor.kind
  if (known && isKind(known) && why) return known === entity.kind ? null : { value: known, why }
  if (entity.kind !== 'organization' || body === null || body === 'organization' || !described) return null
  return { value: body, why: { rule: described.rule, spans: [described.span] } }
}

function countryOf(
  listed: Listed | null,
  from: FromCountry | null,
  sector: Sector | null,
  company: ReportCountries,
  why: Why | null,
): Filled<string> | null {
  if (sector !== null && INTERNATIONAL.has(sector)) return null
  const said = from && { value: from.iso3, why: { rule: from.rule, spans: [from.span] } }
  const known = listed ? mainCountry(listed.actor, company) : null
  if (known && why) return { value: known, why }
  return said && (said.why.rule !== 'who/country-in-name' || OF_STATE.has(sector ?? '')) ? said : null
}

/** Of the countries of an actor the one that the report is most about, else its first. */
function mainCountry(actor: KnownActor, company: ReportCountries): string | null {
  let best = actor.countries[0] ?? null
  for (const iso3 of actor.countries) if (best !== null && company.share(iso3) > company.share(best)) best = iso3
  return best
}

function candidatesOf(rivals: readonly Listed[]): EntityRecord['candidates'] {
  return rivals.slice(0, 5).map(({ actor }) => ({
    ref: {
      ...(actor.countries[0] && { country: actor.countries[0] }),
      ...(actor.wikidata && { wikidata: actor.wikidata }),
      ...(actor.ucdp && { ucdp: actor.ucdp }),
    },
    place: null,
    confidence: Math.round((100 * 0.8) / rivals.length) / 100,
  }))
}

function describeRivals(name: string, rivals: readonly Listed[]): string {
  const each = rivals.slice(0, 4).map(({ actor }) => `${actor.name}${actor.countries[0] ? ` (${actor.countries[0]})` : ''}`)
  return `${name} is the name of several: ${each.join('; ')}`
}

function isSector(word: string): word is Sector {
  return (SECTORS as readonly string[]).includes(word)
}

function isKind(word: string): word is EntityKind {
  return (ENTITY_KINDS as readonly string[]).includes(word)
}
