import { foldName } from '../util/fold.ts'
import { pushTo } from '../util/group.ts'

/** A person as a report names him; `country` is ISO 3166-1 alpha-3, null where it is not known. */
export interface PersonNamed {
  readonly name: string
  readonly country: string | null
}

/** A rank or a form of address is no part of a name. */
const ADDRESS =
  /^(?:(?:mr|mrs|ms|dr|prof|gen|general|lt|lieutenant|col|colonel|maj|major|capt|captain|brig|brigadier|sgt|sergeant|adm|admiral|marshal|sir|sheikh|president|prime minister|minister) )+(?=\S)/

/** The name by which people are compared: folded, without rank and form of address. */
export function personKey(name: string): string {
  return foldName(name).replace(ADDRESS, '')
}

/**
 * Are two names those of one person? The same name, or a shorter one of it that keeps its last word ("Mensavi", "Yao Mensavi"; "Y. Mensavi"),
 * and not of two countries.
 */
export function samePerson(a: PersonNamed, b: PersonNamed): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false
  const [long, short] = [personKey(a.name).split(' '), personKey(b.name).split(' ')].sort((x, y) => y.length - x.length)
  if (!long || !short || long.at(-1) !== short.at(-1)) return false
  let at = 0
  for (const word of short) {
    const found = long.findIndex((each, i) => i >= at && (each === word || isInitial(word, each) || isInitial(each, word)))
    if (found < 0) return false
    at = found + 1
  }
  return true
}

function isInitial(letter: string, word: string): boolean {
  return letter.length === 1 && word.startsWith(letter)
}

/**
 * Names → the fullest name of the same person among them: folded name → the key of the person. A short name that two people could have is a
 * person of its own. Names without two words in common are never compared, so that it stays fast with many.
 */
export function mergePeople(names: Iterable<string>): Map<string, string> {
  const keys = [...new Set([...names].map(personKey))].sort((a, b) => b.split(' ').length - a.split(' ').length || (a < b ? -1 : 1))
  const byLast = new Map<string, string[]>()
  const merged = new Map<string, string>()
  for (const key of keys) {
    const last = key.slice(key.lastIndexOf(' ') + 1)
    const fuller = (byLast.get(last) ?? []).filter(each => samePerson({ name: each, country: null }, { name: key, country: null }))
    if (fuller.length === 1) merged.set(key, fuller[0] as string)
    else {
      merged.set(key, key)
      pushTo(byLast, last, key)
    }
  }
  return merged
}
