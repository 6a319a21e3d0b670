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
  const regions: Region[] = []
  let band: Segment[] = []
  let wide: Segment[] = []
  const endBand = () => {
    const left = band.filter(segment => segment.right <= gutter)
    const right = band.filter(segment => segment.right > gutter)
    regions.push(...orderRegions(left, depth + 1), ...orderRegions(right, depth + 1))
    band = []
  }
  const endWide = () => {
    if (wide.length > 0) regions.push(...orderRegions(wide, DEEPEST))
    wide = []
  }
  const spans = spanningLines(segments, gutter)
  for (const segment of byLine(segments)) {
    if (spans.has(segment)) {
      if (band.length > 0) endBand()
      wide.push(segment)
    } else {
      endWide()
      band.push(segment)
    }
  }
  endBand()
  endWide()
  return regions
}

function byLine(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => a.y - b.y || a.x - b.x)
}

/** What crosses the gutter, and the rows of tables that stand across it. */
function spanningLines(segments: readonly Segment[], gutter: number): ReadonlySet<Segment> {
  const spans = new Set<Segment>()
  for (const row of rowsOf(segments)) {
    const crosses = row.some(segment => crossesAt(segment, gutter))
    if (crosses || isTableRow(row)) for (const segment of row) spans.add(segment)
  }
  return spans
}

/** Where most lines stand wholly left or wholly right, and running text stands on both sides; null where the region is one column. */
function findGutter(segments: readonly Segment[]): number | null {
  const lines = rowsOf(segments)
    .filter(row => !isTableRow(row))
    .flat()
  const starts = usualStarts(lines)
  let best: number | null = null
  let most = 0
  for (const start of starts) {
    const at = start - 2
    const left = lines.filter(segment => segment.right <= at)
    const right = lines.filter(segment => segment.x > at)
    const crossing = lines.length - left.length - right.length
    if (left.length < LINES || right.length < LINES || crossing > 0.5 * Math.min(left.length, right.length)) continue
    if (!isText(left) || !isText(right) || !standBeside(left, right)) continue
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

function standBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [top, bottom] = extent(left)
  const [otherTop, otherBottom] = extent(right)
  return Math.min(bottom, otherBottom) - Math.max(top, otherTop) > 0
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

/** Segments on one base line, from left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of byLine(segments)) {
    const row = rows.at(-1)
    if (row?.[0] && segment.y - row[0].y < 0.4 * Math.min(segment.size, row[0].size)) row.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

/** Three cells or more, short on the whole. */
function isTableRow(row: readonly Segment[]): boolean {
  if (row.length < 3) return false
  return row.reduce((sum, { text }) => sum + text.length, 0) / row.length < LONG
}
