import type { Database } from './database.ts'
import { parsePrefix } from './match.ts'
import { insertRows } from './rows.ts'

/**
 * Everybody and every place that records name, once for each key and name; `called` finds them by their words. `party` says which of them
 * stands where: `record` is the number of a record (`recordNumber`), `role` the place in PARTY_ROLES.
 */
export const NAME_TABLES = `
CREATE TABLE named (
  no INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (key, name)
);
CREATE VIRTUAL TABLE called USING fts5(name, content='', tokenize="unicode61 remove_diacritics 2");
INSERT INTO called (called, rank) VALUES ('secure-delete', 1);
CREATE TABLE party (
  record INTEGER NOT NULL,
  role INTEGER NOT NULL,
  who INTEGER NOT NULL,
  PRIMARY KEY (record, role, who)
) WITHOUT ROWID;
CREATE INDEX party_who ON party (who, role, record);
`

/** What somebody, or some place, is to a record. The kind of the record is part of it, since numbers of records are told apart by kind alone. */
export const PARTY_ROLES = [
  'event.actor',
  'event.recipient',
  'event.place',
  'statement.speaker',
  'statement.addressee',
  'statement.about',
  'statement.place',
  'figure.source',
  'figure.place',
  'figure.origin',
  'figure.destination',
  'position.holder',
  'position.of',
] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** Somebody or some place: `key` as `entityKey` gives it. */
export interface Named {
  readonly key: string
  readonly name: string
  readonly kind: string
}

/** Numbers of names that were met, so that most need no look into the file. It forgets everything when it is full, or when another process wrote. */
export class NameNumbers {
  readonly #db: Database
  readonly #known = new Map<string, number>()
  #version = -1

  constructor(db: Database) {
    this.#db = db
  }

  /** To be called at the beginning of each write. */
  refresh(): void {
    const version = this.#db.dataVersion
    if (version !== this.#version || this.#known.size > MOST_KNOWN) this.#known.clear()
    this.#version = version
  }

  /** Forgets a name that was taken away. */
  forget({ key, name }: Pick<Named, 'key' | 'name'>): void {
    this.#known.delete(`${key}\n${name}`)
  }

  /** Forgets all: after a write that failed, some numbers may stand for nothing. */
  clear(): void {
    this.#known.clear()
  }

  /** The number of a name, which is put in where it is missing. */
  get({ key, name, kind }: Named): number {
    const at = `${key}\n${name}`
    const known = this.#known.get(at)
    if (known !== undefined) return known
    const no = this.#find(key, name) ?? this.#insert(key, name, kind)
    this.#known.set(at, no)
    return no
  }

  #find(key: string, name: string): number | null {
    return this.#db.get<{ no: number }>('SELECT no FROM named WHERE key = ? AND name = ?', key, name)?.no ?? null
  }

  #insert(key: string, name: string, kind: string): number {
    const { last } = this.#db.run('INSERT INTO named (key, name, kind) VALUES (?, ?, ?)', key, name, kind)
    this.#db.run('INSERT INTO called (rowid, name) VALUES (?, ?)', last, name)
    return last
  }
}

const MOST_KNOWN = 100_000

/** A name with the number of reports that have it. */
export interface SuggestedName extends Named {
  readonly reports: number
}

/** Names looked at for a suggestion. */
const MOST_SUGGESTED = 400

/** Names with words that begin so, those in most reports first, one of each key. */
export function suggestNames(db: Database, text: string, most: number): SuggestedName[] {
  const match = parsePrefix(text)
  if (match === null) return []
  const sql = `SELECT key, name, kind, (SELECT count(*) FROM (SELECT DISTINCT record >> 16 FROM party WHERE who = named.no LIMIT 1000)) AS reports
    FROM named WHERE no IN (SELECT rowid FROM called WHERE called MATCH ? LIMIT ${MOST_SUGGESTED}) ORDER BY reports DESC, name`
  const seen = new Set<string>()
  return db
    .all<SuggestedName>(sql, match)
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .slice(0, most)
}

/** Puts in who stands where: number of a record, role, number of a name. */
export function insertParties(db: Database, parties: readonly (readonly [record: number, role: PartyRole, who: number])[]): void {
  const rows = parties.map(([record, role, who]) => [record, ROLE_NUMBERS.get(role) as number, who])
  insertRows(db, 'party', ['record', 'role', 'who'], rows)
}

const ROLE_NUMBERS: ReadonlyMap<PartyRole, number> = new Map(PARTY_ROLES.map((role, i) => [role, i]))

/** Takes away the parties of the records in a range of numbers, and the names that no other record has. */
export function deleteParties(db: Database, from: number, to: number, names: NameNumbers): void {
  const who = db.all<{ who: number }>('SELECT DISTINCT who FROM party WHERE record BETWEEN ? AND ?', from, to)
  db.run('DELETE FROM party WHERE record BETWEEN ? AND ?', from, to)
  for (const { who: no } of who) dropUnusedName(db, no, names)
}

function dropUnusedName(db: Database, no: number, names: NameNumbers): void {
  const sql = 'SELECT key, name FROM named WHERE no = ? AND NOT EXISTS (SELECT 1 FROM party WHERE who = no)'
  const unused = db.get<{ key: string; name: string }>(sql, no)
  if (!unused) return
  db.run("INSERT INTO called (called, rowid, name) VALUES ('delete', ?, ?)", no, unused.name)
  db.run('DELETE FROM named WHERE no = ?', no)
  names.forget(unused)
}
