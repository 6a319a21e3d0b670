import { addMonths, dateOf, dayOf, parseDay } from '../../util/calendar.ts'
import type { Shape } from './paper.ts'

/** Width of drawings, and the room that is left at their sides. */
export const WIDTH = 640
export const SIDE = 48

/** Where days lie on a line, and the shapes of the line's marks: months written as 2025-03, the same in every language. */
export function daysAxis(days: readonly string[], bottom: number, left = SIDE): { at: (day: string) => number; shapes: Shape[] } {
  const numbers = days.map(day => parseDay(day) ?? 0)
  const [first, last] = [Math.min(...numbers) - 3, Math.max(...numbers) + 3]
  const x = (day: number) => round(left + ((day - first) / (last - first)) * (WIDTH - left - 16))
  const months = (last - first) / 30.4
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find(each => months / each <= 9) ?? 600
  const shapes: Shape[] = [
    {
      kind: 'line',
      ink: 'axis',
      lines: [
        [
          [left - 4, bottom],
          [WIDTH - 8, bottom],
        ],
      ],
    },
  ]
  const { year } = dateOf(first)
  for (let tick = dayOf(year, 1, 1); tick <= last; tick = addMonths(tick, step)) {
    if (tick < first) continue
    const { year: at, month } = dateOf(tick)
    shapes.push({
      kind: 'line',
      ink: 'axis',
      lines: [
        [
          [x(tick), bottom],
          [x(tick), bottom + 4],
        ],
      ],
    })
    shapes.push({
      kind: 'text',
      ink: 'soft',
      x: x(tick),
      y: bottom + 16,
      text: `${at}-${String(month).padStart(2, '0')}`,
      anchor: 'middle',
    })
  }
  return { at: day => x(parseDay(day) ?? 0), shapes }
}

/** Drawings need no finer steps. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
