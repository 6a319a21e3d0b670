import { kilometres } from '../kilometres.ts'
import type { Telling, TellingPlace } from '../sketch.ts'
import type { Evidence } from './evidence.ts'

const NEAR = 25
const SAME = 10
const FAR = 100
const HERE = 1.5
const NAMED = 1
const AWAY = -2
const ABROAD = -4

export const place: Evidence = {
  name: 'place',
  says: 'How far apart the towns or districts are in which it happened. A place known only as a country or a province says nothing.',
  scale: [
    [`the likeliest places are at most ${NEAR} km apart`, HERE],
    [`some other place of both is the same (${SAME} km)`, NAMED],
    [`the likeliest places are more than ${FAR} km apart, and no other is the same`, AWAY],
    ['they are in two countries, and neither names a place in the other’s', ABROAD],
  ],
  score(a, b) {
    const [x, y] = [fine(a)[0], fine(b)[0]]
    if (!x || !y) return 0
    const apart = kilometres(x, y)
    if (apart <= NEAR) return HERE
    if (common(a, b)) return NAMED
    if (areAbroad(a, b)) return ABROAD
    return apart > FAR ? AWAY : 0
  },
  tell(a, b) {
    const [x, y] = [fine(a)[0], fine(b)[0]] as [TellingPlace, TellingPlace]
    const apart = kilometres(x, y)
    if (apart <= NEAR) return x.name === y.name ? `Both are in ${x.name}.` : `${x.name} and ${y.name} are ${Math.round(apart)} km apart.`
    const same = common(a, b)
    return same ? `Both name ${same.name}.` : `${x.name} and ${y.name} are ${Math.round(apart)} km apart.`
  },
}

/** The places that are a town, a point or a district. */
export function fine({ places }: Telling): readonly TellingPlace[] {
  return places.filter(({ precision }) => precision === 'city' || precision === 'point' || precision === 'admin2')
}

function common(a: Telling, b: Telling): TellingPlace | undefined {
  return fine(a).find(x => fine(b).some(y => kilometres(x, y) <= SAME))
}

function areAbroad(a: Telling, b: Telling): boolean {
  const [x, y] = [countries(a), countries(b)]
  return x.size > 0 && y.size > 0 && ![...x].some(country => y.has(country))
}

function countries({ places, country }: Telling): Set<string> {
  return new Set([...places.map(place => place.country), country].filter(one => one !== null))
}
