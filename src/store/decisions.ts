import type { Database } from './database.ts'
import { insertRow } from './rows.ts'

/** What analysts decided: rows are added, never changed; taking one back is another row. */
export const DECISION_TABLES = `
CREATE TABLE decision (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  report TEXT,
  field TEXT,
  value TEXT,
  evidence TEXT,
  note TEXT
);
CREATE INDEX decision_report ON decision (report);
CREATE INDEX decision_target ON decision (target);
`

export const DECISION_KINDS = [
  ...(['accept', 'reject', 'correct', 'note', 'add'] as const),
  ...(['merge', 'split', 'lock'] as const),
  ...(['rename', 'same-actor'] as const),
  'undo',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export interface Decision {
  /** 1, 2, 3 … in the order in which they were made. */
  readonly no: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly by: string
  readonly kind: DecisionKind
  /** "<report id>/v3", a report's id, that of an incident, the key of an actor, or the number of a decision that is taken back. */
  readonly target: string
  /** Id of the report that it is about, or whose record; null where it is about neither. */
  readonly report: string | null
  readonly field: string | null
  /** JSON of the value of a correction, or of what else the decision says. */
  readonly value: string | null
  /** JSON: the words that the decision was made on, so that it outlives the number of a record. */
  readonly evidence: string | null
  readonly note: string | null
}

const COLUMNS = ['at', 'by', 'kind', 'target', 'report', 'field', 'value', 'evidence', 'note'] as const

/** Adds a decision; gives its number. */
export function insertDecision(db: Database, decision: Omit<Decision, 'no'>): number {
  insertRow(db, 'decision', COLUMNS, decision)
  return db.get<{ no: number }>('SELECT max(no) AS no FROM decision')?.no ?? 0
}

/** Decisions in their order; of one report's records only, where it is named. */
export function listDecisions(db: Database, report?: string): Decision[] {
  if (report === undefined) return db.all<Decision>(`SELECT no, ${COLUMNS.join(', ')} FROM decision ORDER BY no`)
  return db.all<Decision>(`SELECT no, ${COLUMNS.join(', ')} FROM decision WHERE report = ? ORDER BY no`, report)
}

/** Decisions of some kinds in their order, with those that take any back. */
export function listDecisionsOf(db: Database, kinds: readonly DecisionKind[]): Decision[] {
  const sql = `SELECT no, ${COLUMNS.join(', ')} FROM decision WHERE kind = 'undo' OR kind IN (SELECT value FROM json_each(?)) ORDER BY no`
  return db.all<Decision>(sql, JSON.stringify(kinds))
}

export function findDecision(db: Database, no: number): Decision | null {
  return db.get<Decision>(`SELECT no, ${COLUMNS.join(', ')} FROM decision WHERE no = ?`, no)
}

export function countDecisions(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM decision')?.count ?? 0
}

/** Takes away what was decided on the records of a report: the words of the report stand in it. */
export function deleteDecisionsOn(db: Database, report: string): void {
  db.run("DELETE FROM decision WHERE kind = 'undo' AND target IN (SELECT CAST(no AS TEXT) FROM decision WHERE report = ?)", report)
  db.run('DELETE FROM decision WHERE report = ?', report)
}

export function countDecisionsOn(db: Database, report: string): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM decision WHERE report = ?', report)?.count ?? 0
}
