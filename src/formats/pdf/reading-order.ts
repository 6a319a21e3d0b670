import { byLine, isUnder, rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** Segments that are read together, in a column of their own or across the page. */
export interface Region {
  readonly segments: readonly Segment[]
}

/** Columns have at least so many lines. */
const LINES = 3
/** The lines of running text are at least this long, in characters; cells of tables are shorter. */
const LONG = 22
/** Columns inside columns. */
const DEEPEST = 8

/**
 * The regions of a page in reading order. A page is cut along the gutters between its columns; what stands across a gutter (headlines, wide tables)
 * parts what is above it from what is below. Method: recursive X-Y cut (Nagy and Seth 1984) with gutters that a few lines may cross.
 */
export function orderRegions(segments: readonly Segment[], depth = 0): Region[] {
  if (segments.length === 0) return []
  const gutter = depth < DEEPEST ? findGutter(segments) : null
  if (gutter === null) return [{ segments: byLine(segments) }]
  const spans = spanningLines(segments, gutter)
  const runs: { isWide: boolean; segments: Segment[] }[] = []
  const add = (isWide: boolean, added: readonly Segment[]) => {
    const run = runs.at(-1)
    if (run?.isWide === isWide) run.segments.push(...added)
    else if (added.length > 0) runs.push({ isWide, segments: [...added] })
  }
  for (const band of bandsOf(byLine(segments), spans)) {
    if (spans.has(band[0] as Segment)) add(true, band)
    else {
      const { above, columns, below } = trimBand(band, gutter)
      add(true, above)
      add(false, columns)
      add(true, below)
    }
  }
  return runs.flatMap(run => {
    if (run.isWide) return orderRegions(run.segments, DEEPEST)
    const left = run.segments.filter(segment => segment.right <= gutter)
    const right = run.segments.filter(segment => segment.right > gutter)
    // A box beside the text comes before it, so that it breaks no sentence that goes on below.
    const isBox = isText(left) && !isText(right)
    return (isBox ? [right, left] : [left, right]).flatMap(column => orderRegions(column, depth + 1))
  })
}

/** Runs of lines that all cross the gutter, or all do not. */
function bandsOf(lines: readonly Segment[], spans: ReadonlySet<Segment>): Segment[][] {
  const bands: Segment[][] = []
  for (const line of lines) {
    const band = bands.at(-1)
    if (band?.[0] && spans.has(band[0]) === spans.has(line)) band.push(line)
    else bands.push([line])
  }
  return bands
}

/**
 * Short lines on the left above the head of the right column end what stands across both (the last line of a headline), and headings below the left
 * column begin what comes next.
 */
function trimBand(band: readonly Segment[], gutter: number): { above: Segment[]; columns: Segment[]; below: Segment[] } {
  const right = band.filter(segment => segment.right > gutter)
  if (right.length === 0) return { above: [...band], columns: [], below: [] }
  const [top, bottom] = extent(right)
  const size = usualSize(band)
  const above = band.filter(segment => segment.y < top - 0.7 * size)
  const below = band.filter(segment => segment.y > bottom + 0.7 * size && Math.abs(segment.size - size) > 0.12 * size)
  const firstBelow = extent(below)[0]
  const inAbove = new Set(above)
  return {
    above,
    columns: band.filter(segment => !inAbove.has(segment) && segment.y < firstBelow),
    below: band.filter(segment => !inAbove.has(segment) && segment.y >= firstBelow),
  }
}

/** The size of the letters of most lines. */
function usualSize(lines: readonly Segment[]): number {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

/** What crosses the gutter, and the rows of tables that stand across it. */
function spanningLines(segments: readonly Segment[], gutter: number): ReadonlySet<Segment> {
  const spans = new Set<Segment>()
  const rows = rowsOf(segments)
  const isTable = findTableRows(rows)
  for (const [i, row] of rows.entries()) {
    const crosses = row.some(segment => crossesAt(segment, gutter))
    if (crosses || isTable[i]) for (const segment of row) spans.add(segment)
  }
  return spans
}

/** Where most lines stand wholly left or wholly right, and running text stands on both sides; null where the region is one column. */
function findGutter(segments: readonly Segment[]): number | null {
  const rows = rowsOf(segments)
  const isTable = findTableRows(rows)
  const lines = rows.filter((_, i) => !isTable[i]).flat()
  const starts = usualStarts(lines)
  let best: number | null = null
  let most = 0
  for (const start of starts) {
    const at = start - 2
    const beside = linesBeside(lines, at)
    if (beside === null || !isColumns(beside.left, beside.right)) continue
    const { left, right, crossing } = beside
    if (crossing > 0.5 * Math.min(left.length, right.length)) continue
    // Of gutters with as many lines beside them, the leftmost: what is right of it is cut again.
    const score = Math.min(left.length, right.length) - crossing
    if (score > most) [best, most] = [at, score]
  }
  return best
}

/** Where lines begin, from left to right; of very many the commonest. */
function usualStarts(lines: readonly Segment[]): number[] {
  const counts = new Map<number, number>()
  for (const { x } of lines) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  const common = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_STARTS)
  return common.map(([x]) => x).sort((a, b) => a - b)
}

const MOST_STARTS = 60

/** Half of the lines, the last ones of paragraphs aside, are long. */
function isText(lines: readonly Segment[]): boolean {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b)
  return (lengths[Math.floor(lengths.length * 0.6)] ?? 0) >= LONG
}

