import type { ListedActor } from '../../document/answers/actors.ts'
import type { Language } from '../../document/language.ts'
import type { Entity } from '../../document/layers.ts'
import { type ActorLists, type ActorNameForm, isAcronym, type KnownActor } from '../../resource/actors.ts'
import { foldName } from '../../util/fold.ts'
import { nameForms } from '../written-name.ts'
import type { ReportCountries } from './company.ts'

/** An actor of a list that the entity may be. */
export interface Listed {
  readonly actor: KnownActor | ListedActor
  readonly score: number
  readonly as: ActorNameForm
  /** In the language's own list. */
  readonly own: boolean
}

/** What the lists say: one actor, several of equal weight, or none. */
export interface Verdict {
  readonly chosen: Listed | null
  readonly rivals: readonly Listed[]
}

const WORTH = {
  own: 2,
  longName: 1.5,
  sameKind: 0.5,
  company: 3,
  bend: 0.7,
  nowhere: 0.5,
  elsewhere: -1.5,
  ownElsewhere: -0.5,
  twoNames: 1,
} as const
/** Below this nothing speaks for an actor but a likeness of names. */
const LEAST = 1
/** The first of two must be so much better. */
const MARGIN = 0.8
const MOST_NAMES = 5
/** So many letters in capitals are hardly two bodies of fame. */
const TELLING = 4

/** Looks an entity up by its names and decides by kind, by length of the name and by the countries of the report. */
export function findListed(
  entity: Entity,
  names: readonly string[],
  day: string | null,
  company: ReportCountries,
  language: Language,
  lists: ActorLists,
): Verdict {
  const found = new Map<KnownActor, Listed & { readonly names: number }>()
  const asked = [...new Set([entity.name, ...names].flatMap(nameForms))].slice(0, MOST_NAMES)
  for (const name of asked) {
    const letters = isAcronym(name) ? ('acronym' as const) : ('full' as const)
    const own = language.actors.find(name).map(actor => ({ actor, as: letters, own: true }))
    const generic = isGeneric(name, language)
    const others = entity.kind === 'place' ? [] : lists.find(name).map(hit => ({ ...hit, own: false }))
    for (const { actor, as, own: isOwn } of [...own, ...others]) {
      if (!fits(entity, actor) || (as === 'surname' && (entity.name.includes(' ') || !isInOffice(actor, day)))) continue
      if (generic && !isOwn && !company.isMain(actor.countries)) continue
      const score = scoreOf(entity, name, actor, as, isOwn, company)
      const known = found.get(actor)
      if (!known) found.set(actor, { actor, as, own: isOwn, score, names: 1 })
      else found.set(actor, { ...known, score: Math.max(known.score, score), names: known.names + 1 })
    }
  }
  const ranked = [...found.values()]
    .map(({ names: hits, ...l }) => ({ ...l, score: l.score + (hits > 1 ? WORTH.twoNames : 0) }))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (!best || best.score < LEAST) return { chosen: null, rivals: [] }
  const others = ranked.slice(1)
  const rivals = others.filter(l => best.score - l.score < MARGIN && !isSame(best.actor, l.actor))
  if (rivals.length > 0) return { chosen: null, rivals: [best, ...rivals] }
  return { chosen: { ...best, actor: withIds(best.actor, others) }, rivals: [] }
}

/** A name that every state has a body of ("National Assembly") means that of the country which the report is most about. */
function isGeneric(name: string, language: Language): boolean {
  return OF_STATE.has(language.agents.of(name.toLowerCase())?.sector ?? '')
}

/** Sectors of bodies that every state has. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY'])

/** A person is none but a person, unless it is one word that the language lists as a seat or an international body ("the Kremlin", "Oxfam"). */
function fits(entity: Entity, actor: KnownActor | ListedActor): boolean {
  if ((entity.kind === 'person') === (actor.kind === 'person')) return true
  const isBody = ('place' in actor && actor.place !== null) || INTERNATIONAL.has(actor.sector ?? '')
  return entity.kind === 'person' && isBody && !entity.mentions.some(m => m.as === 'description' || /\s/.test(entity.name))
}

function scoreOf(entity: Entity, name: string, actor: KnownActor, as: ActorNameForm, own: boolean, company: ReportCountries): number {
  const near = company.best(actor.countries)
  const long = as === 'full' && foldName(name).includes(' ')
  const telling = as === 'full' || name.length >= TELLING
  const elsewhere = own && telling ? (long ? 0 : WORTH.ownElsewhere) : WORTH.elsewhere
  const where = actor.countries.length === 0 ? WORTH.nowhere : near > 0 ? WORTH.company * near ** WORTH.bend : elsewhere
  return (own ? WORTH.own : 0) + (long ? WORTH.longName : 0) + (actor.kind === entity.kind ? WORTH.sameKind : 0) + where
}

/** Two entries for one actor: alike in sector or name, and in no different countries. */
function isSame(a: KnownActor, b: KnownActor): boolean {
  if (a.kind === 'person') return a.wikidata !== null && a.wikidata === b.wikidata
  const near = a.countries.length === 0 || b.countries.length === 0 || a.countries.some(c => b.countries.includes(c))
  return (
    near &&
    (a.sector === b.sector || foldName(a.name) === foldName(b.name) || (INTERNATIONAL.has(a.sector ?? '') && b.countries.length === 0))
  )
}

/** Sectors that stand in place of a country. */
export const INTERNATIONAL: ReadonlySet<string> = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC'])

/** The actor with the ids of other entries for the same one. */
function withIds<A extends KnownActor>(actor: A, others: readonly Listed[]): A {
  const same = others.filter(o => isSame(actor, o.actor) && o.as !== 'surname')
  const wikidata = actor.wikidata ?? same.find(o => o.actor.wikidata)?.actor.wikidata ?? null
  const ucdp = actor.ucdp ?? same.find(o => o.actor.ucdp)?.actor.ucdp ?? null
  return { ...actor, wikidata, ucdp }
}

/** Does the person hold an office on that day, or the last known one where the day is unknown? */
export function isInOffice(actor: KnownActor, day: string | null): boolean {
  return actor.offices.some(o => (day === null ? o.end === null : (o.start === null || o.start <= day) && (o.end === null || o.end >= day)))
}
