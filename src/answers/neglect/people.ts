import { buildSeries, type Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import type { FigureTold } from '../../reconcile/series/told.ts'
import { holdsPlace } from '../../reconcile/series/told.ts'
import type { Measure } from '../../record/figure.ts'
import { parseDay } from '../../util/calendar.ts'
import { pushTo } from '../../util/group.ts'

/** How many people, as newest counted. */
export interface People {
  readonly low: number
  readonly best: number
  readonly high: number
  /** The day that the newest of the counts holds for. */
  readonly asOf: string | null
  /** Who counts, where a report or a table says so. */
  readonly by: string | null
  /** The places whose counts are added; one where the whole country is counted. */
  readonly places: readonly string[]
  /** Of a table that was given: the file, the line and its source; else null. */
  readonly source: string | null
  /** Ids of the figures. */
  readonly evidence: readonly string[]
}

/** Counts older than this against the newest one are not added to it. */
const MOST_DAYS = 365

/** The newest stock of a measure of each country: that of the whole country, else those of its parts together, each as newest counted. */
export function newestStocks(figures: readonly FigureTold[], measure: Measure): Map<string, People> {
  const told = new Map(figures.map(each => [each.id, each]))
  const byCountry = new Map<string, Series[]>()
  for (const series of buildSeries(figures.filter(each => each.figure.measure === measure))) {
    const country = series.place?.country
    if (series.kind !== 'stock' || series.unit !== 'person' || series.population !== 'everyone' || !country) continue
    pushTo(byCountry, country, series)
  }
  return new Map(
    [...byCountry].flatMap(([country, all]) => {
      const people = addNewest(all, told)
      return people ? [[country, people]] : []
    }),
  )
}

interface Newest {
  readonly series: Series
  readonly strand: Strand
  readonly day: string
  readonly best: number
}

function addNewest(all: readonly Series[], told: ReadonlyMap<string, FigureTold>): People | null {
  const newest = all.flatMap(newestOf)
  const last = newest.reduce((day, each) => (each.day > day ? each.day : day), '')
  const fresh = newest.filter(each => (parseDay(last) ?? 0) - (parseDay(each.day) ?? 0) <= MOST_DAYS)
  const whole = fresh.find(({ series }) => series.place?.precision === 'country')
  const added = whole
    ? [whole]
    : fresh.filter(each => !fresh.some(other => other !== each && holdsPlace(other.series.place, each.series.place)))
  if (added.length === 0) return null
  const chosen = added.map(({ strand }) => strand.marks.find(mark => mark.role === 'recommended')?.figure ?? '').filter(Boolean)
  const by = [...new Set(chosen.flatMap(id => told.get(id)?.source?.name ?? []))]
  return {
    low: sum(added.map(each => each.strand.amount?.low ?? each.best)),
    best: sum(added.map(each => each.best)),
    high: sum(added.map(each => each.strand.amount?.high ?? each.best)),
    asOf: added.reduce((day, each) => (each.day > day ? each.day : day), '') || null,
    by: by.length > 0 ? by.join(', ') : null,
    places: added.map(({ series }) => series.place?.name ?? ''),
    source: null,
    evidence: chosen,
  }
}

/** The strand of a series with the latest day that has a number. */
function newestOf(series: Series): Newest[] {
  const counted = series.strands.flatMap(strand => {
    const [day, best] = [strand.period.end ?? strand.period.start, strand.amount?.best]
    return day != null && best != null ? [{ series, strand, day, best }] : []
  })
  const last = counted.reduce<Newest | null>((a, b) => (a === null || b.day >= a.day ? b : a), null)
  return last ? [last] : []
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
