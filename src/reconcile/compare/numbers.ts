import { cosine } from '../word-vector.ts'
import { clamp, type Evidence } from './evidence.ts'

/** Likeness at which numbers speak neither for nor against. */
const EVEN = 0.2
const SLOPE = 4
const MOST = 1.5
const LEAST = -0.75
/** So many numbers say half of what very many do. */
const HALF = 2

export const numbers: Evidence = {
  name: 'numbers',
  says: 'How alike the numbers written in digits are, where both have any: years, hours, sums, house numbers, ages. Few numbers say less.',
  scale: [
    ['most are the same', `+${MOST}`],
    [`likeness ${EVEN}`, 0],
    ['none is the same', `−${-LEAST}`],
  ],
  score(a, b) {
    if (a.numbers.words === 0 || b.numbers.words === 0) return 0
    const count = Math.min(a.numbers.hashes.length, b.numbers.hashes.length)
    return (clamp(SLOPE * (cosine(a.numbers, b.numbers) - EVEN), LEAST, MOST) * count) / (count + HALF)
  },
  tell: (a, b) => `The numbers are ${Math.round(100 * cosine(a.numbers, b.numbers))} % alike.`,
}
