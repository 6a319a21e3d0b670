import type { Database } from '../store/database.ts'

interface Remembered {
  version: number
  readonly values: Map<string, unknown>
}

const kept = new WeakMap<Database, Remembered>()

/** Values that are kept at once. */
const MOST = 64

/** What was made of a library under a key, made anew when the library has changed. */
export function remember<T>(db: Database, key: string, make: () => T): T {
  const version = db.dataVersion
  const own = kept.get(db) ?? { version, values: new Map() }
  kept.set(db, own)
  if (own.version !== version) {
    own.values.clear()
    own.version = version
  }
  if (own.values.has(key)) return own.values.get(key) as T
  const value = make()
  if (own.values.size >= MOST) own.values.clear()
  own.values.set(key, value)
  return value
}
