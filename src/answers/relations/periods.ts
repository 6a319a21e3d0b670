import { evidenceOf } from '../origins.ts'
import type { Dealing } from './dealings.ts'
import type { Saying } from './sayings.ts'

/** What was between two sides in a month. */
export interface Period {
  readonly kind: 'period'
  /** "2025-02". */
  readonly period: string
  /** Events by PLOVER's quads. */
  readonly verbalCooperation: number
  readonly materialCooperation: number
  readonly verbalConflict: number
  readonly materialConflict: number
  readonly events: number
  /** On PLOVER's scale; null where there were no events. */
  readonly sum: number | null
  readonly mean: number | null
  /** How many statements of each act one side made about the other. */
  readonly statements: Readonly<Record<string, number>>
  readonly evidence: readonly string[]
}

/** Which way things went, over all months. */
export interface Trend {
  readonly kind: 'trend'
  readonly a: string
  readonly b: string
  readonly first: string
  readonly last: string
  readonly events: number
  readonly mean: number
  /** Are the means of all months on one side of zero? */
  readonly tone: 'cooperation' | 'conflict' | 'mixed'
  readonly direction: 'better' | 'worse' | 'steady'
  /** A sentence. */
  readonly because: string
  readonly evidence: readonly string[]
}

/** The mean of the later half of events must be so much above or below that of the earlier half, on a scale of 20. */
const CHANGED = 2

/** Months in which something was said or done, in their order. */
export function makePeriods(dealings: readonly Dealing[], sayings: readonly Saying[]): Period[] {
  const months = new Map<string, { events: Dealing[]; sayings: Saying[] }>()
  const at = (day: string) => {
    const month = day.slice(0, 7)
    const known = months.get(month) ?? { events: [], sayings: [] }
    months.set(month, known)
    return known
  }
  for (const dealing of dealings) if (dealing.counts) at(dealing.day).events.push(dealing)
  for (const saying of sayings) at(saying.day).sayings.push(saying)
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, { events, sayings: said }]) => makePeriod(period, events, said))
}

function makePeriod(period: string, events: readonly Dealing[], sayings: readonly Saying[]): Period {
  const count = (quad: number) => events.filter(event => event.quad === quad).length
  const acts: Record<string, number> = {}
  for (const { act } of sayings) acts[act] = (acts[act] ?? 0) + 1
  const sum = events.reduce((total, { scale }) => total + scale, 0)
  return {
    ...{ kind: 'period', period },
    ...{ verbalCooperation: count(1), materialCooperation: count(2), verbalConflict: count(3), materialConflict: count(4) },
    ...{ events: events.length, sum: events.length > 0 ? round(sum) : null, mean: events.length > 0 ? round(sum / events.length) : null },
    statements: acts,
    evidence: evidenceOf([...events, ...sayings].flatMap(each => each.evidence)),
  }
}

/** The trend of what happened; null where nothing did. */
export function makeTrend(a: string, b: string, dealings: readonly Dealing[], periods: readonly Period[]): Trend | null {
  const events = dealings.filter(({ counts }) => counts)
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return null
  const means = periods.flatMap(({ mean }) => mean ?? [])
  const tone = means.every(mean => mean > 0) ? 'cooperation' : means.every(mean => mean < 0) ? 'conflict' : 'mixed'
  const half = Math.floor(events.length / 2)
  const [earlier, later] = [meanOf(events.slice(0, half)), meanOf(events.slice(-half))]
  const change = half === 0 ? 0 : later - earlier
  const direction = change >= CHANGED ? 'better' : change <= -CHANGED ? 'worse' : 'steady'
  return {
    ...{ kind: 'trend', a, b, first: first.day, last: last.day, events: events.length, mean: round(meanOf(events)), tone, direction },
    because:
      half === 0
        ? 'One event shows no trend'
        : `The mean of the earlier half of events is ${round(earlier)}, of the later half ${round(later)}`,
    evidence: evidenceOf(events.flatMap(event => event.evidence)),
  }
}

export function meanOf(events: readonly { readonly scale: number }[]): number {
  return events.length === 0 ? 0 : events.reduce((sum, { scale }) => sum + scale, 0) / events.length
}

/** To two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
