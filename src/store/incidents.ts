import type { Database, Value } from './database.ts'
import { insertRow } from './rows.ts'

/**
 * Which report copies which, and which events tell of one happening. All of it is derived: reconciling makes it from the sketches and the
 * decisions, and could make it anew. `event` is the number in the id of the event: 3 of "v3".
 */
export const INCIDENT_TABLES = `
CREATE TABLE copy (
  report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  of INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  because TEXT NOT NULL
);
CREATE INDEX copy_of ON copy (of);
CREATE TABLE incident (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  day TEXT,
  firstReported TEXT,
  type TEXT,
  status TEXT NOT NULL,
  country TEXT,
  admin1 TEXT,
  place TEXT,
  killed REAL,
  reports INTEGER NOT NULL,
  summary TEXT NOT NULL
);
CREATE INDEX incident_day ON incident (day, id);
CREATE INDEX incident_country ON incident (country, day, id);
CREATE INDEX incident_type ON incident (type, day, id);
CREATE TABLE telling (
  incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  event INTEGER NOT NULL,
  score REAL NOT NULL,
  because TEXT NOT NULL,
  PRIMARY KEY (report, event)
) WITHOUT ROWID;
CREATE INDEX telling_incident ON telling (incident);
`

/** How a report repeats another one. */
const COPY_KINDS = ['exact', 'reprint', 'update'] as const
export type CopyKind = (typeof COPY_KINDS)[number]

export interface CopyRow {
  /** Id of the report that does not count. */
  readonly report: string
  /** Id of the report that it repeats; of an update, of the newer version that supersedes it. */
  readonly of: string
  readonly kind: CopyKind
  readonly score: number
  readonly because: string
}

/** The report that a report copies, or null. */
export function findCopy(db: Database, report: number): CopyRow | null {
  const sql = `SELECT mine.id AS report, other.id AS of, kind, score, because FROM copy
    JOIN report AS mine ON mine.no = copy.report JOIN report AS other ON other.no = copy.of WHERE copy.report = ?`
  return db.get<CopyRow>(sql, report)
}

/** The reports that repeat a report. */
export function listCopiesOf(db: Database, report: number): CopyRow[] {
  const sql = `SELECT mine.id AS report, other.id AS of, kind, score, because FROM copy
    JOIN report AS mine ON mine.no = copy.report JOIN report AS other ON other.no = copy.of WHERE copy.of = ? ORDER BY mine.id`
  return db.all<CopyRow>(sql, report)
}

export function countCopies(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM copy')?.count ?? 0
}

export function countIncidents(db: Database): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM incident')?.count ?? 0
}

/** Ids of the incidents that a report tells, the one that it mainly tells first, then by id. */
export function incidentsOf(db: Database, report: number): string[] {
  const sql = 'SELECT id FROM telling JOIN incident ON no = incident WHERE report = ? GROUP BY id ORDER BY min(event), id'
  return db.all<{ id: string }>(sql, report).map(row => row.id)
}

/** The events of a report that tell incidents: the number in the event's id, and the incident's id. */
export function tellingsOf(db: Database, report: number): { event: number; incident: string }[] {
  return db.all(
    'SELECT event, id AS incident FROM telling JOIN incident ON no = incident WHERE report = ? AND event > 0 ORDER BY event',
    report,
  )
}

/** Numbers of the reports that copy one of some reports, or tell an incident that one of them tells, without these themselves. */
export function neighboursOf(db: Database, reports: readonly number[]): number[] {
  const sql = `SELECT report AS no FROM copy WHERE of IN (SELECT value FROM json_each(?1))
    UNION SELECT report FROM telling WHERE incident IN (SELECT incident FROM telling WHERE report IN (SELECT value FROM json_each(?1)))
    EXCEPT SELECT value FROM json_each(?1)`
  return db.all<{ no: number }>(sql, JSON.stringify(reports)).map(row => row.no)
}

/** Ids of the incidents that some reports tell. */
export function incidentsTold(db: Database, reports: readonly number[]): string[] {
  const sql = 'SELECT DISTINCT id FROM telling JOIN incident ON no = incident WHERE report IN (SELECT value FROM json_each(?)) ORDER BY id'
  return db.all<{ id: string }>(sql, JSON.stringify(reports)).map(row => row.id)
}

