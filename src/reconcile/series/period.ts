import type { Days, FigureTold } from './told.ts'

/** The days a figure stands for. `start` null and `end` null: not known. */
export interface Period {
  readonly start: string | null
  readonly end: string | null
  /** Was it told, or is the day of the report taken for it? */
  readonly basis: 'told' | 'reported' | 'unknown'
}

/** The day or days that a stock holds for: its as-of date, else its time, else the day of the report. */
export function stockPeriod({ figure, report }: FigureTold): Period {
  const told = known(figure.asOf) ?? known(figure.time)
  return told ?? reportedOn(report.published)
}

/** The days in which a flow happened; where none is told, the day of the report. A count since a day runs to the day of the report. */
export function flowPeriod({ figure, report }: FigureTold): Period {
  const told = known(figure.time)
  if (!told) return reportedOn(report.published)
  return { ...told, end: told.end ?? report.published }
}

/** Is it a count that runs on: "since April", "since the war began"? */
export function isCumulative({ figure }: FigureTold): boolean {
  return figure.kind !== 'stock' && figure.time !== null && figure.time.start !== null && figure.time.end === null
}

/** Does the outer period hold the inner one? What has no days holds nothing and stands in nothing. */
export function holdsPeriod(outer: Period, inner: Period): boolean {
  if (outer.start === null || outer.end === null || inner.start === null || inner.end === null) return false
  return outer.start <= inner.start && inner.end <= outer.end
}

function known(time: Days | null): Period | null {
  return time && (time.start ?? time.end) !== null ? { start: time.start, end: time.end, basis: 'told' } : null
}

function reportedOn(day: string | null): Period {
  return { start: day, end: day, basis: day ? 'reported' : 'unknown' }
}
