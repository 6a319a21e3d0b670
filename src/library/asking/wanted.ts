import { loadGazetteer } from '../../resource/gazetteer.ts'
import { namesCalled } from '../../store/calls.ts'
import type { Database } from '../../store/database.ts'
import type { PlaceWanted, RecordQuestion } from '../../store/question.ts'
import { RECORD_TABLE_NAMES, type RecordTable } from '../../store/records.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { actorsCalled } from '../actors/find-actors.ts'

/** What somebody wants to know, in his own words. Days are ISO 8601. */
export interface Wanted {
  readonly words?: string
  /** A country, a division, a town; an ISO 3166-1 alpha-3 code. */
  readonly place?: string
  /** Who has a part in it. */
  readonly actor?: string
  /** Who says it or counts it. */
  readonly saidBy?: string
  readonly from?: string
  readonly to?: string
  /** PLOVER types of events. */
  readonly types?: readonly string[]
  readonly measures?: readonly string[]
  readonly statuses?: readonly string[]
  readonly acts?: readonly string[]
  readonly publishers?: readonly string[]
  readonly languages?: readonly string[]
  /** Only what had been published by then. */
  readonly asKnownOn?: string
  /** Only what came into the library after a report, or no later than one: numbers of reports. */
  readonly arrived?: { readonly after?: number; readonly upTo?: number }
}

/** What is wanted of reports alone. */
export function reportFilter({ publishers, languages, asKnownOn, arrived }: Wanted): ReportFilter {
  return {
    ...(publishers && { publishers }),
    ...(languages && { languages }),
    ...(asKnownOn !== undefined && { knownOn: asKnownOn }),
    ...arrived,
  }
}

/** What is wanted of the records of a table, names and places looked up. */
export function recordQuestion(db: Database, table: RecordTable, wanted: Wanted): RecordQuestion {
  const { words, place, actor, saidBy, from, to, types, measures, statuses, acts } = wanted
  const is = {
    event: { type: types, status: statuses },
    figure: { measure: measures },
    statement: { act: acts },
    position: { status: statuses },
  }
  return {
    ...(words !== undefined && { words }),
    reports: reportFilter(wanted),
    ...(place !== undefined && { place: findPlace(db, place) }),
    ...(actor !== undefined && { actors: actorsCalled(db, actor) }),
    ...(saidBy !== undefined && { saidBy: actorsCalled(db, saidBy) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    is: is[table],
  }
}

/** The tables that a question of records can be about: a type is one of events, a measure one of figures. */
export function tablesAsked({ types, measures, acts, saidBy, place, actor }: Wanted): readonly RecordTable[] {
  if (types) return ['event']
  if (measures) return ['figure']
  if (acts) return ['statement']
  if (saidBy !== undefined) return ['statement', 'figure', 'event']
  if (place !== undefined) return ['event', 'figure', 'statement']
  return actor === undefined ? [] : RECORD_TABLE_NAMES
}

/** Everything that a name of a place may stand for: a country, divisions of countries, and places that reports call so. */
export function findPlace(db: Database, name: string): PlaceWanted {
  const gazetteer = loadGazetteer()
  const countries = new Set<string>()
  const divisions: { country: string; admin1: string }[] = []
  const code = name.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(code) && gazetteer.country(code) !== null) countries.add(code)
  for (const { place, as } of gazetteer.find(name)) {
    if (as !== 'main' && as !== 'alternate') continue
    const { kind, country } = gazetteer.get(place)
    if (country === null) continue
    const admin1 = kind === 'admin1' ? gazetteer.codes(place)?.name : undefined
    if (kind === 'country') countries.add(country)
    else if (admin1 !== undefined) divisions.push({ country, admin1 })
  }
  return { countries: [...countries], divisions, names: countries.size > 0 ? [] : namesCalled(db, name) }
}
