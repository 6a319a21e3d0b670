import type { EntityRecord } from '../../record/entity.ts'
import type { EventRecord } from '../../record/event.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans } from '../../record/span.ts'
import type { EventType } from '../../record/vocab/plover.ts'
import { parseDay } from '../../util/calendar.ts'
import { pushTo } from '../../util/group.ts'
import { kilometres } from '../kilometres.ts'

/** Events of one report about one happening. */
export interface Happening {
  readonly isMain: boolean
  readonly type: EventType | null
  readonly events: readonly EventRecord[]
}

/** What happens to people and in the street makes a report; words about it follow. Types that are not named weigh 1. */
const TYPE_WEIGHTS: Partial<Record<EventType, number>> = { ASSAULT: 3, PROTEST: 2, MOBILIZE: 1.5, COERCE: 1.5 }
/** Characters after which what is told weighs half as much as at the head. */
const HALF = 600
/** Farther apart than this two places of one report are two places. */
const APART = 50

/** How much what stands there counts for what the report is about. */
export function leadWeight(position: number): number {
  return HALF / (HALF + position)
}

/**
 * The happenings that a report tells: the one that it is mainly about, with all that is not told as something else; then those that it gives
 * both another day or another town, by day and place.
 */
export function findHappenings(reading: ReadingRecord): Happening[] {
  const { events } = reading
  const type = mainType(events)
  const places = new Map(reading.entities.filter(entity => entity.place).map(entity => [entity.id, entity]))
  const core = events.filter(event => event.type === type)
  const anchor = anchorOf(core, places)
  const main: EventRecord[] = []
  const others = new Map<string, EventRecord[]>()
  for (const event of events) {
    const own = anchorOf([event], places)
    const isElsewhere = own.day !== null && own.place !== null && isApart(own, anchor)
    const key = isElsewhere ? `${event.type} ${own.day} ${own.place?.id}` : ''
    if (isElsewhere) pushTo(others, key, event)
    else main.push(event)
  }
  return [
    { isMain: true, type, events: main },
    ...[...others.values()].map(group => ({ isMain: false, type: group[0]?.type ?? null, events: group })),
  ]
}

interface Anchor {
  readonly day: number | null
  readonly place: EntityRecord | null
}

function anchorOf(events: readonly EventRecord[], places: ReadonlyMap<string, EntityRecord>): Anchor {
  const days = events.flatMap(({ time }) => (time?.precision === 'day' && time.start ? (parseDay(time.start) ?? []) : []))
  const found = events.flatMap(event => places.get(event.place ?? '') ?? [])
  return { day: days[0] ?? null, place: found.find(isTown) ?? null }
}

function isTown({ place }: EntityRecord): boolean {
  return place?.precision === 'city' || place?.precision === 'point'
}

function isApart(own: Anchor, main: Anchor): boolean {
  const isOtherDay = own.day !== null && main.day !== null && Math.abs(own.day - main.day) > 1
  return isOtherDay || (own.place?.place && main.place?.place ? kilometres(own.place.place, main.place.place) > APART : false)
}

function mainType(events: readonly EventRecord[]): EventType | null {
  const weights = new Map<EventType, number>()
  for (const { type, trigger, status } of events) {
    const weight = leadWeight(listSpans(trigger)[0]?.[0] ?? 0) * (TYPE_WEIGHTS[type] ?? 1) * (status === 'negated' ? 0.2 : 1)
    weights.set(type, (weights.get(type) ?? 0) + weight)
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}
