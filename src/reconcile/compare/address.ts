import type { Evidence } from './evidence.ts'

export const address: Evidence = {
  name: 'address',
  says: 'A house number with the name of its street in both.',
  scale: [['the same', 1]],
  score: (a, b) => (a.addresses.some(hash => b.addresses.includes(hash)) ? 1 : 0),
  tell: () => 'Both give the same number of the same street.',
}
