import type { Telling, TellingPerson } from '../sketch.ts'
import type { Evidence } from './evidence.ts'

const FIRST = 2
const FURTHER = 1.5
/** People beyond the third add nothing. */
const MOST = 3

export const people: Evidence = {
  name: 'people',
  says: 'People with a first and a last name in both; a name that stands everywhere counts less, down to nothing, and that of an official for half. Nothing either where each report speaks mostly of somebody whom the other does not name.',
  scale: [
    ['one rare name in both', FIRST],
    ['each further one, up to three in all', FURTHER],
  ],
  score(a, b) {
    const rarity = Math.min(
      MOST,
      shared(a, b).reduce((sum, person) => sum + person.rarity, 0),
    )
    return rarity <= 1 ? FIRST * rarity : FIRST + FURTHER * (rarity - 1)
  },
  tell(a, b) {
    const names = shared(a, b).map(person => person.name)
    return `Both name ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}.`
  },
}

/** Mentions that make somebody a main person of a report. */
const MAIN = 3

/** Whether each speaks mostly of somebody whom the other does not know: then a name in both is one of the background. */
function isOfOthers(a: Telling, b: Telling): boolean {
  const [x, y] = [a.people[0], b.people[0]]
  return x !== undefined && y !== undefined && x.mentions >= MAIN && y.mentions >= MAIN && !knows(a, y) && !knows(b, x)
}

/** Whether somebody of that last name is in a telling. */
function knows({ people }: Telling, { name }: TellingPerson): boolean {
  const last = name.slice(name.lastIndexOf(' '))
  return people.some(person => person.name.endsWith(last))
}

function shared(a: Telling, b: Telling): TellingPerson[] {
  return a.people.length === 0 || b.people.length === 0 || isOfOthers(a, b)
    ? []
    : a.people.filter(({ name }) => b.people.some(other => other.name === name))
}
