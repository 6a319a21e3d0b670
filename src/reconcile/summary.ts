import type { EventStatus } from '../record/event.ts'
import { formatDay } from '../util/calendar.ts'
import { countOrigins } from './copies/origins.ts'
import { kilometres } from './kilometres.ts'
import type { Sketch, Telling, TellingPlace } from './sketch.ts'
import { NEAR, supportPlaces } from './support.ts'
import { type Victims, victimsOf } from './victims.ts'

/** What the reports together say of a happening. */
export interface IncidentSummary {
  /** PLOVER type; null where no report has an event of it. */
  readonly type: string | null
  readonly acled: { readonly event: string; readonly subEvent: string } | null
  /** Headline of its first report that has one. */
  readonly title: string | null
  readonly place: TellingPlace | null
  /** ISO 3166-1 alpha-3 */
  readonly country: string | null
  /** The day that most independent reports give it, and the first and the last day that any report states for it within a week of that. */
  readonly day: string | null
  /** Whether a report ties the day to it, or only names it, or says none: then it is the day of the first report. */
  readonly dayBasis: 'stated' | 'named' | 'inferred' | null
  readonly start: string | null
  readonly end: string | null
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly killed: Victims | null
  readonly injured: Victims | null
  /** What the reports said of whether it took place, by day of publication. */
  readonly lifecycle: readonly Stage[]
  /** What the last report says of it. */
  readonly status: EventStatus
  /** Reports that tell it, copies too. */
  readonly reports: number
  /** How many of them are independent of each other. */
  readonly origins: number
  /** Days of the first and the last report. */
  readonly firstReported: string | null
  readonly lastReported: string | null
}

export interface Party {
  readonly key: string
  readonly name: string
  /** Reports that name it, copies not counted. */
  readonly reports: number
}

export interface Stage {
  readonly status: EventStatus
  readonly reported: string | null
  readonly report: string
}

/** Days around the likeliest day within which other stated days count as its beginning or end. */
const SPAN = 7
const PARTIES = 10

/** Puts together what tellings say; each report counts once, copies not at all but in the number of reports. */
export function summarise(tellings: readonly Telling[], sketches: readonly Sketch[], origins: number): IncidentSummary {
  const order = [...tellings].sort((a, b) => (a.published ?? 1e9) - (b.published ?? 1e9) || (a.id < b.id ? -1 : 1))
  const days = sketches.flatMap(sketch => sketch.published ?? []).sort((a, b) => a - b)
  const lifecycle = stagesOf(order)
  const place = placeOf(order)
  return {
    type: commonest(order.flatMap(({ type, isMain }) => (type ? { key: type, value: type, weight: isMain ? 2 : 1 } : []))),
    acled: acledOf(order),
    title: order.map(telling => sketches.find(sketch => sketch.id === telling.report)?.title).find(title => title) ?? null,
    place,
    country: place?.country ?? commonest(order.flatMap(({ country }) => (country ? { key: country, value: country, weight: 1 } : []))),
    ...daysOf(order),
    actors: partiesOf(order, 'actor'),
    recipients: partiesOf(order, 'recipient'),
    killed: victimsOf(order, 'killed'),
    injured: victimsOf(order, 'injured'),
    lifecycle,
    status: lifecycle.at(-1)?.status ?? 'occurred',
    reports: sketches.length,
    origins,
    firstReported: days[0] === undefined ? null : formatDay(days[0]),
    lastReported: days.length === 0 ? null : formatDay(days.at(-1) as number),
  }
}

/** The place that most reports give: first where, those near each other counted together, then which of those. */
function placeOf(tellings: readonly Telling[]): TellingPlace | null {
  const votes = tellings.flatMap(({ places }) =>
    places.map((place, i) => ({ key: place.key, place, weight: PRECISION[place.precision] / (1 + i) })),
  )
  const counted = [...Map.groupBy(votes, ({ key }) => key).values()].map(group => ({
    ...(group[0] as (typeof votes)[number]),
    weight: group.reduce((sum, { weight }) => sum + weight, 0),
  }))
  const places = supportPlaces(counted)
  const where = commonest(places.map(({ key, place, support }) => ({ key, value: place, weight: support })))
  const near = where ? places.filter(({ place }) => kilometres(where, place) <= NEAR) : []
  return commonest(near.map(({ key, place, weight }) => ({ key, value: place, weight })))
}

