type Point = readonly [x: number, y: number]

/** What a drawing measures, from its upper left corner. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Beyond the edge by as much, so that no edge of the drawing is drawn as a coast. */
const BEYOND = 6

/** Cuts a ring to a drawing, one side after the other (Sutherland and Hodgman 1974). */
export function clipRing(ring: readonly Point[], { width, height }: Size): readonly Point[] {
  let points = ring
  for (const [axis, limit, sign] of [
    [0, -BEYOND, 1],
    [0, width + BEYOND, -1],
    [1, -BEYOND, 1],
    [1, height + BEYOND, -1],
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

/** The pieces of a line that may be seen in a drawing. */
export function cutLine(line: readonly Point[], size: Size): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (const [i, point] of line.entries()) {
    const before = line[i - 1]
    if (before && mayBeSeen(before, point, size)) {
      if (piece.length === 0) {
        piece = [before]
        pieces.push(piece)
      }
      piece.push(point)
    } else piece = []
  }
  return pieces
}

function mayBeSeen([x1, y1]: Point, [x2, y2]: Point, { width, height }: Size): boolean {
  return Math.max(x1, x2) >= 0 && Math.min(x1, x2) <= width && Math.max(y1, y2) >= 0 && Math.min(y1, y2) <= height
}
