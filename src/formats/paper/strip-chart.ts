import { daysAxis, round, WIDTH } from './days-axis.ts'
import type { Drawing, Shape } from './paper.ts'

const ROW = 22
const TOP = 8
const FOOT = 26
/** Room for the names, and letters of a name that have room. */
const NAMES = 150
const MOST_LETTERS = 24
/** What is strongest on PLOVER's scale. */
const STRONGEST = 10

/** Things that were between somebody and others, a line for each of these. */
export interface Strip {
  readonly name: string
  readonly marks: readonly StripMark[]
}

export interface StripMark {
  readonly day: string
  /** From -10, conflict, to +10, cooperation. */
  readonly strength: number
  readonly says: string
  readonly notes: readonly number[]
}

/** A line of days for each of several, with a dot for each thing: cooperation and conflict in two inks, larger where it is stronger. */
export function drawStrips(caption: string, strips: readonly Strip[]): Drawing {
  const bottom = TOP + strips.length * ROW
  const axis = daysAxis(
    strips.flatMap(({ marks }) => marks.map(mark => mark.day)),
    bottom,
    NAMES,
  )
  const shapes = strips.flatMap(({ name, marks }, i): Shape[] => {
    const y = TOP + i * ROW + ROW / 2
    const text = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name
    return [
      { kind: 'text', ink: 'text', x: NAMES - 12, y: y + 4, text, anchor: 'end' },
      {
        kind: 'line',
        ink: 'axis',
        lines: [
          [
            [NAMES, y],
            [WIDTH - 8, y],
          ],
        ],
      },
      ...marks.map(
        ({ day, strength, says, notes }): Shape => ({
          ...{ kind: 'dot', ink: strength < 0 ? 'first' : 'second', x: axis.at(day), y },
          ...{ radius: round(2.5 + (Math.abs(strength) / STRONGEST) * 5), says, notes },
        }),
      ),
    ]
  })
  return { caption, width: WIDTH, height: bottom + FOOT, shapes: [...axis.shapes, ...shapes] }
}
