import type { PlacePrecision } from '../../record/entity.ts'
import { pushTo } from '../../util/group.ts'
import { type Amount, addAmounts } from './amount.ts'
import { holdsPeriod, type Period } from './period.ts'
import type { Strand } from './strand.ts'
import { holdsPlace } from './told.ts'

/** A sum, with all that went into it and all that did not. */
export interface Total {
  /** A year of a flow, the reporting day of a stock. */
  readonly period: string
  readonly low: number
  readonly best: number
  readonly high: number
  /** Ids of the strands that were added. */
  readonly addends: readonly string[]
  readonly leftOut: readonly { readonly strand: string; readonly because: string }[]
}

/** Flows are added by the year in which they end (HELIX). What lies within the place and the days of a wider figure is in that figure already. */
export function totalFlows(strands: readonly Strand[]): Total[] {
  return totalBy(strands, strand => strand.period.end?.slice(0, 4) ?? null)
}

/** Stocks are added at one reporting day, never over days (HELIX). */
export function totalStocks(strands: readonly Strand[]): Total[] {
  return totalBy(strands, strand => strand.period.end ?? strand.period.start)
}

type Added = Strand & { readonly amount: Amount }

function totalBy(strands: readonly Strand[], periodOf: (strand: Strand) => string | null): Total[] {
  const groups = Map.groupBy(strands, strand => periodOf(strand) ?? 'unknown')
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, group]) => totalOf(period, group))
}

function totalOf(period: string, strands: readonly Strand[]): Total {
  const leftOut: { strand: string; because: string }[] = []
  const added: Added[] = []
  const wide = new Map<string, Added[]>()
  for (const strand of [...strands].sort(compareWidth)) {
    const cover = wide.get(areaOf(strand))?.find(other => covers(other, strand))
    if (strand.amount === null) leftOut.push({ strand: strand.id, because: 'none of its figures can be counted' })
    else if (strand.period.basis === 'unknown') leftOut.push({ strand: strand.id, because: 'when it happened is not told' })
    else if (cover) leftOut.push({ strand: strand.id, because: `its place and days lie within those of ${cover.id}` })
    else {
      added.push(strand as Added)
      pushTo(wide, areaOf(strand), strand as Added)
    }
  }
  return { period, ...addAmounts(added.map(strand => strand.amount)), addends: added.map(strand => strand.id).sort(), leftOut }
}

/** What lies in different areas never holds each other: its country, else itself. */
function areaOf({ place }: Strand): string {
  return place?.country ?? place?.key ?? ''
}

/** Does a wider strand count what this one counts? Two incidents never hold each other, however near they lie. */
function covers(wide: Strand, strand: Strand): boolean {
  if (!holdsPlace(wide.place, strand.place)) return false
  if (wide.incident !== null && strand.incident !== null) return false
  return holdsPeriod(wide.period, strand.period) || (wide.place?.key === strand.place?.key && overlap(wide.period, strand.period))
}

function overlap(a: Period, b: Period): boolean {
  return a.start !== null && a.end !== null && b.start !== null && b.end !== null && a.start <= b.end && b.start <= a.end
}

const WIDTHS = ['country', 'admin1', 'admin2', 'region', 'city', 'point'] as const

/** Wider places first, longer periods first, incidents before what is told without one; then by id. */
function compareWidth(a: Strand, b: Strand): number {
  return (
    widthOf(a) - widthOf(b) ||
    daysOf(b.period) - daysOf(a.period) ||
    Number(b.incident !== null) - Number(a.incident !== null) ||
    (a.id < b.id ? -1 : 1)
  )
}

function widthOf({ place }: Strand): number {
  const width = (WIDTHS as readonly (PlacePrecision | null | undefined)[]).indexOf(place?.precision)
  return width < 0 ? WIDTHS.length : width
}

function daysOf({ start, end }: Period): number {
  return start === null || end === null ? 0 : Date.parse(end) - Date.parse(start)
}
