import type { FigureKind, Measure } from '../../record/figure.ts'
import { daysBetween, parseDay } from '../../util/calendar.ts'
import { pushTo } from '../../util/group.ts'
import { flowPeriod, isCumulative, type Period, stockPeriod } from './period.ts'
import { populationClass } from './populations.ts'
import { judgeFigures, type Strand } from './strand.ts'
import type { FigureTold, PlaceFacts } from './told.ts'
import { type Total, totalFlows, totalStocks } from './totals.ts'

/** How many, of one measure, kind, place and population, over time. */
export interface Series {
  /** "killed/person/flow/geonames:2365267/everyone": the same in every library. */
  readonly key: string
  readonly measure: Measure
  /** Households are counted as persons. */
  readonly unit: string
  readonly kind: FigureKind
  readonly place: PlaceFacts | null
  readonly population: string
  /** By the days that they stand for. */
  readonly strands: readonly Strand[]
  readonly totals: readonly Total[]
}

export interface SeriesOptions {
  /** Persons of a household; without it households are kept and not counted. */
  readonly householdSize?: number | null
}

/** Measures whose figures are states rather than happenings where the report does not say which. */
const STATES: ReadonlySet<Measure> = new Set(['in-need', 'refugees', 'deployed'])

/** Sorts figures into series and says of each what it is there. The result does not depend on the order of the figures. */
export function buildSeries(figures: readonly FigureTold[], { householdSize = null }: SeriesOptions = {}): Series[] {
  const groups = Map.groupBy([...figures].sort(compareTold), seriesKey)
  return [...groups].map(([key, group]) => seriesOf(key, group, householdSize)).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The key of the series that a figure belongs to. */
export function seriesKey(told: FigureTold): string {
  const { figure, place, report } = told
  return [figure.measure, unitOf(told), kindOf(told), place?.key ?? 'nowhere', populationClass(figure.population, report.language)].join(
    '/',
  )
}

/** The sum of several series of one measure and kind: a region's places, say. What lies within a wider figure is not added again. */
export function addSeries(series: readonly Series[]): Total[] {
  const strands = series.flatMap(each => each.strands)
  return series[0]?.kind === 'stock' ? totalStocks(strands) : totalFlows(strands)
}

function seriesOf(key: string, figures: readonly FigureTold[], householdSize: number | null): Series {
  const [first] = figures as readonly [FigureTold, ...FigureTold[]]
  const kind = kindOf(first)
  const strands = [...groupStrands(figures, kind)].map(([id, group]) => strandOf(`${key}#${id}`, group, kind, householdSize))
  strands.sort((a, b) => compareText(a.period.end ?? '', b.period.end ?? '') || compareText(a.id, b.id))
  return {
    key,
    measure: first.figure.measure,
    unit: unitOf(first),
    kind,
    place: first.place,
    population: populationClass(first.figure.population, first.report.language),
    strands,
    totals: kind === 'stock' ? totalStocks(strands) : totalFlows(strands),
  }
}

function strandOf(id: string, figures: readonly FigureTold[], kind: FigureKind, householdSize: number | null): Strand {
  const [first] = figures as readonly [FigureTold, ...FigureTold[]]
  // A part without a day of its own says nothing of when.
  const parts = wholesOf(figures)
  const wholes = figures.filter(told => !parts.has(told))
  return {
    id,
    period: spanPeriods(wholes.map(kind === 'stock' ? stockPeriod : flowPeriod)),
    incident: figures.find(told => told.incident !== null)?.incident ?? null,
    isCumulative: isCumulative(first),
    place: first.place,
    ...judgeFigures(figures, householdSize),
  }
}

/** Figures of one incident, of one count that runs on, of the same days, are about the same. */
function groupStrands(figures: readonly FigureTold[], kind: FigureKind): Map<string, FigureTold[]> {
  const isUndated = (told: FigureTold) => kind !== 'stock' && told.incident === null && flowPeriod(told).basis !== 'told'
  const days = incidentDays(figures)
  const wholes = wholesOf(figures)
  const own = figures.filter(told => !wholes.has(told))
  const groups = Map.groupBy(
    own.filter(told => !isUndated(told)),
    told => strandKey(told, kind, days),
  )
  placeUndated(own.filter(isUndated), groups)
  const groupOf = new Map([...groups.values()].flatMap(group => group.map(told => [told, group] as const)))
  for (const [part, whole] of wholes) groupOf.get(whole)?.push(part)
  return groups
}

/** The parts of other figures of the series, each with its whole: a part stands where its whole does, though it gives no day of its own. */
function wholesOf(figures: readonly FigureTold[]): Map<FigureTold, FigureTold> {
  const byId = new Map(figures.map(told => [told.id, told]))
  const parts = figures.flatMap(told => {
    const whole = told.figure.partOf === null ? undefined : byId.get(`${told.report.id}/${told.figure.partOf}`)
    return whole && whole.figure.partOf === null ? [[told, whole] as const] : []
  })
  return new Map(parts)
}

/** Places so wide that two of a kind may well happen there in a day; what no gazetteer knows is a village. */
const WIDE: ReadonlySet<string> = new Set(['country', 'admin1', 'admin2', 'region'])

/** The first day that any figure of an incident gives, where it gives one day. */
function incidentDays(figures: readonly FigureTold[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const told of figures) {
    const day = toldDay(told)
    const known = told.incident === null ? undefined : days.get(told.incident)
    if (told.incident !== null && day !== null && (known === undefined || day < known)) days.set(told.incident, day)
  }
  return days
}

function toldDay(told: FigureTold): string | null {
  const { start, end, basis } = flowPeriod(told)
  return basis === 'told' && start === end ? start : null
}

/**
 * In a town the same measure on the same day is one happening, though its reports were not recognised as such: two in one town on one day are rarer than
 * that. In a region incidents stay apart.
 */
function strandKey(told: FigureTold, kind: FigureKind, days: ReadonlyMap<string, string>): string {
  if (kind === 'stock') {
    const { start, end } = stockPeriod(told)
    return `as of ${end ?? start ?? 'no day'}`
  }
  const isTown = told.place !== null && !WIDE.has(told.place.precision ?? 'town')
  const day = isTown ? (toldDay(told) ?? days.get(told.incident ?? '') ?? null) : null
  if (day !== null && !isCumulative(told)) return `${day} to ${day}`
  if (told.incident !== null) return told.incident
  if (isCumulative(told)) return `since ${told.figure.time?.start}`
  const { start, end } = flowPeriod(told)
  return `${start ?? 'before'} to ${end}`
}

/** Days within which reports that give no day are taken to tell of the same: news is retold for that long. */
const RETOLD_DAYS = 3

/**
 * Figures without a day: they join what happened there up to three days before the report, else those reported within three days of each other. Of two
 * readings this is the one that counts less, as ACLED's coders choose.
 */
function placeUndated(figures: readonly FigureTold[], groups: Map<string, FigureTold[]>): void {
  const dated = new Map<number, string>()
  for (const [id, group] of groups) {
    const { start, end } = spanPeriods(group.map(flowPeriod))
    const last = parseDay(end ?? '')
    if (start !== null && end !== null && last !== null && daysBetween(start, end) <= RETOLD_DAYS && !dated.has(last)) dated.set(last, id)
  }
  let last: { id: string; published: string } | null = null
  for (const told of figures) {
    const { published, id: report } = told.report
    const near = nearestOf(dated, published)
    if (!near && published !== null)
      last = { id: last && isSoonAfter(last.published, published) ? last.id : `reported ${published}`, published }
    const id: string = near ?? (published === null ? `undated ${report}` : (last?.id ?? report))
    pushTo(groups, id, told)
  }
}

/** What happened last before a day, and soon before it. */
function nearestOf(dated: ReadonlyMap<number, string>, day: string | null): string | null {
  const number = parseDay(day ?? '')
  if (number === null) return null
  for (let before = 0; before <= RETOLD_DAYS; before++) {
    const found = dated.get(number - before)
    if (found !== undefined) return found
  }
  return null
}

function isSoonAfter(day: string, later: string): boolean {
  const days = daysBetween(day, later)
  return days >= 0 && days <= RETOLD_DAYS
}

function spanPeriods(periods: readonly Period[]): Period {
  const told = periods.filter(period => period.basis !== 'unknown')
  const starts = told.map(period => period.start ?? period.end).filter(day => day !== null)
  const ends = told.map(period => period.end ?? period.start).filter(day => day !== null)
  if (starts.length === 0 || ends.length === 0) return periods[0] ?? { start: null, end: null, basis: 'unknown' }
  const basis = told.some(period => period.basis === 'told') ? 'told' : 'reported'
  return { start: starts.reduce((a, b) => (a < b ? a : b)), end: ends.reduce((a, b) => (a > b ? a : b)), basis }
}

function kindOf({ figure }: FigureTold): FigureKind {
  return figure.kind ?? (STATES.has(figure.measure) ? 'stock' : 'flow')
}

function unitOf({ figure }: FigureTold): string {
  return figure.unit === 'household' ? 'person' : figure.unit
}

function compareTold(a: FigureTold, b: FigureTold): number {
  return compareText(a.report.published ?? '', b.report.published ?? '') || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
