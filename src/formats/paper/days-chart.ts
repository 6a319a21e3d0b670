import { daysAxis, round, WIDTH } from './days-axis.ts'
import type { Drawing, Shape } from './paper.ts'

const HEIGHT = 130
const BOTTOM = 104
const TOP = 12

/** A thing that happened on a day; `height` in whatever is counted. */
export interface DayMark {
  readonly day: string
  readonly height: number
  readonly says: string
  /** The notes behind it, first that of the number. */
  readonly notes: readonly number[]
  readonly isDeadly: boolean
}

/** Days as stems on a line, higher by the logarithm of what is counted; days on which nothing is counted have a dot on the line. */
export function drawDays(caption: string, marks: readonly DayMark[]): Drawing {
  const axis = daysAxis(
    marks.map(mark => mark.day),
    BOTTOM,
  )
  const most = Math.log1p(Math.max(...marks.map(mark => mark.height), 1))
  const y = (height: number) => round(BOTTOM - (Math.log1p(height) / most) * (BOTTOM - TOP))
  let last: readonly [x: number, y: number] = [Number.NEGATIVE_INFINITY, 0]
  const shapes = marks.flatMap(({ day, height, says, notes, isDeadly }): Shape[] => {
    const [x, top] = [axis.at(day), y(height)]
    const dot: Shape = {
      kind: 'dot',
      ink: isDeadly ? 'first' : 'second',
      x,
      y: isDeadly ? top : BOTTOM,
      radius: isDeadly ? 4 : 3,
      says,
      notes,
    }
    if (!isDeadly) return [dot]
    const number: Shape = {
      kind: 'text',
      ink: 'text',
      x: round(x + 7),
      y: round(top + 4),
      text: String(height),
      anchor: 'start',
      says,
      notes,
    }
    // A number that would cover the one before it is left to the tooltip.
    const isCovered = Math.abs(x - last[0]) < 22 && Math.abs(top - last[1]) < 12
    if (!isCovered) last = [x, top]
    return [
      {
        kind: 'line',
        ink: 'first',
        lines: [
          [
            [x, BOTTOM],
            [x, top],
          ],
        ],
      },
      dot,
      ...(isCovered ? [] : [number]),
    ]
  })
  return { caption, width: WIDTH, height: HEIGHT, shapes: [...axis.shapes, ...shapes] }
}
