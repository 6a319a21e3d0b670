import type { Database } from '../../store/database.ts'
import { listDecisionsOf } from '../../store/decisions.ts'
import { standingDecisions } from '../decisions/evidence.ts'

/** What analysts said of actors: which keys are one, and what each is called. */
export interface ActorClasses {
  /** The key that stands for a key. */
  of(key: string): string
  /** All keys of the actor that a key stands for, that key first. */
  keys(key: string): readonly string[]
  /** The name that an analyst gave the actor; null where none did. */
  name(key: string): string | null
  /** Keys that are called so by an analyst, as he wrote it but for case. */
  called(name: string): readonly string[]
  /** Nothing was said. */
  readonly isEmpty: boolean
}

/** What the value of a decision to rename an actor, or to take several for one, holds. */
export interface ActorValue {
  /** The new name. */
  readonly name?: string
  /** Keys that are the same as the target. */
  readonly keys?: readonly string[]
}

/** Reads the decisions on actors that stand. */
export function actorClasses(db: Database): ActorClasses {
  const parents = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    return root
  }
  const names = new Map<string, string>()
  for (const { kind, target, value } of standingDecisions(listDecisionsOf(db, ['rename', 'same-actor']))) {
    const { name, keys = [] } = JSON.parse(value ?? '{}') as ActorValue
    if (kind === 'rename' && name !== undefined) names.set(target, name)
    if (kind === 'same-actor') for (const key of keys) if (find(key) !== find(target)) parents.set(find(key), find(target))
  }
  const members = Map.groupBy(parents.keys(), find)
  const nameOf = (key: string) => {
    const own = keysOf(key).flatMap(each => names.get(each) ?? [])
    return own[0] ?? null
  }
  const keysOf = (key: string): readonly string[] => {
    const root = find(key)
    return [root, ...(members.get(root) ?? [])]
  }
  return {
    of: find,
    isEmpty: parents.size === 0 && names.size === 0,
    keys: keysOf,
    name: nameOf,
    called: name => [...names].filter(([, own]) => own.toLowerCase() === name.trim().toLowerCase()).map(([key]) => key),
  }
}
