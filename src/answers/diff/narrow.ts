import { seriesKey } from '../../reconcile/series/build.ts'
import type { EventTold } from '../../store/about.ts'
import type { Told } from '../told.ts'

/**
 * What is told before and after, without happenings and series of which no report came or gave way between: those are as they were. Between two days of
 * a month little is left of a library of years.
 */
export function narrowToChanged(before: Told, after: Told): { before: Told; after: Told } {
  const [then, now] = [before, after].map(told => new Set(told.reports.map(({ report }) => report))) as [Set<string>, Set<string>]
  const hasChanged = (report: string) => then.has(report) !== now.has(report)
  const incidents = new Set<string>()
  const keys = new Set<string>()
  const events = new Set<number>()
  for (const told of [before, after]) {
    for (const event of told.events) if (hasChanged(event.report)) incidents.add(incidentOf(event))
    for (const figure of told.figures) if (hasChanged(figure.report.id)) keys.add(seriesKey(figure))
  }
  for (const told of [before, after]) for (const event of told.events) if (incidents.has(incidentOf(event))) events.add(event.no)
  const narrow = (told: Told): Told => ({
    ...told,
    events: told.events.filter(({ no }) => events.has(no)),
    figures: told.figures.filter(figure => keys.has(seriesKey(figure)) || events.has(told.eventOf.get(figure.id) ?? -1)),
  })
  return { before: narrow(before), after: narrow(after) }
}

/** Events are put together by incident; one of no incident stands with those of its report. */
function incidentOf({ incident, report }: EventTold): string {
  return incident ?? report
}
