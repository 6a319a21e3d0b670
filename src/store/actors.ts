import type { Database } from './database.ts'
import { parsePrefix } from './match.ts'
import { PARTY_ROLES, type PartyRole } from './names.ts'

/** Roles in which somebody has a part in a record; where it is does not count. */
const ACTING = PARTY_ROLES.flatMap((role, i) =>
  role.endsWith('.place') || role.endsWith('.origin') || role.endsWith('.destination') ? [] : [i],
)

/** A name that somebody has in records, and in how many. */
export interface ActorName {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly records: number
}

/** Everybody who has a part in a record, by each name, those in most records first; `text` is how a word of the name begins. */
export function listActorNames(db: Database, text?: string): ActorName[] {
  const match = text === undefined ? null : parsePrefix(text)
  if (text !== undefined && match === null) return []
  const only = match === null ? '' : 'AND who IN (SELECT rowid FROM called WHERE called MATCH ?)'
  const sql = `SELECT key, name, kind, records FROM (SELECT who, count(*) AS records FROM party INDEXED BY party_who
    WHERE role IN (${ACTING}) ${only} GROUP BY who) JOIN named ON named.no = who ORDER BY records DESC, key, name`
  return db.all<ActorName>(sql, ...(match === null ? [] : [match]))
}

/** Numbers of the names that have one of some keys. */
export function numbersOfKeys(db: Database, keys: readonly string[]): number[] {
  return db
    .all<{ no: number }>('SELECT no FROM named WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(keys))
    .map(({ no }) => no)
}

/** The names that have one of some keys, and in how many records each stands. */
export function namesOfKeys(db: Database, keys: readonly string[]): ActorName[] {
  const sql = `SELECT key, name, kind, (SELECT count(*) FROM party WHERE who = named.no) AS records FROM named
    WHERE key IN (SELECT value FROM json_each(?)) ORDER BY records DESC, key, name`
  return db.all<ActorName>(sql, JSON.stringify(keys))
}

/** In how many records some names have each role. */
export function countRoles(db: Database, names: readonly number[]): { readonly role: PartyRole; readonly records: number }[] {
  const sql = `SELECT role, count(*) AS records FROM party WHERE who IN (SELECT value FROM json_each(?)) GROUP BY role ORDER BY role`
  return db
    .all<{ role: number; records: number }>(sql, JSON.stringify(names))
    .map(({ role, records }) => ({ role: PARTY_ROLES[role] as PartyRole, records }))
}

/** How many reports have some names. */
export function countReportsOf(db: Database, names: readonly number[]): number {
  const sql = 'SELECT count(DISTINCT record >> 16) AS count FROM party WHERE who IN (SELECT value FROM json_each(?))'
  return db.get<{ count: number }>(sql, JSON.stringify(names))?.count ?? 0
}

/** Numbers of the reports that have some names, the last that came in first. */
export function reportsOfNames(db: Database, names: readonly number[], most: number): number[] {
  const sql = 'SELECT DISTINCT record >> 16 AS no FROM party WHERE who IN (SELECT value FROM json_each(?)) ORDER BY no DESC LIMIT ?'
  return db.all<{ no: number }>(sql, JSON.stringify(names), most).map(({ no }) => no)
}

/** Numbers of the records in which some names have a role, those of the last reports first. */
export function recordsOfRole(db: Database, names: readonly number[], role: PartyRole, most: number): number[] {
  const sql = 'SELECT record FROM party WHERE who IN (SELECT value FROM json_each(?)) AND role = ? ORDER BY record DESC LIMIT ?'
  return db.all<{ record: number }>(sql, JSON.stringify(names), PARTY_ROLES.indexOf(role), most).map(({ record }) => record)
}
