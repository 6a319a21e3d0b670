import { sharedDay } from './date.ts'
import type { Evidence } from './evidence.ts'

/** Days apart at most, and the score. A happening is mostly reported within days; trials and anniversaries come months after. */
const STEPS: readonly (readonly [days: number, score: number])[] = [
  [1, 0.5],
  [3, 0],
  [7, -0.5],
  [14, -1],
  [30, -1.5],
  [100, -2],
]
const BEYOND = -3
/** A later report that names the day of an earlier one looks back at it. */
const BACK = -0.5

export const published: Evidence = {
  name: 'published',
  onlyIfNear: true,
  says: 'How many days lie between the days of publication.',
  scale: [
    ['the same day or the next', 0.5],
    ['up to three days', 0],
    ['up to a week', -0.5],
    ['up to two weeks', -1],
    ['up to thirty days', -1.5],
    ['up to a hundred days', -2],
    ['more', BEYOND],
  ],
  score(a, b) {
    if (!a.isMain || !b.isMain || a.published === null || b.published === null) return 0
    const apart = Math.abs(a.published - b.published)
    const score = STEPS.find(([days]) => apart <= days)?.[1] ?? BEYOND
    return score < BACK && sharedDay(a, b) !== null ? BACK : score
  },
  tell: (a, b) => `They were published ${Math.abs((a.published as number) - (b.published as number))} days apart.`,
}
