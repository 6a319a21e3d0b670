import type { Telling } from '../sketch.ts'
import type { Evidence } from './evidence.ts'

const OTHER = -2
const UNLIKE = -1.5
const TALKS = -1
const DIPLOMACY: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'COOPERATE'])

export const kind: Evidence = {
  name: 'kind',
  says: 'What kind of event it is. Of what both reports are mainly about only this counts: a protest or riot is no attack, battle or blast, and an abduction is neither, talks and agreements are none of these; a report on an arrest tells the attack too.',
  scale: [
    ['beside what the report is about: another PLOVER type', OTHER],
    ['a protest and violence, or an abduction and one of these', UNLIKE],
    ['one of these, and a visit, talks, an agreement, support or cooperation', TALKS],
  ],
  score(a, b) {
    if (!a.isMain || !b.isMain) return a.type === b.type ? 0 : OTHER
    const [x, y] = [familyOf(a), familyOf(b)]
    if (x === null || y === null || x === y) return 0
    return x === 'diplomacy' || y === 'diplomacy' ? TALKS : UNLIKE
  },
  tell: (a, b) => `One is ${nameOf(a)}, the other ${nameOf(b)}.`,
}

/** What is told apart of ACLED's events; null for the others. */
function familyOf({ acled, type }: Telling): 'protest' | 'violence' | 'abduction' | 'diplomacy' | null {
  const [event, subEvent] = acled ?? ['', '']
  if (subEvent === 'Abduction/forced disappearance') return 'abduction'
  if (event === 'Protests' || event === 'Riots' || type === 'PROTEST') return 'protest'
  if (type !== null && DIPLOMACY.has(type)) return 'diplomacy'
  return type === 'ASSAULT' ? 'violence' : null
}

function nameOf({ acled, type }: Telling): string {
  return acled?.[1] ?? type ?? 'of no type'
}
