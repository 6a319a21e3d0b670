import { type Criterion, chooseDriver, criteriaOf, type Driver, MOST_DRIVEN, type Sql } from './criteria.ts'
import type { Database, Value } from './database.ts'
import { parseMatch } from './match.ts'
import type { RecordQuestion } from './question.ts'
import type { RecordTable } from './records.ts'
import { reportConditions } from './reports.ts'

/** Records found are counted up to this. */
export const MOST_RECORDS_COUNTED = 10_000

/** Records of a table that a question is about, the newest day first. */
export interface FoundNumbers {
  readonly numbers: readonly number[]
  /** No more than MOST_RECORDS_COUNTED. */
  readonly total: number
}

/** The conditions of a question on a table, over `record` and `report`; `isDriven` tells that few records were looked up first. */
export interface Conditions {
  readonly conditions: readonly string[]
  readonly values: readonly Value[]
  readonly isDriven: boolean
}

/** What a question asks of the records of a table; null where nothing can meet it. */
export function recordConditions(db: Database, table: RecordTable, question: RecordQuestion): Conditions | null {
  const ofReport = conditionsOf(question)
  if (!ofReport) return null
  const criteria = criteriaOf(table, question)
  const driver = question.only ? onlyIn(table, question.only) : (chooseDriver(db, criteria)?.drive ?? null)
  const all = [...(driver ? [within(driver)] : []), ...criteria.map(({ check }) => check), ...ofReport]
  return { conditions: all.map(({ sql }) => sql), values: all.flatMap(({ values }) => values), isDriven: driver !== null }
}

/** Numbers of the records that a question is about, the newest day first, `most` of them after the first `skip`, and how many there are. */
export function findRecords(db: Database, table: RecordTable, question: RecordQuestion, most: number, skip = 0): FoundNumbers {
  const asked = recordConditions(db, table, question)
  if (!asked) return { numbers: [], total: 0 }
  const { conditions, values, isDriven } = asked
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  // Without a driver the newest are looked at one by one, in the order of the day, until there are enough.
  const from = `FROM ${table} AS record ${isDriven ? 'NOT INDEXED' : `INDEXED BY ${table}_day`} CROSS JOIN report ON report.no = record.no >> 16 ${where}`
  const sql = `SELECT record.no AS no ${from} ORDER BY record.dayStart DESC, report.id, record.no LIMIT ? OFFSET ?`
  const numbers = db.all<{ no: number }>(sql, ...values, most, skip).map(row => row.no)
  if (numbers.length < most && (numbers.length > 0 || skip === 0)) return { numbers, total: skip + numbers.length }
  const counted = db.get<{ count: number }>(`SELECT count(*) AS count FROM (SELECT 1 ${from} LIMIT ${MOST_RECORDS_COUNTED})`, ...values)
  return { numbers, total: counted?.count ?? 0 }
}

/** All records of some reports. */
function onlyIn(table: RecordTable, reports: readonly number[]): Sql {
  const sql = `SELECT no FROM json_each(?) AS asked CROSS JOIN ${table} ON no BETWEEN asked.value << 16 AND (asked.value << 16) + 65535`
  return { sql, values: [JSON.stringify(reports)] }
}

function within({ sql, values }: Sql): Sql {
  return { sql: `record.no IN (${sql})`, values }
}

/** What a question asks of the report; null where nothing can meet it. */
function conditionsOf({ words, reports }: RecordQuestion): Sql[] | null {
  const { conditions, values } = reportConditions(reports ?? {})
  const own: Sql[] = conditions.map((sql, i) => ({ sql, values: [values[i] ?? null] }))
  if (words === undefined) return own
  const match = parseMatch(words)
  return match && [...own, { sql: 'report.no IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)', values: [match.match] }]
}

/** A condition on `report`, and where its records were looked up first a query for the numbers of all reports that meet it, as `no`. */
export interface HasRecord extends Sql {
  readonly isDriven: boolean
  readonly reports: Sql | null
}

/**
 * A condition on `report`: it has a record that a question of a table is about. `isDriven` tells that these records are few and were looked up
 * first; else each report is looked at. The question's conditions on reports are not part of it.
 */
export function hasRecord(db: Database, tables: readonly RecordTable[], question: RecordQuestion): HasRecord {
  const parts = tables.map(table => ({ table, criteria: criteriaOf(table, question) }))
  const drivers = chooseDrivers(db, parts)
  const isDriven = drivers !== null
  const pieces = parts.map(({ table, criteria }, i): Sql => {
    const driver = drivers?.[i]
    const rest = driver ? criteria.filter(criterion => criterion !== driver.criterion) : criteria
    const checks = rest.map(({ check }) => check)
    const values = checks.flatMap(check => check.values)
    const conditions = checks.map(check => check.sql).join(' AND ') || '1'
    // Where nothing else is asked the index tells the reports, and no row is opened.
    if (driver && rest.length === 0) return { sql: `SELECT no >> 16 AS no FROM (${driver.drive.sql})`, values: driver.drive.values }
    return driver
      ? {
          sql: `SELECT record.no >> 16 AS no FROM ${table} AS record NOT INDEXED WHERE record.no IN (${driver.drive.sql}) AND ${conditions}`,
          values: [...driver.drive.values, ...values],
        }
      : {
          sql: `EXISTS (SELECT 1 FROM ${table} AS record NOT INDEXED WHERE record.no BETWEEN report.no << 16 AND (report.no << 16) + 65535 AND ${conditions})`,
          values,
        }
  })
  const values = pieces.flatMap(piece => piece.values)
  if (!isDriven)
    return { sql: `${hasParty(parts[0]?.criteria ?? [])}(${pieces.map(piece => piece.sql).join(' OR ')})`, values, isDriven, reports: null }
  const sql = pieces.map(piece => piece.sql).join(' UNION ALL ')
  return { sql: `+report.no IN (${sql})`, values, isDriven, reports: { sql, values } }
}

/** Rows that are gone through in an index where nothing but that is asked: none of them is opened. */
const MOST_LISTED = 120_000

/** A driver for each table, where the rows of all of them are few; else null. */
function chooseDrivers(db: Database, parts: readonly { readonly criteria: readonly Criterion[] }[]): Driver[] | null {
  const drivers: Driver[] = []
  let left = parts.every(({ criteria }) => criteria.length === 1) ? MOST_LISTED : MOST_DRIVEN
  for (const { criteria } of parts) {
    const driver = chooseDriver(db, criteria, left)
    if (!driver) return null
    left -= driver.count
    drivers.push(driver)
  }
  return drivers
}

/** A report that has none of the names in any record is passed over at once; they are the same whichever table is asked. */
function hasParty(criteria: readonly Criterion[]): string {
  const within = 'party.record BETWEEN report.no << 16 AND (report.no << 16) + 65535'
  return criteria
    .flatMap(({ parties }) => (parties ? `EXISTS (SELECT 1 FROM party WHERE ${within} AND +who IN (${parties.join(', ')})) AND ` : []))
    .join('')
}
