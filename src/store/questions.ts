import type { Database, Value } from './database.ts'
import { parseMatch } from './match.ts'
import { PARTY_ROLES, type PartyRole } from './names.ts'
import type { RecordTable } from './records.ts'
import { type ReportFilter, reportConditions } from './reports.ts'

/** A place that is asked for: in a country, in a division of one, or under a name. */
export interface PlaceWanted {
  /** ISO 3166-1 alpha-3. */
  readonly countries: readonly string[]
  readonly divisions: readonly { readonly country: string; readonly admin1: string }[]
  /** Numbers in `named`. */
  readonly names: readonly number[]
}

/** Which records are wanted; what is left out does not matter. Days as in ReportFilter; names are numbers in `named`. */
export interface RecordQuestion {
  /** Words that the report must have. */
  readonly words?: string | undefined
  readonly reports?: ReportFilter
  /** Numbers of the only reports that are looked at. */
  readonly only?: readonly number[]
  readonly place?: PlaceWanted | undefined
  /** Who has any part in it. */
  readonly actors?: readonly number[] | undefined
  /** Who says it or counts it. */
  readonly saidBy?: readonly number[] | undefined
  /** Values of columns. */
  readonly is?: Readonly<Record<string, readonly string[] | undefined>>
  /** A record without a time of its own counts by the day on which its report was published. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What in a table says it or counts it. */
const SAYERS = {
  event: [],
  figure: ['figure.source'],
  statement: ['statement.speaker'],
  position: [],
} as const satisfies Record<RecordTable, readonly PartyRole[]>

/** The conditions of a question on a table, over `record` and `report`, with the values they need. Null where nothing can meet it. */
export function recordConditions(table: RecordTable, question: RecordQuestion): { conditions: string[]; values: Value[] } | null {
  const { conditions, values } = reportConditions(question.reports ?? {})
  const add = (condition: string, ...more: Value[]) => {
    conditions.push(condition)
    values.push(...more)
  }
  if (question.words !== undefined) {
    const match = parseMatch(question.words)
    if (!match) return null
    add('report.no IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)', match.match)
  }
  if (question.only) add('report.no IN (SELECT value FROM json_each(?))', JSON.stringify(question.only))
  for (const [column, list] of Object.entries(question.is ?? {}))
    if (list) add(`record.${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(list))
  if (question.from !== undefined) add('record.dayEnd >= ?', question.from)
  if (question.to !== undefined) add('record.dayStart <= ?', question.to)
  if (question.place) addPlace(table, question.place, add)
  if (question.actors) add(partyCondition(rolesOf(table)), JSON.stringify(question.actors))
  if (question.saidBy) addSaidBy(table, question.saidBy, add)
  return { conditions, values }
}

type Add = (condition: string, ...more: Value[]) => void

/** Every part that somebody can have in a record of a table, but not where it is. */
function rolesOf(table: RecordTable): readonly PartyRole[] {
  return PARTY_ROLES.filter(role => role.startsWith(`${table}.`) && !role.endsWith('.place'))
}

function addPlace(table: RecordTable, { countries, divisions, names }: PlaceWanted, add: Add): void {
  if (table === 'position') {
    add('0')
    return
  }
  const role = PARTY_ROLES.indexOf(`${table}.place`)
  const inDivision = `SELECT no FROM ${table}, json_each(?) AS wanted WHERE country = wanted.value ->> 'country' AND admin1 = wanted.value ->> 'admin1'`
  add(
    `record.no IN (SELECT no FROM ${table} WHERE country IN (SELECT value FROM json_each(?)) UNION ${inDivision}
      UNION SELECT record FROM party WHERE who IN (SELECT value FROM json_each(?)) AND role = ${role})`,
    ...[countries, divisions, names].map(list => JSON.stringify(list)),
  )
}

/** An event is said by whoever speaks the statement that it stands in. */
function addSaidBy(table: RecordTable, who: readonly number[], add: Add): void {
  const own = SAYERS[table]
  const direct = own.length > 0 ? partyCondition(own) : '0'
  const within = table === 'statement' ? 'within' : 'saidIn'
  const speaker = `SELECT 1 FROM statement WHERE statement.no = (record.no & ~65535) + record.${within} AND speaker IN (SELECT value FROM json_each(?))`
  const list = JSON.stringify(who)
  add(`(${direct} OR EXISTS (${speaker}))`, ...(own.length > 0 ? [list, list] : [list]))
}

function partyCondition(roles: readonly PartyRole[]): string {
  const numbers = roles.map(role => PARTY_ROLES.indexOf(role)).join(', ')
  return `record.no IN (SELECT record FROM party WHERE who IN (SELECT value FROM json_each(?)) AND role IN (${numbers}))`
}

/** Numbers of the records that a question is about, newest day first; at most `most`, from the `skip`th. */
export function findRecords(db: Database, table: RecordTable, question: RecordQuestion, most: number, skip = 0): number[] {
  const asked = recordConditions(table, question)
  if (!asked) return []
  const sql = `SELECT record.no AS no ${fromWhere(table, asked.conditions)} ORDER BY record.dayStart DESC, report.id, record.no LIMIT ? OFFSET ?`
  return db.all<{ no: number }>(sql, ...asked.values, most, skip).map(row => row.no)
}

/** How many records a question is about. */
export function countFound(db: Database, table: RecordTable, question: RecordQuestion): number {
  const asked = recordConditions(table, question)
  if (!asked) return 0
  return db.get<{ count: number }>(`SELECT count(*) AS count ${fromWhere(table, asked.conditions)}`, ...asked.values)?.count ?? 0
}

function fromWhere(table: RecordTable, conditions: readonly string[]): string {
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return `FROM ${table} AS record JOIN report ON report.no = record.no >> 16 ${where}`
}

/** Numbers of the reports with a record that a question is about, as a subquery with its values. */
export function reportsAsked(table: RecordTable, question: RecordQuestion): { sql: string; values: Value[] } | null {
  const asked = recordConditions(table, question)
  return asked && { sql: `SELECT record.no >> 16 ${fromWhere(table, asked.conditions)}`, values: asked.values }
}
