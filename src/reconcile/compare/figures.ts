import type { Telling } from '../sketch.ts'
import type { Evidence } from './evidence.ts'

const EQUAL = 1
const AMONG = 0.5

export const figures: Evidence = {
  name: 'figures',
  onlyIfNear: true,
  says: 'Whether the numbers of killed and of injured are the same, each for itself. Other numbers say nothing: tolls grow.',
  scale: [
    ['the first number of both is the same', EQUAL],
    ['some number of both is the same', AMONG],
  ],
  score: (a, b) => compare(a, b, 'killed') + compare(a, b, 'injured'),
  tell: (a, b) => `The same number of ${(['killed', 'injured'] as const).filter(measure => compare(a, b, measure) > 0).join(' and of ')}.`,
}

function compare(a: Telling, b: Telling, measure: 'killed' | 'injured'): number {
  return a.tolls.length === 0 || b.tolls.length === 0 ? 0 : compareNumbers(a, b, measure)
}

function compareNumbers(a: Telling, b: Telling, measure: 'killed' | 'injured'): number {
  const [x, y] = [numbers(a, measure), numbers(b, measure)]
  if (x.length === 0 || y.length === 0) return 0
  if (x[0] === y[0]) return EQUAL
  return x.some(number => y.includes(number)) ? AMONG : 0
}

/** Numbers that a figure of the report gives; not the one who is counted because no number is told. */
function numbers({ tolls }: Telling, measure: 'killed' | 'injured'): number[] {
  return tolls.flatMap(toll => (toll.measure === measure && toll.record.startsWith('f') && toll.best !== null ? [toll.best] : []))
}
