import { foldName } from '../util/fold.ts'
import type { Database } from './database.ts'
import { parseMatch } from './match.ts'

/** Names that a question may mean at the most. */
const MOST = 5000

interface Called {
  readonly no: number
  readonly key: string
  readonly name: string
}

/**
 * Numbers of everybody and every place that is called so, or has this key ("wikidata:Q965", "MLI" for Mali): those of exactly this name, with
 * all other names of the same key, and the bodies of a state where it is a country's; else those with all these words in their names.
 */
export function namesCalled(db: Database, text: string): number[] {
  const match = parseMatch(text)
  const sql = 'SELECT no, key, name FROM named WHERE no IN (SELECT rowid FROM called WHERE called MATCH ? LIMIT ?)'
  const byWords = match ? db.all<Called>(sql, match.match, MOST) : []
  const folded = foldName(text)
  const exact = byWords.filter(({ name }) => foldName(name) === folded)
  const keys = new Set([text.trim(), `country:${text.trim().toUpperCase()}`, ...exact.map(({ key }) => key)])
  const found = new Set((exact.length > 0 ? exact : byWords).map(({ no }) => no))
  for (const key of keys) for (const no of numbersOfKey(db, key)) found.add(no)
  return [...found]
}

/** Names under a key; under that of a country also those of its government, army and so on. */
function numbersOfKey(db: Database, key: string): number[] {
  const numbers = db.all<{ no: number }>('SELECT no FROM named WHERE key = ?', key)
  const country = /^country:([A-Z]{3})$/.exec(key)?.[1]
  if (country) numbers.push(...db.all<{ no: number }>(`SELECT no FROM named WHERE key >= ? AND key < ?`, `${country}/`, `${country}0`))
  return numbers.map(({ no }) => no)
}
