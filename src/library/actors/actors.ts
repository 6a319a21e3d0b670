import { type ActorName, countReportsOf, listActorNames, namesOfKeys, numbersOfKeys } from '../../store/actors.ts'
import type { Database } from '../../store/database.ts'
import { GriotError } from '../../util/error.ts'
import type { Library } from '../open.ts'
import { type ActorClasses, actorClasses } from './actor-classes.ts'

/** Somebody who has a part in records, by whatever names. */
export interface Actor {
  /** By which he is asked for; the same in every library unless an analyst took several for one. */
  readonly key: string
  readonly name: string
  readonly kind: string
  /** ISO 3166-1 alpha-3, as far as the key tells it. */
  readonly country: string | null
  readonly records: number
}

/** An actor with all names under which reports know him. */
export interface ShownActor extends Actor {
  readonly keys: readonly string[]
  readonly names: readonly { readonly name: string; readonly records: number }[]
  /** Numbers of these names. */
  readonly numbers: readonly number[]
  readonly reports: number
}

/** Everybody, those in most records first; `text` is how a word of a name begins. */
export function listActors(db: Database, text?: string): Actor[] {
  const classes = actorClasses(db)
  const named = text === undefined ? listActorNames(db) : [...listActorNames(db, text), ...renamedSo(db, classes, text)]
  const found = new Map<string, { first: ActorName; records: number }>()
  for (const name of named) {
    const key = classes.of(name.key)
    const known = found.get(key)
    if (known) known.records += name.records
    else found.set(key, { first: name, records: name.records })
  }
  return [...found].map(([key, { first, records }]) => toActor(key, first, records, classes)).sort((a, b) => b.records - a.records)
}

/** Names of those whom an analyst called so. */
function renamedSo(db: Database, classes: ActorClasses, text: string): ActorName[] {
  const keys = classes.called(text).flatMap(key => classes.keys(key))
  return keys.length === 0 ? [] : namesOfKeys(db, keys)
}

/** The actor with a key. */
export function getActor({ db, path }: Pick<Library, 'db' | 'path'>, key: string): ShownActor {
  const classes = actorClasses(db)
  const keys = classes.keys(key)
  const names = namesOfKeys(db, keys)
  const [first] = names
  if (!first) throw new GriotError('no-such-actor', `Nobody in ${path} has the key ${key}`, { hint: 'GET /api/actors lists them' })
  const numbers = numbersOfKeys(db, keys)
  const records = names.reduce((sum, each) => sum + each.records, 0)
  return {
    ...toActor(classes.of(key), first, records, classes),
    ...{ keys, numbers },
    names: names.map(({ name, records }) => ({ name, records })),
    reports: countReportsOf(db, numbers),
  }
}

function toActor(key: string, { name, kind }: ActorName, records: number, classes: ActorClasses): Actor {
  return { key, name: classes.name(key) ?? name, kind, country: countryOf(key), records }
}

/** "country:TGO", "TGO/MIL" and "name:edem kpodar@TGO" are of Togo. */
function countryOf(key: string): string | null {
  return /^country:([A-Z]{3})$/.exec(key)?.[1] ?? /^([A-Z]{3})\//.exec(key)?.[1] ?? /@([A-Z]{3})$/.exec(key)?.[1] ?? null
}
