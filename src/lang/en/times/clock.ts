import type { Piece, TimeMatch, TimeRule } from '../../../document/answers/times.ts'
import type { TimeShape } from '../../../document/time-shape.ts'

/** Times of the day by the clock. */
export const CLOCK_RULES: readonly TimeRule[] = [
  {
    name: 'clock',
    says: 'Hour and minute: "10:35 a.m.", "12:00 UTC".',
    pattern: 'hour ~":"|"." ~sixty ( ~":" ~sixty )? ampm? zone?',
    make: m => {
      const dotted = m.has('"."')
      if (dotted && !m.has('ampm') && !m.has('zone')) return null
      if (isScore(m)) return null
      return clock(m, m.number('hour'), m.number('sixty'))
    },
  },
  {
    name: 'hour',
    says: 'An hour with its half of the day: "7 p.m.", "10 a.m. EST".',
    pattern: 'hour ampm zone?',
    make: m => (isLowerAm(m) ? clock(m, m.number('hour'), 0) : null),
  },
  {
    name: 'four-figures',
    says: 'Hour and minute as four figures with a zone: "0735 GMT".',
    pattern: 'four-figures zone|"hours"|"hrs"',
    make: m => {
      const text = m.piece('four-figures').lower
      const [hour, minute] = [Number(text.slice(0, 2)), Number(text.slice(2))]
      if (!m.has('zone') && !text.startsWith('0') && m.before(1)?.lower !== 'at') return null
      return hour < 25 && minute < 60 ? clock(m, hour, minute) : null
    },
  },
  {
    name: 'oclock',
    says: 'An hour by the clock: "five o\'clock".',
    pattern: 'number "o\'clock"',
    make: m => (m.number('number') <= 24 ? clock(m, m.number('number'), 0) : null),
  },
  {
    name: 'noon',
    says: 'Noon and midnight.',
    pattern: 'clock-name',
    make: m => {
      if (m.piece('clock-name').capital && !m.piece('clock-name').opens) return null
      const [hour, minute] = m.text('clock-name').split(':').map(Number)
      return { type: 'time', hour: hour ?? 12, minute: minute ?? 0 }
    },
  },
  {
    name: 'hour-in-the-part',
    says: 'An hour with the part of the day: "4 in the morning".',
    pattern: 'number "o\'clock"? "in"|"at" "the"? part',
    make: m => {
      const hour = m.number('number')
      if (!(hour >= 1 && hour <= 12) || m.before(1)?.lower !== 'at') return null
      return { type: 'time', hour: m.text('part') === 'MO' ? hour % 12 : (hour % 12) + 12, minute: 0 }
    },
  },
]

function clock(m: TimeMatch, hour: number, minute: number): TimeShape | null {
  if (hour > 24 || minute > 59) return null
  let h = hour
  if (m.has('ampm')) {
    if (hour > 12 || hour === 0) return null
    h = (hour % 12) + (m.text('ampm') === 'pm' ? 12 : 0)
  }
  const second = m.has('sixty', 1) ? { second: m.number('sixty', 1) } : {}
  return { type: 'time', hour: h, minute, ...second, ...(m.has('zone') ? { zone: m.text('zone') } : {}) }
}

/** "I am", "5 AM": the half of the day is written small, with dots, or right behind the figures. */
function isLowerAm(m: TimeMatch): boolean {
  return m.piece('hour').digits > 0
}

/** "won 10:35", "a ratio of 1:10", "Genesis 3:15" have no time about them: a time is told with a preposition, a zone or half of a day. */
function isScore(m: TimeMatch): boolean {
  if (m.has('ampm') || m.has('zone')) return false
  const before: Piece | null = m.before(1)
  return before?.capital === true && !before.opens && before.meanings.length === 0
}
