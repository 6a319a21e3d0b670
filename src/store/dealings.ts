import type { Database } from './database.ts'
import { PARTY_ROLES } from './names.ts'
import { JOIN_REPORT, REPORT_OF_ROW, type ReportOfRow } from './offices.ts'
import type { RecordQuestion } from './question.ts'
import { recordConditions } from './questions.ts'

/** A name with its number. */
export interface NumberedName {
  readonly no: number
  readonly key: string
  readonly name: string
  readonly kind: string
}

/** Names with an id or a country: everybody whose country can be told without a report. */
export function listKnownNames(db: Database): NumberedName[] {
  return db.all("SELECT no, key, name, kind FROM named WHERE key NOT GLOB 'name:*' OR key GLOB '*@[A-Z][A-Z][A-Z]' ORDER BY no")
}

/** Names under these keys. */
export function namesOfKeys(db: Database, keys: readonly string[]): NumberedName[] {
  return db.all('SELECT no, key, name, kind FROM named WHERE key IN (SELECT value FROM json_each(?)) ORDER BY no', JSON.stringify(keys))
}

/** Names by their numbers. */
export function namesOfNumbers(db: Database, numbers: readonly number[]): NumberedName[] {
  return db.all('SELECT no, key, name, kind FROM named WHERE no IN (SELECT value FROM json_each(?)) ORDER BY no', JSON.stringify(numbers))
}

/** An event in which two sides may have a part. */
export interface DealingRow extends ReportOfRow {
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly timeStart: string | null
  readonly timeEnd: string | null
  readonly place: number | null
  readonly country: string | null
  readonly same: number | null
  /** The words that tell it, and what it is done with or about. */
  readonly triggerText: string
  readonly objectText: string | null
  /** Id of the incident that it tells. */
  readonly incident: string | null
}

const EVENT = `record.no, ${REPORT_OF_ROW}, record.type, record.mode, record.status, record.timeStart, record.timeEnd, record.place, record.country, record.same,
  record.triggerText, record.objectText,
  incident.id AS incident`
const JOINS = `${JOIN_REPORT} LEFT JOIN telling ON telling.report = report.no AND telling.event = record.no & 65535
  LEFT JOIN incident ON incident.no = telling.incident`
const ORDER = 'ORDER BY coalesce(record.timeStart, report.publishedStart), report.publishedStart, report.id, record.no'

/** Events in which one of `a` and one of `b` (numbers of names) act or are acted on. */
export function eventsBetween(db: Database, a: readonly number[], b: readonly number[], question: RecordQuestion): DealingRow[] {
  const roles = `role IN (${PARTY_ROLES.indexOf('event.actor')}, ${PARTY_ROLES.indexOf('event.recipient')})`
  return selectEvents(db, question, `record.no IN (${inBoth(roles, roles)})`, [JSON.stringify(a), JSON.stringify(b)])
}

/** Events that a question is about. */
export function listDealings(db: Database, question: RecordQuestion): DealingRow[] {
  return selectEvents(db, question, '1', [])
}

function selectEvents(db: Database, question: RecordQuestion, condition: string, values: readonly string[]): DealingRow[] {
  const asked = recordConditions(db, 'event', question)
  if (!asked) return []
  const where = [condition, ...asked.conditions].join(' AND ')
  return db.all<DealingRow>(`SELECT ${EVENT} FROM event AS record ${JOINS} WHERE ${where} ${ORDER}`, ...values, ...asked.values)
}

/** A statement of somebody about or to somebody. */
export interface SayingRow extends ReportOfRow {
  readonly act: string
  readonly timeStart: string | null
  readonly speaker: string
  readonly about: string
}

/** Statements in which one of `speakers` names or addresses one of `about`; a row for each of those. */
export function statementsAbout(
  db: Database,
  speakers: readonly number[],
  about: readonly number[],
  question: RecordQuestion,
): SayingRow[] {
  const asked = recordConditions(db, 'statement', question)
  if (!asked) return []
  const roles = `${PARTY_ROLES.indexOf('statement.addressee')}, ${PARTY_ROLES.indexOf('statement.about')}`
  const where = [
    'record.speaker IN (SELECT value FROM json_each(?))',
    `of.role IN (${roles})`,
    'of.who IN (SELECT value FROM json_each(?))',
  ]
  const sql = `SELECT record.no, ${REPORT_OF_ROW}, record.act, record.timeStart, who.name AS speaker, them.name AS about
    FROM statement AS record ${JOIN_REPORT} JOIN named AS who ON who.no = record.speaker JOIN party AS of ON of.record = record.no
    JOIN named AS them ON them.no = of.who WHERE ${[...where, ...asked.conditions].join(' AND ')} ${ORDER}`
  return db.all<SayingRow>(sql, JSON.stringify(speakers), JSON.stringify(about), ...asked.values)
}

function inBoth(rolesOfA: string, rolesOfB: string): string {
  const some = (roles: string) => `SELECT record FROM party WHERE who IN (SELECT value FROM json_each(?)) AND ${roles}`
  return `${some(rolesOfA)} INTERSECT ${some(rolesOfB)}`
}
