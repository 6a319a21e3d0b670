import type { Strand } from '../reconcile/series/strand.ts'
import { judgeFigures } from '../reconcile/series/strand.ts'
import type { FigureTold } from '../reconcile/series/told.ts'
import { type EventType, scaleOf } from '../record/vocab/plover.ts'
import type { EventTold } from '../store/about.ts'
import { daysBetween } from '../util/calendar.ts'
import { foldName } from '../util/fold.ts'
import { pushTo } from '../util/group.ts'
import type { Told } from './told.ts'

/** How many fell victim: figures with their parts, and the number to count within its bounds. */
export interface Toll extends Pick<Strand, 'marks' | 'amount' | 'notes'> {
  readonly figures: readonly FigureTold[]
}

/** One kind of thing that happened on one day, by all the reports that tell it: a part of an incident. */
export interface Happening {
  /** PLOVER type, and the mode that most tell. */
  readonly type: EventType
  readonly mode: string | null
  /** As the last report has it. */
  readonly status: string
  readonly incident: string | null
  /** ISO 8601; the day of the first report where no report tells another. */
  readonly day: string
  readonly isDayTold: boolean
  /** All its days, as the first report that tells any has them; either end may be open. */
  readonly days: { readonly start: string | null; readonly end: string | null }
  readonly place: HappeningPlace | null
  /** By day of publication and id. */
  readonly events: readonly EventTold[]
  readonly killed: Toll | null
  readonly injured: Toll | null
  /** The higher, the graver: see `gravityOf`. */
  readonly gravity: number
}

export interface HappeningPlace {
  readonly key: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string | null
}

/** Events that happened, and apart from them those that did not, or not yet. */
function standOf(status: string): string {
  return status === 'occurred' || status === 'ongoing' ? 'real' : status
}

/** What happened, the latest first and on one day the gravest first. */
export function listHappenings({ events, figures, eventOf }: Told): Happening[] {
  const tolls = new Map<number, FigureTold[]>()
  for (const figure of figures) {
    const event = eventOf.get(figure.id)
    if (event !== undefined) pushTo(tolls, event, figure)
  }
  const groups = new Map<string, EventTold[]>()
  for (const event of events) pushTo(groups, `${event.incident ?? event.report} ${event.type} ${standOf(event.status)}`, event)
  const parts = [...groups.values()].flatMap(splitByDay)
  return parts
    .map(part => toHappening(part, tolls))
    .sort((a, b) => compare(b.day, a.day) || b.gravity - a.gravity || compare(idOf(a), idOf(b)))
}

