import type { TimeMatch } from '../../../document/answers/times.ts'
import type { TimeShape, TimeUnit } from '../../../document/time-shape.ts'

/** The shape of the first of some categories that a match has. */
export function shapeOf(m: TimeMatch, ...categories: string[]): TimeShape {
  for (const c of categories) if (m.has(c)) return m.shape(c)
  return { type: 'date' }
}

/** A length as a distance from the day of publication or from the time told of; null for lengths that lie somewhere already. */
export function shifted(shape: TimeShape, sign: 1 | -1, from: 'published' | 'narrative'): TimeShape | null {
  if (shape.within || shape.toward) return null
  if (!shape.length) {
    const unit = /^P(T?)X(.+)$/.exec(shape.value ?? '')
    if (!unit) return null
    const code = unit[1] === 'T' ? (unit[2] as string).toLowerCase() : (unit[2] as string)
    return { type: 'date', shift: { unit: code as TimeUnit, by: null }, from, turn: sign }
  }
  // "a decade ago" names a year about ten years back, no decade of the calendar.
  const isDecade = shape.length.unit === 'DE' && shape.length.by === 1
  const { unit, by } = isDecade ? { unit: 'Y' as const, by: 10 } : shape.length
  return by === null
    ? { type: 'date', shift: { unit, by }, from, turn: sign }
    : { type: 'date', shift: { unit, by: sign * by, counted: true }, from }
}
