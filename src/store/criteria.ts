import type { Database, Value } from './database.ts'
import { PARTY_ROLES, type PartyRole } from './names.ts'
import type { PlaceWanted, RecordQuestion } from './question.ts'
import type { RecordTable } from './records.ts'

/** A piece of SQL with the values that it needs. */
export interface Sql {
  readonly sql: string
  readonly values: readonly Value[]
}

/** One thing that a question asks of a record. */
export interface Criterion {
  /** A condition on one row, `record`. */
  readonly check: Sql
  /** The names, one of which must be a party of the record. A report without any of them need not be opened. */
  readonly parties?: readonly number[]
  /** All rows of the table that meet it, found by an index: `SELECT no …`; null where no index helps. */
  readonly drive: Sql | null
}

/** What in a table says it or counts it; of the others the speaker of the statement that they stand in. */
const SAYERS: Readonly<Record<RecordTable, readonly PartyRole[]>> = {
  event: [],
  figure: ['figure.source'],
  statement: ['statement.speaker'],
  position: [],
}
/** Columns that have an index of their own. */
const INDEXED: ReadonlySet<string> = new Set(['event.type', 'figure.measure'])

/** What a question asks of the records of a table. */
export function criteriaOf(table: RecordTable, question: RecordQuestion): Criterion[] {
  const { is, from, to, place, actors, saidBy } = question
  const criteria: Criterion[] = []
  for (const [column, list] of Object.entries(is ?? {})) if (list) criteria.push(oneOf(table, column, list))
  if (from !== undefined && to !== undefined) criteria.push(between(table, from, to))
  else if (from !== undefined) criteria.push({ check: { sql: 'record.dayEnd >= ?', values: [from] }, drive: null })
  else if (to !== undefined) criteria.push({ check: { sql: 'record.dayStart <= ?', values: [to] }, drive: null })
  if (place) criteria.push(atPlace(table, place))
  if (actors) criteria.push(party(rolesOf(table), actors))
  if (saidBy) criteria.push(saidByWhom(table, saidBy))
  return criteria
}

/** Placeholders for a list of values. */
function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}

function oneOf(table: RecordTable, column: string, list: readonly string[]): Criterion {
  const drive = { sql: `SELECT no FROM ${table} WHERE ${column} IN (${marks(list)})`, values: list }
  return { check: { sql: `record.${column} IN (${marks(list)})`, values: list }, drive: INDEXED.has(`${table}.${column}`) ? drive : null }
}

/** What began between two days, and the few things of several days that had begun before and were not over. */
function between(table: RecordTable, from: string, to: string): Criterion {
  const longer = `SELECT no FROM ${table} INDEXED BY ${table}_span WHERE dayEnd > dayStart AND dayEnd >= ? AND dayStart < ?`
  return {
    check: { sql: '(record.dayEnd >= ? AND record.dayStart <= ?)', values: [from, to] },
    drive: { sql: `SELECT no FROM ${table} WHERE dayStart BETWEEN ? AND ? UNION ALL ${longer}`, values: [from, to, from, from] },
  }
}

/** Every part that somebody can have in a record of a table, but not where it is. */
function rolesOf(table: RecordTable): readonly PartyRole[] {
  return PARTY_ROLES.filter(role => role.startsWith(`${table}.`) && !role.endsWith('.place'))
}

/** The numbers of names stand in the SQL itself: a list as a value would be opened anew for every row that is looked at. */
function party(roles: readonly PartyRole[], who: readonly number[]): Criterion {
  const numbers = roles.map(role => PARTY_ROLES.indexOf(role)).join(', ')
  // The few parties of one record are looked up in the list of names, not each name of the list among them.
  const one = `SELECT 1 FROM party WHERE party.record = record.no AND role IN (${numbers}) AND +who IN (${who.join(', ')})`
  return {
    check: { sql: `EXISTS (${one})`, values: [] },
    parties: who,
    drive: { sql: `SELECT record AS no FROM party WHERE role IN (${numbers}) AND who IN (${who.join(', ')})`, values: [] },
  }
}

/** No row meets it. */
const NOWHERE: Criterion = { check: { sql: '0', values: [] }, drive: { sql: 'SELECT 0 AS no WHERE 0', values: [] } }

function atPlace(table: RecordTable, { countries, divisions, names }: PlaceWanted): Criterion {
  if (table === 'position') return NOWHERE
  const named = names.length > 0 ? party([`${table}.place`], names) : null
  const own = [
    ...(countries.length > 0 ? [{ sql: `record.country IN (${marks(countries)})`, values: countries }] : []),
    ...divisions.map(({ country, admin1 }) => ({ sql: 'record.country = ? AND record.admin1 = ?', values: [country, admin1] })),
  ]
  const values = own.flatMap(each => each.values)
  const checks = [...own.map(({ sql }) => `(${sql})`), ...(named ? [named.check.sql] : [])]
  const drives = [...own.map(({ sql }) => `SELECT no FROM ${table} AS record WHERE ${sql}`), ...(named?.drive ? [named.drive.sql] : [])]
  if (checks.length === 0) return NOWHERE
  return { check: { sql: `(${checks.join(' OR ')})`, values }, drive: { sql: drives.join(' UNION ALL '), values } }
}

/** An event is said by whoever speaks the statement that it stands in. */
function saidByWhom(table: RecordTable, who: readonly number[]): Criterion {
  const own = SAYERS[table]
  const direct = own.length > 0 ? party(own, who) : null
  const column = table === 'statement' ? 'within' : 'saidIn'
  const list = who.join(', ')
  const within = `EXISTS (SELECT 1 FROM statement WHERE statement.no = (record.no & ~65535) + record.${column} AND speaker IN (${list}))`
  const statements = `SELECT record AS said FROM party WHERE role = ${PARTY_ROLES.indexOf('statement.speaker')} AND who IN (${list})`
  const inside = `SELECT no FROM (${statements}) CROSS JOIN ${table} ON no BETWEEN said & ~65535 AND said | 65535 AND ${column} = said & 65535`
  return {
    check: { sql: direct ? `(${direct.check.sql} OR ${within})` : within, values: [] },
    drive: { sql: direct?.drive ? `${direct.drive.sql} UNION ALL ${inside}` : inside, values: [] },
  }
}

/** More rows than this, of all tables together, are not gone through from an index: the newest are looked at one by one instead. */
export const MOST_DRIVEN = 30_000

/** A criterion to begin with, and how many rows meet it. */
export interface Driver {
  readonly criterion: Criterion
  readonly drive: Sql
  readonly count: number
}

/** The criterion that fewest rows meet, where these are fewer than `most`; null elsewhere. */
export function chooseDriver(db: Database, criteria: readonly Criterion[], most = MOST_DRIVEN): Driver | null {
  let best: Driver | null = null
  let fewest = most
  for (const criterion of criteria) {
    const { drive } = criterion
    if (!drive) continue
    const sql = `SELECT count(*) AS count FROM (${drive.sql} LIMIT ${fewest})`
    const count = db.get<{ count: number }>(sql, ...drive.values)?.count ?? 0
    if (count >= fewest) continue
    fewest = count
    best = { criterion, drive, count }
  }
  return best
}
