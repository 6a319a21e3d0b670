import type { Evidence } from './evidence.ts'

const OTHER = -2

export const kind: Evidence = {
  name: 'kind',
  says: 'What kind of event it is (PLOVER type), where one is not what its report is mainly about. Of main happenings it says nothing: a report on an arrest tells the attack too.',
  scale: [['another type', OTHER]],
  score: (a, b) => ((a.isMain && b.isMain) || a.type === b.type ? 0 : OTHER),
  tell: (a, b) => `One is ${a.type ?? 'of no type'}, the other ${b.type ?? 'of no type'}.`,
}
