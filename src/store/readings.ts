import type { ReadingRecord } from '../record/reading.ts'
import { compress, expand } from './bytes.ts'
import type { Database } from './database.ts'

/** What Griot read, and with which rules: rows are added, the last one of a report counts. The text stands once, in `text`. */
export const READING_TABLES = `
CREATE TABLE reading (
  no INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  rules TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE INDEX reading_report ON reading (report);
`

/** A reading as it is kept: compressed, without the text. */
export function packReading(reading: ReadingRecord): Uint8Array {
  return compress(JSON.stringify({ ...reading, report: { ...reading.report, text: '' } }))
}

function unpackReading(bytes: Uint8Array, text: string): ReadingRecord {
  const reading = JSON.parse(expand(bytes).toString()) as ReadingRecord
  return { ...reading, report: { ...reading.report, text } }
}

/** `rules` is the version of the rules and models that read it. */
export function insertReading(db: Database, report: number, rules: string, bytes: Uint8Array): void {
  db.run('INSERT INTO reading (report, rules, bytes) VALUES (?, ?, ?)', report, rules, bytes)
}

/** Adds a reading; one that is the same as the newest only gets the version of the rules that made it again. */
export function putReading(db: Database, report: number, rules: string, bytes: Uint8Array): void {
  const newest = db.get<{ no: number; bytes: Uint8Array }>(
    'SELECT no, bytes FROM reading WHERE report = ? ORDER BY no DESC LIMIT 1',
    report,
  )
  if (newest && Buffer.compare(newest.bytes, bytes) === 0) db.run('UPDATE reading SET rules = ? WHERE no = ?', rules, newest.no)
  else insertReading(db, report, rules, bytes)
}

/** The newest reading of a report, whose text is given. */
export function getReading(db: Database, report: number, text: string): ReadingRecord {
  const sql = 'SELECT bytes FROM reading WHERE report = ? ORDER BY no DESC LIMIT 1'
  return unpackReading((db.get<{ bytes: Uint8Array }>(sql, report) as { bytes: Uint8Array }).bytes, text)
}

/** The version of the rules that made the newest reading of a report. */
export function getRules(db: Database, report: number): string {
  const sql = 'SELECT rules FROM reading WHERE report = ? ORDER BY no DESC LIMIT 1'
  return (db.get<{ rules: string }>(sql, report) as { rules: string }).rules
}

/** Numbers of the reports whose newest reading was made by other rules, in their order. */
export function reportsReadOtherwise(db: Database, rules: string): number[] {
  const newest = 'SELECT rules FROM reading WHERE reading.report = report.no ORDER BY reading.no DESC LIMIT 1'
  const sql = `SELECT no FROM report WHERE (${newest}) IS NOT ? ORDER BY no`
  return db.all<{ no: number }>(sql, rules).map(row => row.no)
}

/** How many reports were read last by each version of the rules. */
export function countByRules(db: Database): { rules: string; count: number }[] {
  const newest = 'SELECT max(no) FROM reading GROUP BY report'
  return db.all(`SELECT rules, count(*) AS count FROM reading WHERE no IN (${newest}) GROUP BY rules ORDER BY rules`)
}

/** All readings of a report as they are kept, the newest last. */
export function listReadings(db: Database, report: number): { readonly rules: string; readonly bytes: Uint8Array }[] {
  return db.all('SELECT rules, bytes FROM reading WHERE report = ? ORDER BY no', report)
}
