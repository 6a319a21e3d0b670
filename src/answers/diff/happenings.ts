import type { FigureTold } from '../../reconcile/series/told.ts'
import type { Happening, Toll } from '../happenings.ts'
import { numberOf, readToll } from '../tolls.ts'
import type { Between, FoundChange } from './change.ts'

/** Records named behind a change at the most. */
const MOST_EVIDENCE = 4

/** What nobody had told by the first day, what is said to have happened after all or not, and tolls that say another number. */
export function findHappeningChanges(between: Between): FoundChange[] {
  const earlier = between.before.happenings
  const byEvent = new Map(earlier.flatMap(each => each.events.map(event => [event.no, each] as const)))
  const byKey = new Map(earlier.map(each => [keyOf(each), each]))
  return between.after.happenings.flatMap(now => {
    const then = now.events.map(event => byEvent.get(event.no)).find(each => each !== undefined) ?? byKey.get(keyOf(now))
    if (!then) return [{ change: 'new' as const, ...common(now), before: null, after: now.status, rests: idsOf(now), gravity: now.gravity }]
    const tolls = (['killed', 'injured'] as const).flatMap(measure => tollChange(measure, now, then))
    return [...statusChange(now, then), ...tolls]
  })
}

/** The same kind of thing on the same day of one incident: an update tells it in events of its own. */
function keyOf({ incident, type, day, events, status }: Happening): string {
  return [incident ?? events[0]?.report, type, day, status].join(' ')
}

function common({ type, mode, day, place }: Happening) {
  return { type, mode, day, place: place?.name ?? null }
}

function idsOf({ events }: Happening): string[] {
  return events.slice(0, MOST_EVIDENCE).map(event => `${event.report}/v${event.no % 65_536}`)
}

/** What was planned and took place, or the other way round. */
function statusChange(now: Happening, then: Happening): FoundChange[] {
  if (now.status === then.status) return []
  return [{ change: 'status', ...common(now), before: then.status, after: now.status, rests: idsOf(now) }]
}

function tollChange(measure: 'killed' | 'injured', now: Happening, then: Happening): FoundChange[] {
  const [before, after] = [chosenOf(then[measure]), chosenOf(now[measure])]
  if (!after || (before && numberOf(before) === numberOf(after))) return []
  const { day, place } = common(now)
  return [
    {
      change: before ? 'revised' : 'first',
      ...{ day, place, measure, unit: 'person' },
      by: after.source?.name ?? after.report.publisher,
      before: before && numberOf(before),
      after: numberOf(after),
      records: { before: before?.id ?? null, after: after.id },
      rests: [...(before ? [before] : []), after].map(told => told.id),
    },
  ]
}

function chosenOf(toll: Toll | null): FigureTold | null {
  return toll && readToll(toll).chosen
}
