import { tellFigures } from '../../library/figures/told-figures.ts'
import { type ListedIncident, listIncidents } from '../../library/incidents/list-incidents.ts'
import type { Library } from '../../library/open.ts'
import { buildSeries, type Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import { numbersOfKeys } from '../../store/actors.ts'
import { arrivedAfter, incidentsSince, lastReportNumber, numberBefore, reportIds } from '../../store/arrivals.ts'
import { incidentsTold } from '../../store/incidents.ts'
import type { RecordQuestion } from '../../store/question.ts'
import { pushTo } from '../../util/group.ts'
import { type Moved, movedFigures } from '../notices/moved.ts'
import { reportOf } from '../notices/notice.ts'

/** What has come since somebody last looked. */
export interface Today {
  /** Number of the last report that was there then. */
  readonly since: number
  /** Number of the last one that is there now. */
  readonly upTo: number
  /** Numbers of the reports that came, the last one first. */
  readonly arrived: readonly number[]
  /** Incidents that no report had told, and those that had been told and now are by more. */
  readonly incidents: readonly ListedIncident[]
  readonly changed: readonly ListedIncident[]
  readonly moved: readonly Moved[]
  readonly disagreements: readonly { readonly series: Series; readonly strand: Strand }[]
}

/** Reports that are looked at, the last that came. */
const MOST_REPORTS = 2000
/** Places whose figures are looked at, for each measure. */
const MOST_PLACES = 100

/** The number of the last report that had come: it is given, or the day before which it came; without either the last day on which any came is new. */
export function sinceNumber({ db }: Pick<Library, 'db'>, since: string | undefined): number {
  if (since !== undefined && /^\d+$/.test(since)) return Number(since)
  return numberBefore(db, since ?? null)
}

/** What came since a report, and what it changed. */
export function answerToday(library: Library, since: number): Today {
  const { db } = library
  const arrived = arrivedAfter(db, since, MOST_REPORTS)
  const fresh = new Set(incidentsSince(db, arrived, since))
  const told = incidentsTold(db, arrived)
  const { incidents } = listIncidents(library, { ids: told }, told.length)
  return {
    since,
    upTo: lastReportNumber(db),
    arrived,
    incidents: incidents.filter(({ id }) => fresh.has(id)),
    changed: incidents.filter(({ id }) => !fresh.has(id)),
    ...figuresSince(library, arrived, since),
  }
}

function figuresSince(library: Library, arrived: readonly number[], since: number): Pick<Today, 'moved' | 'disagreements'> {
  const { db } = library
  const places = new Map<string, string[]>()
  for (const { figure, place } of tellFigures(library, { only: arrived }))
    if (place && !places.get(figure.measure)?.includes(place.key)) pushTo(places, figure.measure, place.key)
  const ids = reportIds(db, arrived)
  const isNew = (figure: string) => ids.has(reportOf(figure))
  const moved: Moved[] = []
  const disagreements: Today['disagreements'][number][] = []
  for (const [measure, keys] of places) {
    const names = numbersOfKeys(db, keys.slice(0, MOST_PLACES))
    const question: RecordQuestion = { is: { measure: [measure] }, place: { countries: [], divisions: [], names } }
    const after = buildSeries(tellFigures(library, question))
    const before = since === 0 ? [] : buildSeries(tellFigures(library, { ...question, reports: { upTo: since } }))
    moved.push(...movedFigures(before, after, isNew))
    for (const series of after)
      for (const strand of series.strands)
        if (strand.notes.length > 0 && strand.marks.some(mark => isNew(mark.figure))) disagreements.push({ series, strand })
  }
  return { moved, disagreements }
}