/** The lines left and right of a gutter over the height where there are both, and how many cross it there; null where too few are. */
function linesBeside(lines: readonly Segment[], at: number): { left: Segment[]; right: Segment[]; crossing: number } | null {
  const [top, bottom] = extent(lines.filter(segment => segment.right <= at))
  const [otherTop, otherBottom] = extent(lines.filter(segment => segment.x > at))
  const [from, to] = [Math.max(top, otherTop), Math.min(bottom, otherBottom)]
  const within = lines.filter(({ y, size }) => y > from - size && y < to + size)
  const left = within.filter(segment => segment.right <= at)
  const right = within.filter(segment => segment.x > at)
  if (left.length < LINES || right.length < LINES) return null
  return { left, right, crossing: within.length - left.length - right.length }
}

/** Running text on both sides, or on one of them beside a box whose lines stand on other heights than the text's: those of a table's cells would not. */
function isColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [isLeft, isRight] = [isText(left), isText(right)]
  if (isLeft && isRight) return true
  if (!isLeft && !isRight) return false
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  const aligned = few.filter(({ y, size }) => many.some(other => Math.abs(other.y - y) < 0.15 * size)).length
  return aligned < 0.5 * few.length
}

function extent(segments: readonly Segment[]): [number, number] {
  let top = Number.POSITIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { y } of segments) {
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return [top, bottom]
}

function crossesAt({ x, right }: Segment, at: number): boolean {
  return x < at && right > at
}

/**
 * Which rows are those of a table: three cells or more, short on the whole, above or below another such row; and what goes on close under its
 * cells.
 */
function findTableRows(rows: readonly (readonly Segment[])[]): boolean[] {
  const cells = rows.map(row => (row.reduce((sum, { text }) => sum + text.length, 0) / row.length < LONG ? row.length : 0))
  const near = (i: number, by: number) => [1, 2].some(step => (cells[i + by * step] ?? 0) >= 2)
  const flows = findFlows(rows)
  const isTable = cells.map((count, i) => count >= 3 && !flows[i] && (near(i, 1) || near(i, -1)))
  for (let i = 1; i < rows.length; i++)
    if (isTable[i - 1] && !isTable[i]) isTable[i] = isUnder(rows.slice(Math.max(0, i - 4), i), rows[i] as Segment[])
  return isTable
}

/** Which rows are lines of columns that stand beside each other: long ones, and the short ones close under them that end their paragraphs. */
function findFlows(rows: readonly (readonly Segment[])[]): boolean[] {
  const flows: boolean[] = []
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1]
    const isLong = row.length > 1 && row.filter(({ text }) => text.length >= LONG).length > row.length / 2
    flows.push(isLong || (flows[i - 1] === true && above !== undefined && isUnder([above], row)))
  }
  return flows
}
