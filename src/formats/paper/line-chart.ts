import { daysAxis, round, SIDE, WIDTH } from './days-axis.ts'
import type { Drawing, Shape } from './paper.ts'

const HEIGHT = 160
const BOTTOM = 134
const TOP = 20

/** A number on a day, within the bounds of what sources say. */
export interface DayValue {
  readonly day: string
  readonly best: number
  readonly low: number
  readonly high: number
  /** The notes behind the number. */
  readonly notes: readonly number[]
}

/** Numbers over days: points on a line from 0 up, a bar behind each point where sources differ. */
export function drawLines(caption: string, values: readonly DayValue[], format: (value: number) => string): Drawing {
  const axis = daysAxis(
    values.map(value => value.day),
    BOTTOM,
  )
  const most = Math.max(...values.map(value => Math.max(value.high, value.best)), 1)
  const y = (value: number) => round(BOTTOM - (value / most) * (BOTTOM - TOP))
  const points = values.map(({ day, best }) => [axis.at(day), y(best)] as const)
  const bars = values
    .filter(({ low, high }) => high > low)
    .map(
      ({ day, low, high, notes }): Shape => ({
        ...{ kind: 'rect', ink: 'range', x: round(axis.at(day) - 3), y: y(high), width: 6, height: round(y(low) - y(high)) },
        ...{ says: `${day}: ${format(low)} – ${format(high)}`, notes },
      }),
    )
  const dots = values.flatMap(({ day, best, notes }, i): Shape[] => {
    const [x, top] = points[i] as readonly [number, number]
    const anchor = i === values.length - 1 && i > 0 ? 'end' : i === 0 ? 'start' : 'middle'
    const mark = { says: `${day}: ${format(best)}`, notes }
    return [
      { kind: 'dot', ink: 'second', x, y: top, radius: 3.5, ...mark },
      { kind: 'text', ink: 'text', x, y: round(top - 8), text: format(best), anchor, ...mark },
    ]
  })
  const zero: Shape = { kind: 'text', ink: 'soft', x: SIDE - 8, y: BOTTOM + 4, text: '0', anchor: 'end' }
  return {
    caption,
    width: WIDTH,
    height: HEIGHT,
    shapes: [...axis.shapes, zero, ...bars, { kind: 'line', ink: 'second', lines: [points] }, ...dots],
  }
}
