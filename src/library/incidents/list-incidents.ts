import { type IncidentSummary, type Party, summariseAsKnown } from '../../reconcile/summary.ts'
import { keysOfNames } from '../../store/about.ts'
import { namesCalled } from '../../store/calls.ts'
import type { Database } from '../../store/database.ts'
import {
  countIncidentDays,
  findIncidents,
  type IncidentQuestion,
  type IncidentRow,
  listIncidents as list,
  type MapRow,
  mapIncidents,
  type TellingRow,
  tellingsIn,
} from '../../store/incidents.ts'
import { parseDay } from '../../util/calendar.ts'
import { GriotError } from '../../util/error.ts'
import { foldName } from '../../util/fold.ts'
import { type ActorClasses, actorClasses } from '../actors/actor-classes.ts'
import { findPlace, type Wanted } from '../asking/wanted.ts'
import type { Library } from '../open.ts'
import { StoreShelf } from './store-shelf.ts'

/** An incident with what the reports together say of it. */
export interface ListedIncident extends IncidentSummary {
  readonly id: string
}

/** An incident with who tells it, and why they are taken together. */
export interface ShownIncident extends ListedIncident {
  /** By day of publication. */
  readonly tellings: readonly ShownTelling[]
}

export interface ShownTelling {
  readonly report: string
  /** Whether it is what the report mainly tells. */
  readonly isMain: boolean
  /** Ids of the events of the reading that tell it. */
  readonly events: readonly string[]
  readonly score: number
  readonly because: string
}

/** What incidents are wanted. */
export type IncidentsWanted = Pick<Wanted, 'place' | 'actor' | 'from' | 'to' | 'types' | 'statuses' | 'asKnownOn'> & {
  readonly reports?: number
  /** Of these alone. */
  readonly ids?: readonly string[]
}

/** Incidents, the latest first; as known on a day where one is given: by what had been published then. */
export function listIncidents(
  library: Library,
  wanted: IncidentsWanted,
  most: number,
  skip = 0,
): { total: number; incidents: ListedIncident[] } {
  const { total, incidents } = list(library.db, toQuestion(library, wanted), most, skip)
  const { asKnownOn } = wanted
  const classes = actorClasses(library.db)
  const listed = incidents.map(row => (asKnownOn === undefined ? toListed(row) : asKnown(library, row, asKnownOn)))
  return { total, incidents: classes.isEmpty ? listed : listed.map(incident => withClasses(incident, classes)) }
}

/** The incident whose id begins so: "i:3f2a…". */
export function getIncident(library: Library, prefix: string): ShownIncident {
  const [first, second] = findIncidents(library.db, prefix, 2)
  if (!first || !/^i:[0-9a-f]+$/.test(prefix))
    throw new GriotError('no-such-incident', `${library.path} has no incident ${prefix}`, { hint: 'griot incidents lists them' })
  if (second && first.id !== prefix)
    throw new GriotError('ambiguous-incident', `${prefix} may be ${first.id} or ${second.id}`, { hint: 'Write more of its digits' })
  const incident = withClasses(toListed(first), actorClasses(library.db))
  return { ...incident, tellings: toShown(tellingsIn(library.db, first.id)) }
}

/** Incidents as a map needs them, the latest first. */
export function mapOf(library: Library, wanted: IncidentsWanted, most: number): MapRow[] {
  return mapIncidents(library.db, toQuestion(library, wanted), most)
}

/** How many incidents there are on each day. */
export function daysOfIncidents(library: Library, wanted: IncidentsWanted): { day: string | null; count: number }[] {
  return countIncidentDays(library.db, toQuestion(library, wanted))
}

function toQuestion(
  { db }: Library,
  { place, actor, from, to, types, statuses, asKnownOn, reports, ids }: IncidentsWanted,
): IncidentQuestion {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(types && { types }),
    ...(statuses && { statuses }),
    ...(reports !== undefined && { reports }),
    ...(ids && { ids }),
    ...(asKnownOn !== undefined && { knownOn: asKnownOn }),
    ...(place !== undefined && { place: { ...findPlace(db, place), name: place } }),
    ...(actor !== undefined && { actors: actorsNamed(db, actor) }),
  }
}

/** Keys and names that an incident may have of an actor, with those that analysts take for the same. */
function actorsNamed(db: Database, actor: string): string[] {
  const own = [actor, actor.toLowerCase(), `name:${foldName(actor)}`]
  const classes = actorClasses(db)
  if (classes.isEmpty) return own
  const keys = [...keysOfNames(db, namesCalled(db, actor)), ...classes.called(actor), actor]
  return [
    ...new Set([
      ...own,
      ...keys.filter(key => classes.keys(key).length > 1 || classes.name(key) !== null).flatMap(key => classes.keys(key)),
    ]),
  ]
}

/** Parties as analysts call them; those that they take for one are one. */
function withClasses(incident: ListedIncident, classes: ActorClasses): ListedIncident {
  return { ...incident, actors: joinParties(incident.actors, classes), recipients: joinParties(incident.recipients, classes) }
}

function joinParties(parties: readonly Party[], classes: ActorClasses): Party[] {
  const joined = new Map<string, Party>()
  for (const { key, name, reports } of parties) {
    const of = classes.of(key)
    const known = joined.get(of)
    // A report may name both: no more are counted than the one that more reports name.
    joined.set(of, { key: of, name: classes.name(key) ?? known?.name ?? name, reports: Math.max(reports, known?.reports ?? 0) })
  }
  return [...joined.values()]
}

function toListed({ id, summary }: IncidentRow): ListedIncident {
  return { id, ...(JSON.parse(summary) as IncidentSummary) }
}

/** The incident by the reports that had been published by a day. */
function asKnown({ db }: Library, row: IncidentRow, day: string): ListedIncident {
  const shelf = new StoreShelf(db)
  const reports = [...new Set(tellingsIn(db, row.id).map(telling => telling.report))]
  const sketches = reports.flatMap(report => shelf.sketch(report) ?? [])
  const events = new Set(tellingsIn(db, row.id).map(({ report, event }) => (event === 0 ? report : `${report}/v${event}`)))
  return { id: row.id, ...summariseAsKnown(sketches, events, parseDay(day) ?? 0) }
}

function toShown(rows: readonly TellingRow[]): ShownTelling[] {
  const shown: { report: string; isMain: boolean; events: string[]; score: number; because: string }[] = []
  for (const { report, event, score, because } of rows) {
    const last = shown.at(-1)
    const own = last?.report === report ? last : { report, isMain: false, events: [], score, because }
    if (own !== last) shown.push(own)
    if (event === 0) own.isMain = true
    else own.events.push(`v${event}`)
  }
  return shown
}
