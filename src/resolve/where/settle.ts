import type { Language } from '../../document/language.ts'
import type { Entity } from '../../document/layers.ts'
import type { Trail, Why } from '../../document/trail.ts'
import type { EntityRecord } from '../../record/entity.ts'
import type { Gazetteer, PlaceKind } from '../../resource/gazetteer.ts'
import { confidenceOf, type Judged } from './choose.ts'
import { kilometres, liesIn } from './geography.ts'
import type { Candidate, Toponym } from './toponym.ts'

type Place = NonNullable<EntityRecord['place']>
type Ref = NonNullable<EntityRecord['ref']>

const PRECISION: Readonly<Record<PlaceKind, Place['precision']>> = {
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  region: 'region',
  sea: 'region',
  river: 'region',
  lake: 'region',
  mountain: 'region',
  island: 'region',
  capital: 'city',
  seat1: 'city',
  seat2: 'city',
  town: 'city',
  quarter: 'city',
  former: 'city',
  point: 'point',
}

/** Closer in score than this, two places are of equal weight. */
const EQUAL = 0.15
/** Beside other places, one in a country of its own that nothing speaks for must be a town of 50,000 (power of ten). */
const LEAST_ALONE = 4.7
const SMALL: ReadonlySet<PlaceKind> = new Set(['admin2', 'seat2', 'town', 'quarter', 'former', 'point', 'mountain', 'island'])
/** An area and a place within so many kilometres of its point are one for a map. */
const AREA_REACH = 200
const NEAR = 50
/** So many other places make a company. */
const COMPANY = 2
/** Below this the other candidates are shown. */
const SURE = 0.85
const MOST_SHOWN = 5

/** The entity with the place that was chosen, or with the reason why none was; `placed` counts the toponyms of the report that any place is named after. */
export function settle(
  toponym: Toponym,
  judged: readonly Judged[],
  placed: number,
  found: Pick<Why, 'spans'>,
  language: Language,
  gazetteer: Gazetteer,
): Entity {
  const { entity } = toponym
  const [best, ...others] = preferWider(judged)
  if (!best) return refuse(entity, { rule: 'where/unknown', spans: found.spans, says: `no place named ${entity.name} is known` })
  const describe = (j: Judged) => describeCandidate(j.candidate, gazetteer)
  const candidates = judged.slice(0, MOST_SHOWN).map(j => ({
    ref: refOf(j.candidate, language, gazetteer),
    place: placeOf(j.candidate, gazetteer),
    confidence: round(j.odds),
  }))
  const rival = others.find(j => isApart(j.candidate, best.candidate))
  if (rival && best.score - rival.score < EQUAL) {
    const says = `two candidates of equal weight: ${describe(best)}; ${describe(rival)}`
    return { ...refuse(entity, { rule: 'where/equal-weight', spans: found.spans, says }), candidates }
  }
  const { rule, info } = best.candidate
  if (best.alone && rule === 'where/name' && SMALL.has(info.kind) && info.size < LEAST_ALONE && placed > COMPANY) {
    const says = `nothing in the report speaks for ${describe(best)}`
    return { ...refuse(entity, { rule: 'where/far-fetched', spans: found.spans, says }), candidates }
  }
  const why: Why = { rule: best.candidate.rule, spans: found.spans, ...(best.why.length > 0 && { because: best.why }) }
  const kind = best.candidate.info.kind === 'country' ? 'country' : 'place'
  const confidence = round(sureness(best, placed) * confidenceOf(judged))
  const ref = { ...entity.ref, ...refOf(best.candidate, language, gazetteer) }
  const identified = Object.keys(ref).length > 0
  const from: Trail = {
    ...entity.from,
    place: why,
    ref: why,
    ...(kind !== entity.kind && { kind: { rule: 'where/kind', spans: found.spans } }),
  }
  return {
    ...entity,
    kind,
    ref: identified ? ref : null,
    place: placeOf(best.candidate, gazetteer),
    candidates: confidence < SURE && others.length > 0 ? candidates : [],
    confidence: Math.min(entity.confidence, confidence),
    from,
  }
}

/** Of two places of equal weight one of which lies in the other, the wider: no precision that the text does not give. */
function preferWider(judged: readonly Judged[]): readonly Judged[] {
  const [first, second] = judged
  return first && second && first.score - second.score < EQUAL && liesIn(first.candidate, second.candidate)
    ? [second, first, ...judged.slice(2)]
    : judged
}

/** Are two places different for a map? */
function isApart(a: Candidate, b: Candidate): boolean {
  if (liesIn(a, b) || liesIn(b, a)) return false
  // Parts of one river stand apart in the gazetteer.
  if (a.info.kind === 'river' && b.info.kind === 'river') return false
  const area = a.info.kind === 'admin1' || b.info.kind === 'admin1'
  return kilometres(a.info, b.info) > (area && a.info.country === b.info.country ? AREA_REACH : NEAR)
}

function refuse(entity: Entity, why: Why): Entity {
  return { ...entity, not: { ...entity.not, place: why } }
}

/** How often the only place of a name is the one that is meant: a village may have a namesake that nobody listed. */
function sureness({ candidate: { rule, info }, alone }: Judged, placed: number): number {
  if (rule === 'where/spelled-alike') return 0.7
  if (rule !== 'where/name') return 0.98
  if (alone && placed > COMPANY && info.size < 6) return 0.6
  return info.size >= 4 || info.kind === 'admin1' ? 0.95 : 0.85
}

function placeOf({ info }: Candidate, gazetteer: Gazetteer): Place {
  return {
    lat: info.lat,
    lon: info.lon,
    country: info.country,
    admin1: info.admin1 === null ? null : (gazetteer.codes(info.admin1)?.name ?? null),
    precision: PRECISION[info.kind],
  }
}

function refOf({ place, info }: Candidate, language: Language, gazetteer: Gazetteer): Ref {
  const codes = gazetteer.codes(place)
  const wikidata = info.kind === 'country' && info.country !== null ? language.countries.wikidataOf(info.country) : null
  return {
    ...(info.country !== null && { country: info.country }),
    ...(wikidata !== null && { wikidata }),
    ...(info.geonames !== null && { geonames: info.geonames }),
    ...(codes?.pcode && { pcode: codes.pcode }),
    ...(codes?.iso3166_2 && { iso3166_2: codes.iso3166_2 }),
  }
}

/** "town in Ségou, MLI": for people. */
function describeCandidate({ info }: Candidate, gazetteer: Gazetteer): string {
  const admin1 = info.admin1 === null ? null : (gazetteer.codes(info.admin1)?.name ?? null)
  const where = [admin1, info.country].filter(part => part !== null).join(', ')
  const point = `${info.lat.toFixed(2)}, ${info.lon.toFixed(2)}`
  return `${info.kind}${where ? ` in ${where}` : ''} (${point})`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