const PRECISION = { point: 1, city: 1, admin2: 0.6, admin1: 0.3, region: 0.1, country: 0 } as const

interface Vote<T> {
  readonly key: string
  readonly value: T
  readonly weight: number
}

/** The value with the most votes; of two the lower key. */
function commonest<T>(votes: readonly Vote<T>[]): T | null {
  const sums = new Map<string, { value: T; sum: number }>()
  for (const { key, value, weight } of votes)
    sums.set(key, { value: sums.get(key)?.value ?? value, sum: (sums.get(key)?.sum ?? 0) + weight })
  return [...sums].sort(([a, x], [b, y]) => y.sum - x.sum || (a < b ? -1 : 1))[0]?.[1].value ?? null
}

function acledOf(tellings: readonly Telling[]): IncidentSummary['acled'] {
  const found = commonest(tellings.flatMap(({ acled }) => (acled ? { key: acled.join('/'), value: acled, weight: 1 } : [])))
  return found ? { event: found[0], subEvent: found[1] } : null
}

/** The likeliest day is none after the first report of what took place; a day that reports only name counts a quarter of one tied to the event. */
function daysOf(tellings: readonly Telling[]): Pick<IncidentSummary, 'day' | 'dayBasis' | 'start' | 'end'> {
  const isDone = tellings.some(({ status }) => status === 'occurred' || status === 'ongoing')
  const last = isDone ? Math.min(...tellings.map(({ published }) => published ?? Number.POSITIVE_INFINITY)) : Number.POSITIVE_INFINITY
  const votes = tellings.flatMap(({ day, days }) => [
    ...(day ? [{ day: day.first, weight: day.stated ? 2 : 1 }] : []),
    ...days.map(named => ({ day: named, weight: 0.5 })),
  ])
  const day = commonest(votes.filter(vote => vote.day <= last).map(({ day, weight }) => ({ key: formatDay(day), value: day, weight })))
  if (day === null) {
    const first = isDone && Number.isFinite(last) ? formatDay(last) : null
    return { day: first, dayBasis: first === null ? null : 'inferred', start: null, end: null }
  }
  const stated = tellings.flatMap(telling => (telling.day?.stated ? [telling.day.first, telling.day.last] : []))
  const near = stated.filter(one => Math.abs(one - day) <= SPAN && one <= last)
  const dayBasis = stated.includes(day) ? 'stated' : 'named'
  return { day: formatDay(day), dayBasis, start: formatDay(Math.min(day, ...near)), end: formatDay(Math.max(day, ...near)) }
}

function partiesOf(tellings: readonly Telling[], role: 'actor' | 'recipient'): Party[] {
  const found = new Map<string, { name: string; reports: Set<string> }>()
  for (const { report, parties } of tellings)
    for (const party of parties) {
      if (party.role !== role) continue
      const known = found.get(party.key) ?? { name: party.name, reports: new Set() }
      found.set(party.key, known)
      known.reports.add(report)
    }
  const listed = [...found].map(([key, { name, reports }]) => ({ key, name, reports: reports.size }))
  return listed.sort((a, b) => b.reports - a.reports || (a.key < b.key ? -1 : 1)).slice(0, PARTIES)
}

/** Changes of what is said, each with the first report that says so. */
function stagesOf(tellings: readonly Telling[]): Stage[] {
  const stages: Stage[] = []
  for (const { status, published, report } of tellings)
    if (stages.at(-1)?.status !== status) stages.push({ status, reported: published === null ? null : formatDay(published), report })
  return stages
}

/** The same by what had been published on a day; `events` are the tellings of the incident: "<report>/v3", "<report>" for what it mainly tells. */
export function summariseAsKnown(sketches: readonly Sketch[], events: ReadonlySet<string>, day: number): IncidentSummary {
  const known = sketches.filter(({ published }) => published !== null && published <= day)
  const tellings = known.flatMap(sketch =>
    sketch.tellings.filter(
      ({ isMain, report, events: own }) => (isMain && events.has(report)) || own.some(id => events.has(`${report}/${id}`)),
    ),
  )
  return summarise(
    tellings,
    known,
    countOrigins(
      known,
      report => sketches.find(({ textHash }) => textHash === sketches.find(one => one.id === report)?.textHash)?.id ?? report,
    ),
  )
}