function idOf({ events }: Happening): string {
  const [first] = events
  return `${first?.report} ${first?.no}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Events of an incident by the days that they tell; those that tell none join the nearest day before their report, else the day of the report. */
function splitByDay(events: readonly EventTold[]): EventTold[][] {
  const days = new Map<string, EventTold[]>()
  for (const event of events) {
    const day = event.timeStart ?? event.timeEnd
    if (day !== null) pushTo(days, day, event)
  }
  const told = [...days.keys()].sort()
  for (const event of events) {
    if (event.timeStart ?? event.timeEnd) continue
    const published = event.published ?? ''
    pushTo(days, told.findLast(day => day <= published && isNear(day, published)) ?? `reported ${published}`, event)
  }
  return [...days.values()]
}

/** Days after which a report without a day is no longer taken to tell of a day that others gave. */
const RETOLD_DAYS = 7

function isNear(day: string, published: string): boolean {
  return daysBetween(day, published) <= RETOLD_DAYS
}

function toHappening(part: readonly EventTold[], tolls: ReadonlyMap<number, readonly FigureTold[]>): Happening {
  const events =
    part.length === 1
      ? part
      : [...part].sort((a, b) => compare(a.published ?? '', b.published ?? '') || compare(a.report, b.report) || a.no - b.no)
  const first = events[0] as EventTold
  const type = first.type as EventType
  const mode = events.length === 1 ? first.mode : commonest(events.flatMap(event => event.mode ?? []))
  const day = events.find(event => event.timeStart ?? event.timeEnd)
  const [killed, injured] = (['killed', 'injured'] as const).map(measure => tollOf(events, tolls, measure)) as [Toll | null, Toll | null]
  return {
    type,
    mode,
    status: events.at(-1)?.status ?? first.status,
    incident: first.incident,
    day: day?.timeStart ?? day?.timeEnd ?? first.published ?? '',
    isDayTold: day !== undefined,
    days: day ? { start: day.timeStart, end: day.timeEnd } : { start: first.published, end: first.published },
    place: placeOf(events),
    events,
    killed,
    injured,
    gravity: gravityOf(type, mode, killed, injured, new Set(events.map(event => event.publisher)).size),
  }
}

/**
 * How grave: the strength of the event on PLOVER's scale in either direction, plus three for each tenfold of the dead and one for each tenfold of the
 * injured, plus one for each doubling of the publishers that tell it. An order to list in, no measure.
 */
function gravityOf(type: EventType, mode: string | null, killed: Toll | null, injured: Toll | null, publishers: number): number {
  const strength = Math.abs(scaleOf(type, mode)) * (scaleOf(type, mode) < 0 ? 1 : 0.6)
  return strength + 3 * Math.log10(1 + (killed?.amount?.best ?? 0)) + Math.log10(1 + (injured?.amount?.best ?? 0)) + Math.log2(publishers)
}

function tollOf(events: readonly EventTold[], tolls: ReadonlyMap<number, readonly FigureTold[]>, measure: string): Toll | null {
  const figures = events
    .flatMap(event => tolls.get(event.no) ?? [])
    .filter(({ figure }) => figure.measure === measure && figure.unit === 'person' && figure.value !== null && figure.kind !== 'stock')
  if (figures.length === 0) return null
  const judged = judgeFigures(figures, null)
  return judged.amount === null ? null : { figures, ...judged }
}

/** The narrowest place that most reports give; one that is not in the gazetteer is still better than a whole country. */
function placeOf(events: readonly EventTold[]): HappeningPlace | null {
  const [only] = events
  if (only && events.length === 1) return only.placeKey === null ? null : toPlace(only, [only.placeName as string])
  const rank = ({ placePrecision }: EventTold) =>
    placePrecision === 'country' || placePrecision === 'region' ? 2 : placePrecision === 'admin1' ? 1 : 0
  const placed = events.filter(event => event.placeKey !== null)
  const narrowest = Math.min(...placed.map(rank))
  const best = placed.filter(event => rank(event) === narrowest)
  // "Cinkassé" is what "the market of Cinkassé" speaks of too: the name that most of the names hold.
  const counts = new Map<string, number>()
  for (const event of best) counts.set(event.placeName as string, (counts.get(event.placeName as string) ?? 0) + 1)
  const folded = [...counts].map(([name, count]) => ({ name, count, words: ` ${foldName(name)} ` }))
  const votes = new Map(
    folded.map(({ name, words }) => [name, folded.reduce((sum, other) => sum + (other.words.includes(words) ? other.count : 0), 0)]),
  )
  const votesOf = (event: EventTold) => votes.get(event.placeName as string) ?? 0
  const found = best.reduce<EventTold | null>((top, event) => (top === null || votesOf(event) > votesOf(top) ? event : top), null)
  if (!found) return null
  const key = found.placeKey as string
  const names = best.filter(event => event.placeKey === key).map(event => event.placeName as string)
  return toPlace(found, names)
}

function toPlace({ placeKey, lat, lon, placePrecision }: EventTold, names: readonly string[]): HappeningPlace {
  return { key: placeKey as string, name: writtenName(names), lat, lon, precision: placePrecision }
}

/** The name as most write it; one that stands in capitals, as datelines have it, in small letters. */
export function writtenName(names: readonly string[]): string {
  const name = commonest(names.filter(each => each !== each.toUpperCase())) ?? names[0] ?? ''
  return name === name.toUpperCase() ? name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, letter => letter.toUpperCase()) : name
}

/** The value that comes most often, of several the first. */
function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | null = null
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) as number)) best = value
  return best
}