/** Takes incidents away with all their tellings; reconciling makes them anew from the reports that are left. */
export function deleteIncidents(db: Database, ids: readonly string[]): void {
  db.run('DELETE FROM incident WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
}

/** An incident as it is kept: what lists are narrowed by, and the rest as JSON. */
export interface IncidentRow {
  readonly id: string
  /** ISO 8601; so is `firstReported`. */
  readonly day: string | null
  readonly firstReported: string | null
  readonly type: string | null
  readonly status: string
  readonly country: string | null
  readonly admin1: string | null
  /** Name of the place. */
  readonly place: string | null
  readonly killed: number | null
  readonly reports: number
  /** JSON */
  readonly summary: string
}

const COLUMNS = ['id', 'day', 'firstReported', 'type', 'status', 'country', 'admin1', 'place', 'killed', 'reports', 'summary'] as const

/** A report's part in an incident: `event` 0 stands for the report as a whole, which mainly tells it. */
export interface TellingRow {
  /** Id of the report. */
  readonly report: string
  readonly event: number
  readonly score: number
  readonly because: string
}

/** Puts copies and incidents in the place of all that was known of some reports; the numbers are theirs. */
export function replaceIncidents(
  db: Database,
  numbers: ReadonlyMap<string, number>,
  copies: readonly CopyRow[],
  incidents: readonly (IncidentRow & { readonly tellings: readonly TellingRow[] })[],
): void {
  const list = JSON.stringify([...numbers.values()])
  const old = db.all<{ no: number }>('SELECT DISTINCT incident AS no FROM telling WHERE report IN (SELECT value FROM json_each(?))', list)
  db.run('DELETE FROM copy WHERE report IN (SELECT value FROM json_each(?))', list)
  db.run('DELETE FROM telling WHERE report IN (SELECT value FROM json_each(?))', list)
  for (const { no } of old) db.run('DELETE FROM incident WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM telling WHERE incident = ?1)', no)
  const get = (id: string) => numbers.get(id) as number
  for (const { report, of, kind, score, because } of copies)
    db.run('INSERT INTO copy (report, of, kind, score, because) VALUES (?, ?, ?, ?, ?)', get(report), get(of), kind, score, because)
  for (const incident of incidents) {
    insertRow(db, 'incident', COLUMNS, incident)
    const no = db.get<{ no: number }>('SELECT no FROM incident WHERE id = ?', incident.id)?.no as number
    for (const { report, event, score, because } of incident.tellings)
      db.run(
        'INSERT OR REPLACE INTO telling (incident, report, event, score, because) VALUES (?, ?, ?, ?, ?)',
        no,
        get(report),
        event,
        score,
        because,
      )
  }
}

/** What incidents are asked for; days are ISO 8601. */
export interface IncidentQuestion {
  readonly from?: string
  readonly to?: string
  readonly types?: readonly string[]
  readonly statuses?: readonly string[]
  readonly place?: PlaceWanted
  /** Keys or names of those who have a part in it. */
  readonly actors?: readonly string[]
  /** First reported by then. */
  readonly knownOn?: string
  /** Told by so many reports at least. */
  readonly reports?: number
  readonly ids?: readonly string[]
}

/** Incidents, the latest first, `most` of them after the first `skip`, and how many there are. */
export function listIncidents(
  db: Database,
  question: IncidentQuestion,
  most: number,
  skip = 0,
): { total: number; incidents: IncidentRow[] } {
  const { where, values } = conditionsOf(question)
  if (question.actors) {
    // Summaries are looked into once, not for the count and again for the list.
    const found = db.all<{ no: number }>(`SELECT no FROM incident ${where} ORDER BY day DESC, id`, ...values)
    const rows = `SELECT ${COLUMNS.join(', ')} FROM incident WHERE no IN (SELECT value FROM json_each(?)) ORDER BY day DESC, id`
    return { total: found.length, incidents: db.all<IncidentRow>(rows, JSON.stringify(found.slice(skip, skip + most).map(({ no }) => no))) }
  }
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM incident ${where}`, ...values)?.n ?? 0
  const sql = `SELECT ${COLUMNS.join(', ')} FROM incident ${where} ORDER BY day DESC, id LIMIT ? OFFSET ?`
  return { total, incidents: db.all<IncidentRow>(sql, ...values, most, skip) }
}

/** What a map needs of an incident; degrees WGS84, null where it has no place. */
export interface MapRow {
  readonly id: string
  readonly lon: number | null
  readonly lat: number | null
  readonly precision: string | null
  readonly day: string | null
  readonly type: string | null
  readonly status: string
  readonly reports: number
  readonly killed: number | null
}

/** Incidents for a map, the latest first. */
export function mapIncidents(db: Database, question: IncidentQuestion, most: number): MapRow[] {
  const { where, values } = conditionsOf(question)
  const sql = `SELECT id, at ->> '$.lon' AS lon, at ->> '$.lat' AS lat, at ->> '$.precision' AS precision, day, type, status, reports, killed
    FROM (SELECT incident.*, summary -> '$.place' AS at FROM incident ${where} ORDER BY day DESC, id LIMIT ?)`
  return db.all<MapRow>(sql, ...values, most)
}

/** How many incidents there are on each day, of each type: what a time brush is drawn from. */
export function countIncidentDays(db: Database, question: IncidentQuestion): { day: string | null; count: number }[] {
  const { where, values } = conditionsOf(question)
  return db.all(`SELECT coalesce(day, firstReported) AS day, count(*) AS count FROM incident ${where} GROUP BY 1 ORDER BY 1`, ...values)
}

function conditionsOf({ from, to, types, statuses, place, actors, knownOn, reports, ids }: IncidentQuestion): {
  where: string
  values: Value[]
} {
  const conditions: string[] = []
  const values: Value[] = []
  const add = (condition: string, ...own: Value[]) => {
    conditions.push(condition)
    values.push(...own)
  }
  if (from !== undefined) add('coalesce(day, firstReported) >= ?', from)
  if (to !== undefined) add('coalesce(day, firstReported) <= ?', to)
  if (types) add('type IN (SELECT value FROM json_each(?))', JSON.stringify(types))
  if (statuses) add('status IN (SELECT value FROM json_each(?))', JSON.stringify(statuses))
  if (knownOn !== undefined) add('firstReported <= ?', knownOn)
  if (reports !== undefined) add('reports >= ?', reports)
  if (ids) add('id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  if (place)
    add(
      `(country IN (SELECT value FROM json_each(?)) OR place COLLATE NOCASE = ?
        OR EXISTS (SELECT 1 FROM json_each(?) WHERE value ->> 'country' = incident.country AND value ->> 'admin1' = incident.admin1))`,
      JSON.stringify(place.countries),
      place.name,
      JSON.stringify(place.divisions),
    )
  if (actors) {
    const list = JSON.stringify(actors)
    // Most summaries hold none of the words: they need not be taken apart.
    if (actors.length <= MOST_SOUGHT)
      add(
        `(${actors.map(() => 'instr(lower(summary), lower(?)) > 0').join(' OR ')})`,
        ...actors.map(actor => JSON.stringify(actor).slice(1, -1)),
      )
    add(
      `EXISTS (SELECT 1 FROM json_each(summary, '$.actors') AS party WHERE party.value ->> 'key' IN (SELECT value FROM json_each(?)) OR lower(party.value ->> 'name') IN (SELECT value FROM json_each(?)))`,
      list,
      list,
    )
  }
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', values }
}

/** More names than this are not sought one by one in the text of a summary. */
const MOST_SOUGHT = 12

/** A place that incidents are asked for: countries by ISO 3166-1 alpha-3, divisions of countries, or a name. */
interface PlaceWanted {
  readonly name: string
  readonly countries: readonly string[]
  readonly divisions: readonly { readonly country: string; readonly admin1: string }[]
}

/** The incidents whose ids begin so. */
export function findIncidents(db: Database, prefix: string, most: number): IncidentRow[] {
  const sql = `SELECT ${COLUMNS.join(', ')} FROM incident WHERE substr(id, 1, ?1) = ?2 ORDER BY id LIMIT ?3`
  return db.all<IncidentRow>(sql, prefix.length, prefix, most)
}

/** Who tells an incident, by report and event. */
export function tellingsIn(db: Database, incident: string): TellingRow[] {
  const sql = `SELECT report.id AS report, event, score, because FROM telling JOIN incident ON incident.no = incident JOIN report ON report.no = telling.report
    WHERE incident.id = ? ORDER BY report.publishedStart, report.id, event`
  return db.all<TellingRow>(sql, incident)
}
