type Point = readonly [x: number, y: number]

/** What a drawing measures, from its upper left corner. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Beyond the edge by as much, so that no edge of the drawing is drawn as a coast. */
const BEYOND = 6

/** Cuts a ring to a drawing, one side after the other (Sutherland and Hodgman 1974), and leaves a little beyond its edge. */
export function clipRing(ring: readonly Point[], { width, height }: Size, beyond = BEYOND): readonly Point[] {
  let points = ring
  for (const [axis, limit, sign] of [
    [0, -beyond, 1],
    [0, width + beyond, -1],
    [1, -beyond, 1],
    [1, height + beyond, -1],
  ] as const) {
    const out: Point[] = []
    for (const [i, point] of points.entries()) {
      const before = points.at(i - 1) as Point
      const [isIn, wasIn] = [(point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0]
      if (isIn !== wasIn) {
        const share = (limit - before[axis]) / (point[axis] - before[axis])
        out.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])])
      }
      if (isIn) out.push(point)
    }
    points = out
  }
  return points
}

/** The pieces of a line that lie in a drawing. */
export function cutLine(line: readonly Point[], size: Size): Point[][] {
  const pieces: Point[][] = []
  let last: Point | null = null
  for (const [i, point] of line.entries()) {
    const seen = i === 0 ? null : cutStep(line[i - 1] as Point, point, size)
    if (!seen) {
      last = null
      continue
    }
    const [from, to] = seen
    if (last && last[0] === from[0] && last[1] === from[1]) (pieces.at(-1) as Point[]).push(to)
    else pieces.push([from, to])
    last = to
  }
  return pieces
}

/** The part of a step from one point to the next that lies in a drawing (Liang and Barsky 1984); null where none does. */
function cutStep([x1, y1]: Point, [x2, y2]: Point, { width, height }: Size): readonly [Point, Point] | null {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [start, end] = [0, 1]
  for (const [step, room] of [
    [-dx, x1],
    [dx, width - x1],
    [-dy, y1],
    [dy, height - y1],
  ] as const) {
    if (step === 0 && room < 0) return null
    if (step < 0) start = Math.max(start, room / step)
    if (step > 0) end = Math.min(end, room / step)
  }
  if (start > end) return null
  const at = (share: number): Point => [x1 + share * dx, y1 + share * dy]
  return [start === 0 ? [x1, y1] : at(start), end === 1 ? [x2, y2] : at(end)]
}
