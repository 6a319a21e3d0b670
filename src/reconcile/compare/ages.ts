import type { Telling } from '../sketch.ts'
import type { Evidence } from './evidence.ts'

export const ages: Evidence = {
  name: 'ages',
  says: 'Ages of people in both.',
  scale: [
    ['two ages or more are the same', 1],
    ['one age is the same', 0.5],
    ['both give ages, none the same', -1],
  ],
  score(a, b) {
    if (a.ages.length === 0 || b.ages.length === 0) return 0
    const same = shared(a, b).length
    return same >= 2 ? 1 : same === 1 ? 0.5 : -1
  },
  tell(a, b) {
    const same = shared(a, b)
    return same.length > 0 ? `Both have somebody aged ${same.slice(0, 3).join(', ')}.` : 'The ages of people differ.'
  },
}

function shared(a: Telling, b: Telling): number[] {
  return a.ages.filter(age => b.ages.includes(age))
}
