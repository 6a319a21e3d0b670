import { actorsCalled } from '../../library/actors/find-actors.ts'
import type { Library } from '../../library/open.ts'
import { listKnownNames, namesOfNumbers } from '../../store/dealings.ts'
import { GriotError } from '../../util/error.ts'
import { foldName } from '../../util/fold.ts'
import { countryNames, findCountry } from '../countries.ts'
import { statesOfNames } from './states.ts'

/** One of two whose relations are asked for. */
export interface Side {
  readonly name: string
  /** ISO 3166-1 alpha-3 of a state; the key of a group or an organisation. */
  readonly key: string
  /** Numbers of the names that it goes by. */
  readonly names: ReadonlySet<number>
}

/** Two sides by country, name or key. */
export function findSides(library: Library, texts: readonly [string, string]): [Side, Side] {
  const countries = texts.map(findCountry)
  const states = statesOfNames(
    library,
    countries.filter(country => country !== null),
  )
  const nameOf = countryNames(listKnownNames(library.db))
  const side = (i: 0 | 1): Side => {
    const country = countries[i] ?? null
    if (country === null) return findBody(library, texts[i])
    const names = new Set([...states].flatMap(([no, state]) => (state === country ? [no] : [])))
    return { name: nameOf(country), key: country, names }
  }
  return [side(0), side(1)]
}

function findBody({ db }: Library, text: string): Side {
  const names = namesOfNumbers(db, actorsCalled(db, text))
  const exact = names.find(({ name, key }) => foldName(name) === foldName(text) || key === text.trim()) ?? names[0]
  if (exact) return { name: exact.name, key: exact.key, names: new Set(names.map(({ no }) => no)) }
  throw new GriotError('no-such-actor', `Nobody in the library is called "${text}"`, {
    hint: 'griot search --actor NAME finds names; a country may be given by its code',
  })
}
