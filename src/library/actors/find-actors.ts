import { keysOfNames } from '../../store/about.ts'
import { numbersOfKeys } from '../../store/actors.ts'
import { namesCalled } from '../../store/calls.ts'
import type { Database } from '../../store/database.ts'
import { actorClasses } from './actor-classes.ts'

/** Numbers of everybody who is called so, with all that analysts take for the same. */
export function actorsCalled(db: Database, text: string): number[] {
  const classes = actorClasses(db)
  const found = namesCalled(db, text)
  if (classes.isEmpty) return found
  const keys = new Set([...keysOfNames(db, found), ...classes.called(text)].flatMap(key => classes.keys(key)))
  return [...new Set([...found, ...numbersOfKeys(db, [...keys])])]
}
